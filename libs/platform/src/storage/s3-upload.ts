import type { S3Connection } from './s3-connection.js';

/**
 * Set by hand: for content of unknown size the client's own upload takes parts of some 500 MB and holds each in memory.
 * 10,000 parts of this size are 80 GB.
 */
const PART_BYTES = 8 * 1024 * 1024;

/** One content on its way to a temporary object: held in memory as long as it fits one part, then sent in parts. */
export class S3Upload {
  readonly #parts: { part: number; etag: string }[] = [];
  #uploadId: string | undefined;
  #completed = false;

  constructor(
    private readonly s3: S3Connection,
    private readonly name: string,
  ) {}

  /** Whether anything was sent at all. */
  get started(): boolean {
    return this.#uploadId !== undefined;
  }

  /** Sends every full part that more content follows, and returns the rest, which may be all of it. */
  async receive(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
    let waiting: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of chunks) {
      if (bytes + chunk.byteLength > PART_BYTES && bytes > 0) {
        waiting = [await this.#sendFull(Buffer.concat([...waiting, chunk]))];
        bytes = waiting[0]?.byteLength ?? 0;
        continue;
      }
      waiting.push(chunk);
      bytes += chunk.byteLength;
    }
    return Buffer.concat(waiting);
  }

  /** Sends the rest and makes one object of the parts; returns its name. */
  async complete(rest: Buffer): Promise<string> {
    const { client, bucket } = this.s3;
    await this.#send(rest);
    const uploadId = await this.#begun();
    try {
      await client.completeMultipartUpload(bucket, this.name, uploadId, this.#parts);
    } catch (error) {
      throw this.s3.unavailable('write', error);
    }
    this.#completed = true;
    return this.name;
  }

  /** Leaves nothing behind. What the store refuses to remove now is left to the sweep. */
  async discard(): Promise<void> {
    const { client, bucket } = this.s3;
    const uploadId = this.#uploadId;
    if (uploadId === undefined) {
      return;
    }
    try {
      if (!this.#completed) {
        await client.abortMultipartUpload(bucket, this.name, uploadId).catch(() => undefined);
      }
      // Also after a failed completion: it may have worked, with only its answer lost.
      await client.removeObject(bucket, this.name);
    } catch {
      return;
    }
  }

  async #sendFull(content: Buffer): Promise<Buffer> {
    let rest = content;
    while (rest.byteLength > PART_BYTES) {
      await this.#send(rest.subarray(0, PART_BYTES));
      rest = rest.subarray(PART_BYTES);
    }
    return Buffer.from(rest);
  }

  async #send(content: Buffer): Promise<void> {
    const { client, bucket } = this.s3;
    const uploadID = await this.#begun();
    const partNumber = this.#parts.length + 1;
    const config = { bucketName: bucket, objectName: this.name, uploadID, partNumber, headers: {} };
    const { part, etag } = await this.s3.repeatable('write', () => client.uploadPart(config, content));
    this.#parts.push({ part, etag });
  }

  async #begun(): Promise<string> {
    const { client, bucket } = this.s3;
    this.#uploadId ??= await this.s3.repeatable('write', () =>
      client.initiateNewMultipartUpload(bucket, this.name, {}),
    );
    return this.#uploadId;
  }
}
