import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  FileMissing,
  FileStoreUnavailable,
  FileTooLarge,
  LocalFileStore,
  S3FileStore,
  type StagedFile,
  verified,
} from '#platform';
import { createTestBucket, findPrograms } from '#testing';

import { localHarness, s3Harness, type StoreHarness } from './children/file-store-harness.js';
import { Child } from './children/spawn-child.js';

const MIB = 1024 * 1024;

// On the machine that decides, a missing store fails the run instead.
const withS3 = findPrograms().s3 || process.env['CI'] === 'true';
if (!withS3) {
  console.log('file-store.spec.ts: no S3 store is installed here, its cases are skipped');
}

const engines: readonly { name: string; open: () => Promise<StoreHarness> }[] = [
  { name: 'a folder', open: localHarness },
  ...(withS3 ? [{ name: 'an S3 bucket', open: s3Harness }] : []),
];

function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Content that no other test puts. */
function someContent(seed: string, size = 10_000): Buffer {
  return Buffer.alloc(size, createHash('sha512').update(seed).digest());
}

function chunksOf(content: Buffer, chunkBytes = 64 * 1024): AsyncIterable<Uint8Array> {
  return (async function* chunks() {
    for (let start = 0; start < content.byteLength; start += chunkBytes) {
      yield content.subarray(start, start + chunkBytes);
    }
  })();
}

/** What other tests left would else be freed meanwhile, and hide what is taken. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Yields so many bytes and then fails, or is silent for ever. */
async function* cutOff(bytes: number, then: 'fails' | 'is silent', onCut?: () => void): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(64 * 1024, 'cut');
  for (let sent = 0; sent < bytes; sent += chunk.byteLength) {
    yield chunk;
  }
  onCut?.();
  if (then === 'fails') {
    throw new Error('the sender went away');
  }
  await new Promise(() => undefined);
}

