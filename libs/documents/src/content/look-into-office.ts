import { pipeline } from 'node:stream/promises';
import { PassThrough, type Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { DomainError } from '#kernel';
import { isCompoundFile } from './compound-file.js';
import { ContentReader } from './content-reader.js';
import { isExecutable } from './executables.js';
import { type Inspection, refusal, refuse } from './inspection.js';
import { checkOldOffice } from './look-into-old-office.js';
import {
  checkMainPart,
  checkPartName,
  checkPartWords,
  contentTypes,
  type OfficeKind,
  tellsOfParts,
} from './office-parts.js';

/** Bounds of a package with everything inside it [own]: a workbook of a million rows unpacks to half of it. */
const mostUnpacked = 1_000_000_000;
const mostEntries = 20_000;
/** Beyond this size, a text that packs better than this was made for it. */
const ratioFrom = 100_000_000;
const mostRatio = 200;
/** A package may hold workbooks, and these their pictures of others; no more. */
const mostDepth = 2;
/** Bytes of a file inside that is looked into, and of a list of parts: they lie in memory. */
const mostHeld = 64_000_000;

interface Spent {
  entries: number;
  unpacked: number;
}

/** Looks into a new Office file (.docx, .xlsx) from its directory on, unpacking every part without keeping it. */
export async function lookIntoOffice(inspection: Inspection, content: ContentReader, kind: OfficeKind): Promise<void> {
  const walk = new PackageWalk(inspection);
  const { names, types } = await walk.look(content, 0);
  checkMainPart(inspection, kind, names, types);
}

class PackageWalk {
  private readonly spent: Spent = { entries: 0, unpacked: 0 };

  constructor(private readonly inspection: Inspection) {}

  async look(content: ContentReader, depth: number): Promise<{ names: string[]; types: Buffer | undefined }> {
    try {
      const zip = await fromRandomAccessReaderPromise(new RangeReader(content), content.size, { autoClose: false });
      const entries = await this.directory(zip, content.size);
      let types: Buffer | undefined;
      for (const entry of entries) {
        const words = await this.part(zip, entry, depth);
        types = entry.fileName.toLowerCase() === contentTypes.toLowerCase() ? words : types;
      }
      return { names: entries.map(({ fileName }) => fileName), types };
    } catch (error) {
      throw error instanceof DomainError ? error : this.fault(error);
    }
  }

  /** What the directory says: its words are checked again when the parts are unpacked. */
  private async directory(zip: ZipFile, size: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    let packed = 0;
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      this.spent.entries += 1;
      this.spent.unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      const isPackedTooWell = unpacked > ratioFrom && unpacked > size * mostRatio;
      // Parts that lie over each other are packed once and unpacked many times.
      if (this.spent.entries > mostEntries || this.spent.unpacked > mostUnpacked || packed > size || isPackedTooWell) {
        throw refusal(this.inspection, 'attachment.bomb');
      }
      if (entry.isEncrypted()) {
        refuse(this.inspection, 'encrypted');
      }
      checkPartName(this.inspection, entry.fileName);
      entries.push(entry);
    }
    if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size !== entries.length) {
      // Two parts of one name: each program takes another one of them.
      throw refusal(this.inspection, 'attachment.damaged');
    }
    return entries;
  }

  /** Unpacks a part, and looks at what it is by its content; gives the words of one that tells of others. */
  private async part(zip: ZipFile, entry: Entry, depth: number): Promise<Buffer | undefined> {
    if (entry.fileName.endsWith('/') || entry.isEncrypted()) {
      return undefined;
    }
    const tells = tellsOfParts(entry.fileName);
    const bytes = await this.unpack(await zip.openReadStreamPromise(entry), tells);
    if (bytes === undefined) {
      return undefined;
    }
    if (isZip(bytes)) {
      if (depth === mostDepth) {
        throw refusal(this.inspection, 'attachment.not-inspectable');
      }
      await this.look(ContentReader.of(bytes), depth + 1);
    }
    if (isCompoundFile(bytes)) {
      await checkOldOffice(this.inspection, ContentReader.of(bytes));
    }
    if (tells) {
      checkPartWords(this.inspection, bytes);
    }
    return bytes;
  }

  /** All of it where it is looked into; nothing of other parts, which are unpacked for their true size only. */
  private async unpack(stream: Readable, isHeld: boolean): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let length = 0;
    let holds: boolean | undefined = isHeld ? true : undefined;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (holds === undefined) {
        holds = isZip(chunk) || isCompoundFile(chunk);
        if (isExecutable(chunk)) {
          refuse(this.inspection, 'executables');
        }
      }
      length += chunk.length;
      if (holds) {
        chunks.push(chunk);
        if (length > mostHeld) {
          throw refusal(this.inspection, 'attachment.not-inspectable');
        }
      }
    }
    return holds === true ? Buffer.concat(chunks) : undefined;
  }

  private fault(error: unknown): DomainError {
    const message = error instanceof Error ? error.message : '';
    if (/strong encryption/.test(message)) {
      refuse(this.inspection, 'encrypted');
    }
    return refusal(
      this.inspection,
      /(?:too many|not enough) bytes/.test(message) ? 'attachment.bomb' : 'attachment.damaged',
    );
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x0403_4b50;
}

/** How the library reads a file that lies elsewhere. */
class RangeReader extends RandomAccessReader {
  constructor(private readonly content: ContentReader) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const stream = new PassThrough();
    pipeline(this.content.stream(start, end), stream).catch((error: Error) => stream.destroy(error));
    return stream;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    void this.fill(buffer, { offset, length, position }, callback);
  }

  private async fill(
    buffer: Buffer,
    { offset, length, position }: { offset: number; length: number; position: number },
    callback: (error: Error | null, bytesRead?: number) => void,
  ): Promise<void> {
    let bytes: Buffer;
    try {
      bytes = await this.content.read(position, length);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    callback(null, bytes.copy(buffer, offset));
  }
}
