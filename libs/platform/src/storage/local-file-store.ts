import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

import { assertRange } from './byte-range.js';
import { digestPath, isDigest, stagedName } from './digest-path.js';
import { FileMissing, FileStoreUnavailable } from './file-errors.js';
import { FileStore, type ByteRange, type PutOptions, type StoredFile } from './file-store.js';
import { Intake } from './intake.js';

/**
 * Keeps files in a folder of this machine: `ab/cd/<digest>`, uploads under way in `incoming/`. A file gets its name only
 * once its bytes are on the disk, so a name that can be seen is always whole, also after a power cut.
 */
export class LocalFileStore extends FileStore {
  readonly #folder: string;
  readonly #incoming: string;

  constructor(folder: string) {
    super();
    this.#folder = resolve(folder);
    this.#incoming = join(this.#folder, 'incoming');
  }

  override async put(content: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredFile> {
    const intake = new Intake(content, options);
    const temporary = join(this.#incoming, `${randomUUID()}.part`);
    try {
      await this.#write(temporary, intake);
      await intake.examined(async (range) => createReadStream(temporary, range));
      const stored = intake.stored();
      await this.#publish(temporary, stored);
      return stored;
    } catch (error) {
      if (intake.caused(error)) {
        throw error;
      }
      throw this.#unavailable('can’t be written', error);
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  override async open(digest: string, range?: ByteRange): Promise<Readable> {
    if (range !== undefined) {
      assertRange(range);
    }
    if (!isDigest(digest)) {
      throw new FileMissing(digest);
    }
    const handle = await open(this.#path(digest), 'r').catch((error: unknown) => {
      throw hasCode(error, 'ENOENT') ? new FileMissing(digest) : this.#unavailable('can’t be read', error);
    });
    try {
      if (range !== undefined && range.start >= (await handle.stat()).size) {
        throw new RangeError(`the file ends before byte ${range.start}`);
      }
      return handle.createReadStream(range ?? {});
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  override async size(digest: string): Promise<number | undefined> {
    if (!isDigest(digest)) {
      return undefined;
    }
    try {
      return (await orNothing(stat(this.#path(digest))))?.size;
    } catch (error) {
      throw this.#unavailable('can’t be read', error);
    }
  }

  override async ready(): Promise<void> {
    const probe = join(this.#incoming, `${randomUUID()}.probe`);
    try {
      await mkdir(this.#incoming, { recursive: true });
      const handle = await open(probe, 'wx');
      await handle.close();
      await rm(probe);
    } catch (error) {
      throw this.#unavailable('is not writable', error);
    }
  }

  override async stage(name: string, piece: Uint8Array): Promise<void> {
    const path = this.#staged(name);
    try {
      await mkdir(this.#incoming, { recursive: true });
      const handle = await open(path, 'wx', 0o640);
      try {
        await writeFile(handle, piece);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await syncFolder(this.#incoming);
    } catch (error) {
      throw this.#unavailable('can’t be written', error);
    }
  }

  override async openStaged(name: string): Promise<Readable> {
    const handle = await open(this.#staged(name), 'r').catch((error: unknown) => {
      throw hasCode(error, 'ENOENT') ? new FileMissing(name) : this.#unavailable('can’t be read', error);
    });
    return handle.createReadStream();
  }

  override async discardStaged(name: string): Promise<void> {
    const path = this.#staged(name);
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw this.#unavailable('can’t be written', error);
    }
  }

  override async sweep(olderThan: Date): Promise<number> {
    let removed = 0;
    try {
      for (const name of (await orNothing(readdir(this.#incoming))) ?? []) {
        const path = join(this.#incoming, name);
        const found = await orNothing(stat(path));
        if (found !== undefined && found.mtime < olderThan) {
          await rm(path, { force: true });
          removed += 1;
        }
      }
      return removed;
    } catch (error) {
      throw this.#unavailable('can’t be swept', error);
    }
  }

  async #write(path: string, intake: Intake): Promise<void> {
    await mkdir(this.#incoming, { recursive: true });
    const handle = await open(path, 'wx', 0o640);
    try {
      await writeFile(handle, intake.chunks());
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async #publish(temporary: string, { digest, size }: StoredFile): Promise<void> {
    const path = this.#path(digest);
    const leaf = join(path, '..');
    await mkdir(leaf, { recursive: true });
    await this.#name(temporary, path, size);
    // All three, whoever made them: another put may have made folder or name a moment ago and not have synced it yet.
    for (const folder of [leaf, join(leaf, '..'), this.#folder]) {
      await syncFolder(folder);
    }
  }

  async #name(temporary: string, path: string, size: number): Promise<void> {
    try {
      await link(temporary, path);
    } catch (error) {
      if (hasCode(error, 'EEXIST') && (await stat(path)).size === size) {
        return;
      }
      // A copy of another size is damaged and these are its right bytes. Other codes: a file system without hard links,
      // where the rename at worst puts the same bytes in place of the same bytes.
      await rename(temporary, path);
    }
  }

  #staged(name: string): string {
    return join(this.#incoming, `${stagedName(name)}.piece`);
  }

  #path(digest: string): string {
    return join(this.#folder, ...digestPath(digest));
  }

  #unavailable(what: string, cause: unknown): FileStoreUnavailable {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new FileStoreUnavailable(`file store ${this.#folder} ${what}: ${why}`, { cause });
  }
}

/** The name of a file is only durable once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is not there, or went away between two looks, is no failure of the store. */
async function orNothing<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
