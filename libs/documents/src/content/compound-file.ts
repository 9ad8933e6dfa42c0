import type { ContentReader } from './content-reader.js';

/** A compound file that does not keep to its own form. */
export class CompoundFileFault extends Error {
  override name = 'CompoundFileFault';
}

/** A storage (a folder) or a stream (a file) in it. */
export interface CompoundEntry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
}

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const entryBytes = 128;
const rootType = 5;
const streamType = 2;
/** Sectors from here on are none: the end of a chain, or a free one. */
const firstNoSector = 0xffff_fffa;
const headerPlaces = 109;
/** More entries than any document has. */
const mostDirectoryBytes = 8_000_000;
/** Bytes of the small streams together, beyond which none is read. */
const mostMiniBytes = 64_000_000;
const miniBytes = 64;

export function isCompoundFile(head: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}

/**
 * The directory and the streams of an old Office file ([MS-CFB]), read by ranges. Every chain of sectors is bounded by
 * the file itself: one that leads round in circles ends in a fault.
 */
export class CompoundFile {
  private readonly tables = new Map<number, Buffer>();
  private entriesRead: readonly CompoundEntry[] = [];
  private root: CompoundEntry | undefined;
  private mini: { readonly table: Buffer; readonly places: readonly number[] } | undefined;

  private constructor(
    private readonly content: ContentReader,
    private readonly header: Buffer,
    private readonly sectorBytes: number,
  ) {}

  /** @throws CompoundFileFault */
  static async open(content: ContentReader): Promise<CompoundFile> {
    const header = await content.read(0, 512);
    const shift = header.length < 512 ? 0 : header.readUInt16LE(30);
    if (!isCompoundFile(header) || (shift !== 9 && shift !== 12)) {
      throw new CompoundFileFault('it has no header');
    }
    const file = new CompoundFile(content, header, 2 ** shift);
    await file.readDirectory();
    return file;
  }

  get entries(): readonly CompoundEntry[] {
    return this.entriesRead;
  }

  /** The beginning of a stream, this many bytes at most. */
  async read({ start, size }: CompoundEntry, most: number): Promise<Buffer> {
    const length = Math.min(size, most);
    return size < this.header.readUInt32LE(56) ? this.readMini(start, length) : this.readChain(start, length);
  }

  private async readDirectory(): Promise<void> {
    const bytes = await this.readChain(this.header.readUInt32LE(48), mostDirectoryBytes);
    const entries: CompoundEntry[] = [];
    for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
      const type = bytes[at + 66] ?? 0;
      const length = Math.min(Math.max(bytes.readUInt16LE(at + 64) - 2, 0), 62);
      const entry = {
        name: bytes.toString('utf16le', at, at + length),
        isStream: type === streamType,
        start: bytes.readUInt32LE(at + 116),
        size: bytes.readUInt32LE(at + 120),
      };
      this.root = type === rootType ? entry : this.root;
      if (type !== 0) {
        entries.push(entry);
      }
    }
    this.entriesRead = entries;
  }

  private async readChain(start: number, length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const sector of this.chain(start, length)) {
      parts.push(Buffer.from(await this.sector(sector)));
    }
    return Buffer.concat(parts).subarray(0, length);
  }

  /** Small streams lie in sectors of their own inside of the root’s. */
  private async readMini(start: number, length: number): Promise<Buffer> {
    this.mini ??= await this.miniSectors();
    const { table, places } = this.mini;
    const parts: Buffer[] = [];
    for (let mini = start; parts.length * miniBytes < length; mini = table.readUInt32LE(4 * mini)) {
      const at = mini * miniBytes;
      const sector = places[Math.floor(at / this.sectorBytes)];
      if (sector === undefined || 4 * mini + 4 > table.length) {
        throw new CompoundFileFault('a small stream ends nowhere');
      }
      const within = at % this.sectorBytes;
      parts.push(Buffer.from((await this.sector(sector)).subarray(within, within + miniBytes)));
    }
    return Buffer.concat(parts).subarray(0, length);
  }

  private async miniSectors(): Promise<{ table: Buffer; places: number[] }> {
    const table = await this.readChain(this.header.readUInt32LE(60), mostMiniBytes / 16);
    const places: number[] = [];
    for await (const sector of this.chain(
      this.root?.start ?? firstNoSector,
      Math.min(this.root?.size ?? 0, mostMiniBytes),
    )) {
      places.push(sector);
    }
    return { table, places };
  }

  private async *chain(start: number, length: number): AsyncGenerator<number, void, undefined> {
    const most = Math.ceil(Math.min(length, this.content.size) / this.sectorBytes);
    for (let sector = start, count = 0; sector < firstNoSector && count < most; count += 1) {
      yield sector;
      sector = await this.next(sector);
    }
  }

  private async next(sector: number): Promise<number> {
    if ((sector + 1) * this.sectorBytes >= this.content.size) {
      throw new CompoundFileFault('a sector lies outside of the file');
    }
    const perTable = this.sectorBytes / 4;
    const table = await this.table(Math.floor(sector / perTable));
    return table.readUInt32LE(4 * (sector % perTable));
  }

  /** A part of the table of sectors. */
  private async table(index: number): Promise<Buffer> {
    const known = this.tables.get(index);
    if (known !== undefined) {
      return known;
    }
    const table = Buffer.from(await this.sector(await this.tablePlace(index)));
    this.tables.set(index, table);
    return table;
  }

  /** The header knows the first places; the others stand in a chain of lists. */
  private async tablePlace(index: number): Promise<number> {
    if (index < headerPlaces) {
      return this.header.readUInt32LE(76 + 4 * index);
    }
    const perList = this.sectorBytes / 4 - 1;
    let list = this.header.readUInt32LE(68);
    for (let left = Math.floor((index - headerPlaces) / perList); left > 0; left -= 1) {
      list = (await this.sector(list)).readUInt32LE(4 * perList);
    }
    return (await this.sector(list)).readUInt32LE(4 * ((index - headerPlaces) % perList));
  }

  private async sector(number: number): Promise<Buffer> {
    const bytes = await this.content.read((number + 1) * this.sectorBytes, this.sectorBytes);
    if (number >= firstNoSector || bytes.length === 0) {
      throw new CompoundFileFault('a sector lies outside of the file');
    }
    // The last one may be cut.
    return bytes.length === this.sectorBytes ? bytes : Buffer.concat([bytes], this.sectorBytes);
  }
}
