import type { StampFinding, UnreadReason } from '#contracts';
import { findStamps } from './classified-stamp.js';
import { decodeText } from './decode-text.js';
import { readDocx } from './read-docx.js';
import { readPdf } from './read-pdf.js';
import type { TextPart } from './text-part.js';
import { Unreadable } from './unreadable.js';

export interface TextVerdict {
  readonly findings: readonly StampFinding[];
  /** Why not all of it could be read; null when it was. */
  readonly unread: UnreadReason | null;
  readonly unreadPages: number | null;
}

type Readable = 'pdf' | 'docx' | 'txt';

const readable: Readonly<Record<string, Readable>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
};

/** Bytes of a file that is read: it lies in memory as a whole. What is larger consists of pictures. */
const mostBytes: Readonly<Record<Readable, number>> = { pdf: 256_000_000, docx: 100_000_000, txt: 20_000_000 };
/** Milliseconds: ten thousand pages take about one minute. */
const mostTime = 300_000;
/** A page with fewer letters is a picture, perhaps with the line that a signature or a scanner puts on it. [own] */
const fewLetters = 25;
/** The clerk has seen enough; the rest of the file is not read. */
const mostFindings = 10;
/** Characters of a line that are kept. */
const longestLine = 200;

/** Whether a file of this type and size is read at all. */
export function isReadable(mediaType: string, size: number): UnreadReason | null {
  const kind = readable[mediaType];
  if (kind === undefined) {
    return 'kind';
  }
  return size > mostBytes[kind] ? 'too-large' : null;
}

/** Looks for marks of secrecy in the text of a file. What can’t be read is said, and no error. */
export async function readText(mediaType: string, bytes: Buffer, time = mostTime): Promise<TextVerdict> {
  const reading = new Reading();
  try {
    if (readable[mediaType] === 'pdf') {
      for await (const page of readPdf(bytes, AbortSignal.timeout(time))) {
        if (reading.add(page)) {
          break;
        }
      }
      return reading.verdict(reading.pagesWithoutText > 0 ? 'some-pages' : null);
    }
    if (readable[mediaType] === 'docx') {
      const { parts, embeds } = await readDocx(bytes);
      parts.some((part) => reading.add(part));
      return reading.verdict(embeds ? 'embedded' : null);
    }
    const lines = decodeText(bytes).split(/\r\n|[\r\n\f\v\u2028\u2029]/);
    reading.add({ place: 'line', number: null, lines });
    // However few letters it has, they are all there.
    return { ...reading.verdict(null), unread: null };
  } catch (error) {
    if (!(error instanceof Unreadable)) {
      throw error;
    }
    return reading.verdict(error.reason);
  }
}

/** What was read so far. */
class Reading {
  pagesWithoutText = 0;
  private letters = 0;
  private readonly findings: StampFinding[] = [];

  /** True when enough was found. */
  add({ place, number, lines }: TextPart): boolean {
    const letters = lines.reduce((sum, line) => sum + (line.match(/\p{L}/gu)?.length ?? 0), 0);
    this.letters += letters;
    this.pagesWithoutText += place === 'page' && letters < fewLetters ? 1 : 0;
    for (const { level, rule, line, text } of findStamps(lines)) {
      const found = {
        level,
        rule,
        place,
        number: place === 'line' ? line + 1 : number,
        text: text.slice(0, longestLine),
      };
      this.findings.push(found);
    }
    return this.findings.length >= mostFindings;
  }

  verdict(unread: UnreadReason | null): TextVerdict {
    const isPicture = this.letters < fewLetters && (unread === null || unread === 'some-pages');
    return {
      findings: this.findings.slice(0, mostFindings),
      unread: isPicture ? 'no-text' : unread,
      unreadPages: this.pagesWithoutText === 0 ? null : this.pagesWithoutText,
    };
  }
}
