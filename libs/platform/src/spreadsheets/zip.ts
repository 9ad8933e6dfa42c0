import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly chunks: Iterable<Buffer> | AsyncIterable<Buffer>;
}

interface PackedPart {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Buffer[];
  readonly packedSize: number;
}

/** 1 January 1980, the first day that a ZIP knows: the same rows make the same file. */
const day = 0x0021;

/** A ZIP of files that are made while it is written; one packed file at a time is in memory. */
export async function* zip(parts: Iterable<ZipPart>, level = 6): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = await pack(part, level);
    const head = localHeader(packed);
    yield head;
    yield* packed.packed;
    directory.push(directoryEntry(packed, offset));
    offset += head.length + packed.packedSize;
  }
  yield* directory;
  yield endOf(directory, offset);
}

async function pack({ name, chunks }: ZipPart, level: number): Promise<PackedPart> {
  const deflate = createDeflateRaw({ level });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  let crc = 0;
  let size = 0;
  for await (const chunk of chunks) {
    crc = crc32(chunk, crc);
    size += chunk.length;
    if (!deflate.write(chunk)) {
      await once(deflate, 'drain');
    }
  }
  deflate.end();
  await once(deflate, 'end');
  const packedSize = packed.reduce((sum, chunk) => sum + chunk.length, 0);
  return { name: Buffer.from(name), crc, size, packed, packedSize };
}

/** What both headers say of a file, from the version needed to its sizes; names are UTF-8 (flag 11). */
function facts(part: PackedPart): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(0x0800, 2);
  bytes.writeUInt16LE(8, 4);
  bytes.writeUInt16LE(day, 8);
  bytes.writeUInt32LE(part.crc, 10);
  bytes.writeUInt32LE(part.packedSize, 14);
  bytes.writeUInt32LE(part.size, 18);
  return bytes;
}

function localHeader(part: PackedPart): Buffer {
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(part.name.length, 0);
  return Buffer.concat([Buffer.from('PK\x03\x04'), facts(part), lengths, part.name]);
}

function directoryEntry(part: PackedPart, offset: number): Buffer {
  const made = Buffer.from([20, 0]);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(part.name.length, 0);
  rest.writeUInt32LE(offset, 14);
  return Buffer.concat([Buffer.from('PK\x01\x02'), made, facts(part), rest, part.name]);
}

function endOf(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, entry) => sum + entry.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}