describe.each(engines)('a file store in $name', ({ name, open }) => {
  let harness: StoreHarness;

  beforeAll(async () => {
    harness = await open();
    await harness.store.ready();
  });

  afterAll(async () => {
    await harness.remove();
  });

  async function expectUntouched(put: () => Promise<unknown>, error: unknown): Promise<void> {
    const before = await harness.visible();
    await expect(put()).rejects.toThrow(error);
    expect(await harness.visible()).toEqual(before);
    expect(await harness.temporary()).toEqual([]);
  }

  it.each([
    ['one byte', 1],
    ['a document', 300_000],
    ['exactly one part', 8 * MIB],
    ['one byte more than a part', 8 * MIB + 1],
    ['several parts', 20 * MIB],
  ])('gives back %s as it was put', async (what, size) => {
    const content = someContent(what, size);
    const stored = await harness.store.put(chunksOf(content));
    expect(stored).toEqual({ digest: digestOf(content), size });
    expect(await harness.store.size(stored.digest)).toBe(size);
    expect((await buffer(await harness.store.open(stored.digest))).equals(content)).toBe(true);
    expect(await harness.temporary()).toEqual([]);
  });

  it('keeps content that comes in one chunk larger than a part', async () => {
    const content = someContent('one chunk', 21 * MIB);
    const stored = await harness.store.put(chunksOf(content, 20 * MIB));
    expect((await buffer(await harness.store.open(stored.digest))).equals(content)).toBe(true);
  });

  it('keeps a piece of a file on its way until it is forgotten, and takes nothing but an id for its name', async () => {
    const name = randomUUID();
    const piece = someContent('piece', 100_000);
    await harness.store.stage(name, piece);
    expect((await buffer(await harness.store.openStaged(name))).equals(piece)).toBe(true);
    expect(await harness.visible()).not.toContain(name);
    await harness.store.discardStaged(name);
    await harness.store.discardStaged(name);
    await expect(harness.store.openStaged(name)).rejects.toThrow(FileMissing);
    await expect(harness.store.stage('../out', piece)).rejects.toThrow(RangeError);
    expect(await harness.temporary()).toEqual([]);
  });

  it('keeps an empty file', async () => {
    const stored = await harness.store.put(chunksOf(Buffer.alloc(0)));
    expect(stored).toEqual({ digest: digestOf(Buffer.alloc(0)), size: 0 });
    expect(await harness.store.size(stored.digest)).toBe(0);
    expect((await buffer(await harness.store.open(stored.digest))).byteLength).toBe(0);
  });

  it('takes a large stream with bounded memory', async () => {
    const chunk = someContent('large', MIB);
    const size = 160 * MIB;
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    let peak = 0;
    async function* large(): AsyncGenerator<Uint8Array> {
      for (let sent = 0; sent < size; sent += chunk.byteLength) {
        // A copy each time, as a network would bring it: one buffer yielded over and over would hide what is kept.
        yield Buffer.from(chunk);
        peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
      }
    }
    const stored = await harness.store.put(large());
    expect(stored.size).toBe(size);
    // Some parts of 8 MiB wait for the garbage collector; all of the content would be 160 MiB.
    console.log(`${name}: ${Math.round(peak / MIB)} MiB more while 160 MiB were put`);
    expect(peak / MIB).toBeLessThan(110);
    const reading = await harness.store.open(stored.digest);
    let read = 0;
    for await (const part of reading as AsyncIterable<Buffer>) {
      read += part.byteLength;
    }
    expect(read).toBe(size);
  }, 60_000);

  it('reads ranges, with the last byte included and an end behind the file cut', async () => {
    const content = Buffer.from('0123456789');
    const { digest } = await harness.store.put(chunksOf(content));
    const read = async (start: number, end: number): Promise<string> =>
      (await buffer(await harness.store.open(digest, { start, end }))).toString();
    expect(await read(0, 0)).toBe('0');
    expect(await read(3, 5)).toBe('345');
    expect(await read(0, 9)).toBe('0123456789');
    expect(await read(9, 9)).toBe('9');
    expect(await read(7, 1_000)).toBe('789');
    for (const [start, end] of [
      [10, 12],
      [5, 4],
      [-1, 3],
      [0.5, 3],
    ] as const) {
      await expect(read(start, end)).rejects.toThrow(RangeError);
    }
  });

  it('keeps the same content once', async () => {
    const content = someContent('twice');
    const first = await harness.store.put(chunksOf(content));
    const second = await harness.store.put(chunksOf(content, 100));
    expect(second).toEqual(first);
    expect((await harness.visible()).filter((digest) => digest === first.digest)).toHaveLength(1);
  });

  it('keeps one copy when ten people put the same content at once', async () => {
    const content = someContent('ten at once', 9 * MIB);
    const stored = await Promise.all(Array.from({ length: 10 }, () => harness.store.put(chunksOf(content))));
    expect(new Set(stored.map(({ digest }) => digest))).toEqual(new Set([digestOf(content)]));
    expect((await harness.visible()).filter((digest) => digest === digestOf(content))).toHaveLength(1);
    expect(await harness.temporary()).toEqual([]);
    expect((await buffer(await harness.store.open(digestOf(content)))).equals(content)).toBe(true);
  }, 60_000);

  it('replaces a copy that lost bytes when the content is put again', async () => {
    const content = someContent('damaged');
    const { digest } = await harness.store.put(chunksOf(content));
    await harness.damage(digest, content.subarray(0, 10));
    await harness.store.put(chunksOf(content));
    expect((await buffer(await harness.store.open(digest))).equals(content)).toBe(true);
  });

  it.each([100_000, 20 * MIB])('leaves nothing behind when the source fails after %i bytes', async (bytes) => {
    await expectUntouched(() => harness.store.put(cutOff(bytes, 'fails')), new Error('the sender went away'));
  });

  it('leaves nothing behind when a stream is cut off by its sender', async () => {
    const stream = new PassThrough();
    Readable.from(cutOff(100_000, 'is silent', () => stream.destroy())).pipe(stream);
    await expect(harness.store.put(stream)).rejects.toThrow(/Premature close/);
    expect(await harness.temporary()).toEqual([]);
  });

  it.each([100_000, 20 * MIB])(
    'stops at once when aborted while the source is silent, after %i bytes',
    async (bytes) => {
      const aborting = new AbortController();
      const reason = new Error('the person went away');
      await expectUntouched(
        () =>
          harness.store.put(
            cutOff(bytes, 'is silent', () => aborting.abort(reason)),
            { signal: aborting.signal },
          ),
        reason,
      );
    },
  );

  it('does not even look at the source when it was aborted before', async () => {
    let looked = false;
    async function* content(): AsyncGenerator<Uint8Array> {
      looked = true;
      yield Buffer.from('x');
    }
    const signal = AbortSignal.abort();
    await expect(harness.store.put(content(), { signal })).rejects.toThrow('aborted');
    expect(looked).toBe(false);
  });

  it.each([50_000, 17 * MIB])('refuses content over %i bytes while it comes in', async (maxBytes) => {
    const endless = cutOff(Number.MAX_SAFE_INTEGER, 'fails');
    await expectUntouched(() => harness.store.put(endless, { maxBytes }), new FileTooLarge(maxBytes));
  });

  it('takes content of exactly the most bytes allowed', async () => {
    const content = someContent('exactly', 5_000);
    expect((await harness.store.put(chunksOf(content), { maxBytes: 5_000 })).size).toBe(5_000);
  });

  it('shows the first 4,100 bytes before any of the content is written, and keeps nothing that is refused', async () => {
    const content = someContent('refused', 200_000);
    let head: Uint8Array | undefined;
    let temporary: readonly string[] = ['not looked'];
    const inspect = async (first: Uint8Array): Promise<void> => {
      head = first;
      temporary = (await harness.temporary()).filter((name) => !name.endsWith('.part'));
      throw new Error('not a document');
    };
    await expectUntouched(() => harness.store.put(chunksOf(content, 1_000), { inspect }), new Error('not a document'));
    expect(head !== undefined && content.subarray(0, 4_100).equals(head)).toBe(true);
    expect(temporary).toEqual([]);
  });

  it.each([30_000, 20_000_000])(
    'shows the whole of %i bytes by ranges before it is kept, also one that it knows, and refuses what the look throws',
    async (size) => {
      const content = someContent(`examined ${size}`, size);
      const seen: Buffer[] = [];
      const examine = async (staged: StagedFile): Promise<void> => {
        expect(staged.size).toBe(size);
        for (const range of [
          { start: 0, end: 99 },
          { start: size - 100, end: size - 1 },
        ]) {
          seen.push(await buffer(await staged.open(range)));
        }
      };
      const refuse = async (): Promise<void> => {
        throw new Error('not a document');
      };
      await expectUntouched(
        () => harness.store.put(chunksOf(content, 500_000), { examine: refuse }),
        new Error('not a document'),
      );
      await harness.store.put(chunksOf(content, 500_000), { examine });
      await harness.store.put(chunksOf(content, 500_000), { examine });
      expect(seen).toEqual([0, 1].flatMap(() => [content.subarray(0, 100), content.subarray(-100)]));
    },
  );

  it('shows all of a shorter file, and nothing of an empty one', async () => {
    const heads: string[] = [];
    const inspect = (head: Uint8Array): void => {
      heads.push(Buffer.from(head).toString());
    };
    await harness.store.put(chunksOf(Buffer.from('short')), { inspect });
    await harness.store.put(chunksOf(Buffer.alloc(0)), { inspect });
    expect(heads).toEqual(['short', '']);
  });

  it('says that a file is missing', async () => {
    const digest = digestOf(Buffer.from('never put'));
    await expect(harness.store.open(digest)).rejects.toThrow(FileMissing);
    await expect(harness.store.open(digest, { start: 0, end: 1 })).rejects.toThrow(FileMissing);
    expect(await harness.store.size(digest)).toBeUndefined();
  });

  it.each(['../../../etc/passwd', 'incoming/x', '', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${'a'.repeat(64)}\n`])(
    'takes %j for no digest',
    async (digest) => {
      await expect(harness.store.open(digest)).rejects.toThrow(FileMissing);
      expect(await harness.store.size(digest)).toBeUndefined();
    },
  );

  it('sweeps what a crash left behind, and only what is older than the bound', async () => {
    await harness.leaveBehind();
    const left = (await harness.temporary()).length;
    expect(left).toBeGreaterThan(0);
    expect(await harness.store.sweep(new Date(Date.now() - 3_600_000))).toBe(0);
    expect(await harness.temporary()).toHaveLength(left);
    expect(await harness.store.sweep(new Date(Date.now() + 3_600_000))).toBe(left);
    expect(await harness.temporary()).toEqual([]);
  });

  it('tells a reader of changed bytes in place of the end', async () => {
    const content = someContent('verified');
    const { digest } = await harness.store.put(chunksOf(content));
    expect((await buffer(verified(await harness.store.open(digest), digest))).equals(content)).toBe(true);
    const changed = Buffer.from(content);
    changed[5_000] = (changed[5_000] ?? 0) ^ 1;
    await harness.damage(digest, changed);
    await expect(buffer(verified(await harness.store.open(digest), digest))).rejects.toThrow('file.damaged');
  });
});

describe('a file store in a folder', () => {
  it('says in plain words when its folder can’t be used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vanthu-files-'));
    const path = join(folder, 'a-file');
    await writeFile(path, '');
    const store = new LocalFileStore(join(path, 'below'));
    await expect(store.ready()).rejects.toThrow(FileStoreUnavailable);
    await expect(store.ready()).rejects.toThrow(/a-file.*not writable/);
    await expect(store.put(chunksOf(Buffer.from('x')))).rejects.toThrow(FileStoreUnavailable);
    await rm(folder, { recursive: true });
  });

  it('says so when it may not write to its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vanthu-files-'));
    await chmod(folder, 0o500);
    // Root may write everywhere, so it becomes nobody for a moment.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      process.seteuid?.(65_534);
    }
    try {
      await expect(new LocalFileStore(folder).ready()).rejects.toThrow(/not writable: EACCES/);
    } finally {
      if (isRoot) {
        process.seteuid?.(0);
      }
    }
    await rm(folder, { recursive: true });
  });

  it('shows nothing of a put whose process was killed, and sweeps it', async () => {
    const { store, folder, visible, temporary, remove } = await localHarness();
    const child = Child.start('endless-put.ts', [folder]);
    await child.says('writing');
    await child.kill();
    expect(await visible()).toEqual([]);
    expect(await temporary()).toHaveLength(1);
    expect(await store.sweep(new Date(Date.now() + 3_600_000))).toBe(1);
    expect(await temporary()).toEqual([]);
    await remove();
  });
});

describe.runIf(withS3)('a file store in an S3 bucket', () => {
  it('says that the keys are wrong', async () => {
    const store = new S3FileStore({ ...(await createTestBucket()), secretKey: 'wrong' });
    await expect(store.ready()).rejects.toThrow(FileStoreUnavailable);
    await expect(store.ready()).rejects.toThrow(/SignatureDoesNotMatch|AccessDenied/);
  });

  it('takes a store that can’t be reached for unavailable, not for empty', async () => {
    const store = new S3FileStore({ ...(await createTestBucket()), endpoint: 'http://127.0.0.1:9' });
    await expect(store.ready()).rejects.toThrow(/ECONNREFUSED/);
    await expect(store.open(digestOf(Buffer.from('x')))).rejects.toThrow(FileStoreUnavailable);
    await expect(store.put(chunksOf(Buffer.from('x')))).rejects.toThrow(FileStoreUnavailable);
  });
});
