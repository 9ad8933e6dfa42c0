import type { ContentReader } from './content-reader.js';
import { type Inspection, refuse } from './inspection.js';

const windowBytes = 65_536;

/**
 * Refuses a PDF that says that it is encrypted. That stands in its trailer: at its end, at the place that `startxref`
 * names, or, in one made for slow lines, at its beginning. One that is broken in other ways is found when its text is
 * read. One that opens without a password but forbids printing or copying is encrypted too. [own]
 */
export async function lookIntoPdf(inspection: Inspection, content: ContentReader): Promise<void> {
  const tail = await content.tail(windowBytes);
  const place = tail
    .toString('latin1')
    .match(/startxref\s+(\d{1,15})/g)
    ?.at(-1)
    ?.match(/\d+/)?.[0];
  const parts = [tail, await content.read(0, windowBytes)];
  if (place !== undefined) {
    parts.push(await content.read(Number(place), windowBytes));
  }
  if (parts.some((part) => namesEncryption(part))) {
    refuse(inspection, 'encrypted');
  }
}

/** A name may be written with codes for its letters; what follows is a reference or a dictionary. */
function namesEncryption(bytes: Buffer): boolean {
  const text = bytes
    .toString('latin1')
    .replaceAll(/#([\da-f]{2})/gi, (_code, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text);
}
