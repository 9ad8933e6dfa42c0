import { Readable } from 'node:stream';
import type { StagedFile } from '#platform';

/** Lists inside of files are read line by line: they cost one reading of the store a block. */
const blockBytes = 65_536;

/** A file that came in, read by ranges: the whole of it is never in memory. */
export class ContentReader {
  private block: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(private readonly staged: StagedFile) {}

  static of(bytes: Buffer): ContentReader {
    return new ContentReader({
      size: bytes.length,
      open: async ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]),
    });
  }

  get size(): number {
    return this.staged.size;
  }

  /** As many bytes as there are, this many at most. */
  async read(start: number, length: number): Promise<Buffer> {
    const from = Math.max(0, Math.min(start, this.size));
    const end = Math.min(from + length, this.size);
    const { block } = this;
    if (from < block.start || end > block.start + block.bytes.length) {
      const blockEnd = Math.min(Math.max(end, from + blockBytes), this.size);
      this.block = { start: from, bytes: await joined(this.stream(from, blockEnd)) };
    }
    return this.block.bytes.subarray(from - this.block.start, end - this.block.start);
  }

  async tail(length: number): Promise<Buffer> {
    return this.read(this.size - length, length);
  }

  /** The bytes up to `end`, without it. */
  async *stream(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    if (start < end) {
      yield* (await this.staged.open({ start, end: end - 1 })) as AsyncIterable<Buffer>;
    }
  }
}

async function joined(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) {
    all.push(chunk);
  }
  return Buffer.concat(all);
}
