import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { SpreadsheetFault } from './spreadsheet-fault.js';

const inflate = promisify(inflateRaw);

const endOfDirectory = 0x0605_4b50;
const directoryEntry = 0x0201_4b50;
const localEntry = 0x0403_4b50;
/** The end of the directory is followed by a comment of at most this length. */
const longestComment = 0xffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/**
 * The wanted files of a ZIP, unpacked to no more than `limit` bytes together: what the headers say of sizes is not
 * believed, so a small file that unpacks to gigabytes ends here.
 *
 * @throws SpreadsheetFault `unreadable`, also when the files are larger than the limit; `locked` under a password.
 */
export async function unzip(
  archive: Buffer,
  isWanted: (name: string) => boolean,
  limit: number,
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let left = limit;
  try {
    for (const entry of entriesOf(archive).filter(({ name }) => isWanted(name))) {
      const file = await unpack(archive, entry, left);
      left -= file.length;
      files.set(entry.name, file);
    }
  } catch (error) {
    throw error instanceof SpreadsheetFault ? error : new SpreadsheetFault('unreadable', { cause: error });
  }
  return files;
}

function entriesOf(archive: Buffer): Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) {
      throw new SpreadsheetFault('unreadable');
    }
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      compressedSize: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const lowest = Math.max(0, archive.length - 22 - longestComment);
  for (let at = archive.length - 22; at >= lowest; at -= 1) {
    if (archive.readUInt32LE(at) === endOfDirectory) {
      return at;
    }
  }
  throw new SpreadsheetFault('unreadable');
}

async function unpack(archive: Buffer, entry: Entry, limit: number): Promise<Buffer> {
  if ((entry.flags & 1) === 1) {
    throw new SpreadsheetFault('locked');
  }
  if (archive.readUInt32LE(entry.offset) !== localEntry || limit < 1) {
    throw new SpreadsheetFault('unreadable');
  }
  const start = entry.offset + 30 + archive.readUInt16LE(entry.offset + 26) + archive.readUInt16LE(entry.offset + 28);
  const packed = archive.subarray(start, start + entry.compressedSize);
  if (entry.method === 0 && packed.length <= limit) {
    return packed;
  }
  if (entry.method !== 8) {
    throw new SpreadsheetFault('unreadable');
  }
  return inflate(packed, { maxOutputLength: limit });
}
