import { randomUUID } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';

import type { BucketItem } from 'minio';

import { assertRange } from './byte-range.js';
import { digestPath, isDigest, stagedName } from './digest-path.js';
import { FileMissing } from './file-errors.js';
import { FileStore, type ByteRange, type PutOptions, type StoredFile } from './file-store.js';
import { Intake } from './intake.js';
import { S3Connection, s3Code, type S3Options } from './s3-connection.js';
import { S3Upload } from './s3-upload.js';

const INCOMING = 'incoming/';

/**
 * Keeps files in a bucket of any S3 store: `files/ab/cd/<digest>`. What fits one part goes there in one atomic request;
 * more is uploaded in parts to `incoming/` and copied inside the store once its digest is known. The store copies at
 * most 5 GiB in one go, which bounds a file here.
 */
export class S3FileStore extends FileStore {
  readonly #s3: S3Connection;

  constructor(options: S3Options) {
    super();
    this.#s3 = new S3Connection(options);
  }

  override async put(content: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredFile> {
    const intake = new Intake(content, options);
    const upload = new S3Upload(this.#s3, `${INCOMING}${randomUUID()}`);
    try {
      const rest = await upload.receive(intake.chunks());
      const stored = intake.stored();
      const isKept = (await this.size(stored.digest)) === stored.size;
      const sent = upload.started && !isKept ? await upload.complete(rest) : undefined;
      await intake.examined(async (range) => {
        if (isKept) {
          return this.open(stored.digest, range);
        }
        return sent === undefined
          ? Readable.from([rest.subarray(range.start, range.end + 1)])
          : this.#part(sent, range);
      });
      if (!isKept) {
        await this.#publish(sent ?? rest, stored);
      }
      return stored;
    } finally {
      await upload.discard();
    }
  }

  override async open(digest: string, range?: ByteRange): Promise<Readable> {
    if (range !== undefined) {
      assertRange(range);
    }
    if (!isDigest(digest)) {
      throw new FileMissing(digest);
    }
    const { client, bucket } = this.#s3;
    const length = range === undefined ? 0 : range.end - range.start + 1;
    const answer = await this.#s3.found('read', async () => {
      try {
        return await client.getPartialObject(bucket, key(digest), range?.start ?? 0, length);
      } catch (error) {
        if (range !== undefined && s3Code(error) === 'InvalidRange') {
          return 'behind the end';
        }
        throw error;
      }
    });
    if (answer === undefined) {
      throw new FileMissing(digest);
    }
    if (answer === 'behind the end') {
      throw new RangeError(`the file ends before byte ${range?.start}`);
    }
    return this.#reading(answer);
  }

  override async size(digest: string): Promise<number | undefined> {
    if (!isDigest(digest)) {
      return undefined;
    }
    const { client, bucket } = this.#s3;
    const found = await this.#s3.found('read', () => client.statObject(bucket, key(digest)));
    return found?.size;
  }

  override async ready(): Promise<void> {
    const { client, bucket } = this.#s3;
    const probe = `${INCOMING}${randomUUID()}`;
    await this.#s3.repeatable('be used', async () => {
      if (!(await client.bucketExists(bucket))) {
        await this.#makeBucket();
      }
      await client.putObject(bucket, probe, Buffer.from('probe'));
      await client.removeObject(bucket, probe);
    });
  }

  override async stage(name: string, piece: Uint8Array): Promise<void> {
    const { client, bucket } = this.#s3;
    const object = staged(name);
    await this.#s3.repeatable('write', () => client.putObject(bucket, object, Buffer.from(piece), piece.byteLength));
  }

  override async openStaged(name: string): Promise<Readable> {
    const { client, bucket } = this.#s3;
    const answer = await this.#s3.found('read', () => client.getObject(bucket, staged(name)));
    if (answer === undefined) {
      throw new FileMissing(name);
    }
    return this.#reading(answer);
  }

  override async discardStaged(name: string): Promise<void> {
    const { client, bucket } = this.#s3;
    await this.#s3.repeatable('write', () => client.removeObject(bucket, staged(name)));
  }

  override async sweep(olderThan: Date): Promise<number> {
    const { client, bucket } = this.#s3;
    let removed = 0;
    return this.#s3.repeatable('be swept', async () => {
      for await (const { key: name, uploadId, initiated } of client.listIncompleteUploads(bucket, INCOMING, true)) {
        if (initiated < olderThan) {
          await client.abortMultipartUpload(bucket, name, uploadId);
          removed += 1;
        }
      }
      const objects: AsyncIterable<BucketItem> = client.listObjectsV2(bucket, INCOMING, true);
      for await (const { name, lastModified } of objects) {
        if (name !== undefined && lastModified !== undefined && lastModified < olderThan) {
          await client.removeObject(bucket, name);
          removed += 1;
        }
      }
      return removed;
    });
  }

  /** The content itself, or the name of the temporary object that holds it. */
  async #publish(content: Buffer | string, { digest, size }: StoredFile): Promise<void> {
    const { client, bucket } = this.#s3;
    if (typeof content !== 'string') {
      await this.#s3.repeatable('write', () => client.putObject(bucket, key(digest), content, content.byteLength));
      return;
    }
    await this.#s3.repeatable('write', () => client.copyObject(bucket, key(digest), `/${bucket}/${content}`));
    // A copy can fail behind an answer of 200, with the fault in its body, which the client does not look at.
    if ((await this.size(digest)) !== size) {
      throw this.#s3.unavailable('write', new Error('the copy is not whole'));
    }
  }

  async #part(name: string, { start, end }: ByteRange): Promise<Readable> {
    const { client, bucket } = this.#s3;
    return this.#reading(
      await this.#s3.repeatable('read', () => client.getPartialObject(bucket, name, start, end - start + 1)),
    );
  }

  async #makeBucket(): Promise<void> {
    try {
      await this.#s3.client.makeBucket(this.#s3.bucket);
    } catch (error) {
      // Another process was faster.
      if (s3Code(error) !== 'BucketAlreadyOwnedByYou') {
        throw error;
      }
    }
  }

  /** A connection lost while reading is the store's fault, and says so. */
  #reading(answer: Readable): Readable {
    const reading = new PassThrough();
    answer.on('error', (error) => reading.destroy(this.#s3.unavailable('read', error)));
    reading.on('close', () => answer.destroy());
    return answer.pipe(reading);
  }
}

function staged(name: string): string {
  return `${INCOMING}${stagedName(name)}.piece`;
}

function key(digest: string): string {
  return `files/${digestPath(digest).join('/')}`;
}
