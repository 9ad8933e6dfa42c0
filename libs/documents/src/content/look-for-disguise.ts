import { fileTypeFromBuffer } from 'file-type';
import type { ContentReader } from './content-reader.js';
import { type Inspection, refuse } from './inspection.js';

/** Readers of PDF look for its mark this far, those of web pages hardly further. */
const headBytes = 1_024;
/** The end of a ZIP stands this near the end of a file: a comment of 65,535 bytes may follow it. */
const tailBytes = 65_557;

/** At the beginning of a line: a text may speak of it. */
const pdfMark = /(?:^|[\r\n])%PDF-\d/;
const webPage = /<(?:!doctype\s+html|html|script|\?php|svg)[\s>]/i;

/** How a file is built, as far as disguises go. */
export type Form = 'pdf' | 'office-zip' | 'office-old' | 'picture' | 'text';

/**
 * Refuses a file that another program reads as a file of another kind: what was looked at is then not what is opened.
 * Refused are [own]: a PDF, or a web page, that begins in the first kilobyte of another kind of file; a ZIP that ends at
 * the end of one that is none; and whatever is a file by itself behind the end of a PDF. What else hangs behind a
 * picture (cameras put their own data there) is left alone.
 */
export async function lookForDisguise(inspection: Inspection, content: ContentReader, form: Form): Promise<void> {
  const head = (await content.read(0, headBytes)).toString('latin1');
  if (form !== 'pdf' && pdfMark.test(head)) {
    refuse(inspection, 'polyglots', { found: 'pdf' });
  }
  if ((form === 'pdf' || form === 'picture') && webPage.test(head)) {
    refuse(inspection, 'polyglots', { found: 'html' });
  }
  const tail = await content.tail(tailBytes);
  if (form !== 'office-zip' && endsAsZip(tail, content.size)) {
    refuse(inspection, 'polyglots', { found: 'zip' });
  }
  if (form === 'pdf' && (await hasFileBehind(tail))) {
    refuse(inspection, 'polyglots', { found: 'more' });
  }
}

/** Whether unpackers find a ZIP in it: they look for its end from behind, whatever stands before it. */
function endsAsZip(tail: Buffer, size: number): boolean {
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1)) {
    if (at + 22 <= tail.length) {
      const [disk, here, all] = [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 8), tail.readUInt16LE(at + 10)];
      const directory = tail.readUInt32LE(at + 12);
      if (disk === 0 && here === all && directory <= size - tail.length + at) {
        return true;
      }
    }
  }
  return false;
}

async function hasFileBehind(tail: Buffer): Promise<boolean> {
  const end = tail.lastIndexOf('%%EOF');
  if (end === -1) {
    return false;
  }
  const rest = tail.subarray(end + 5);
  const first = rest.findIndex((byte) => byte > 0x20);
  const behind = first === -1 ? undefined : rest.subarray(first);
  return behind !== undefined && (webPage.test(behind.toString('latin1')) || (await isFile(behind)));
}

async function isFile(bytes: Buffer): Promise<boolean> {
  return (await fileTypeFromBuffer(bytes)) !== undefined;
}
