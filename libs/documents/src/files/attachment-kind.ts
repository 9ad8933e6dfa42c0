import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '#kernel';
import { isExecutable } from '../content/executables.js';
import type { Form } from '../content/look-for-disguise.js';

interface Kind {
  readonly mediaType: string;
  /** What the first bytes may say; `text` is for files that carry no mark of their own. */
  readonly signatures: readonly string[];
  readonly form: Form;
  /** Which Office file it is. */
  readonly office?: Office;
}

type Office = 'doc' | 'docx' | 'xls' | 'xlsx';

/** A ZIP whose first entries are those of an Office file. */
const officeZip = 'office-zip';
const compoundFile = 'application/x-cfb';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const text = 'text';

const picture = (mediaType: string): Kind => ({ mediaType, signatures: [mediaType], form: 'picture' });
/** Under a password it is a compound file: that is told when the whole is there. */
const newOffice = (office: Office, mediaType: string): Kind => ({
  mediaType,
  signatures: [mediaType, officeZip, compoundFile],
  form: 'office-zip',
  office,
});
const oldOffice = (office: Office, mediaType: string): Kind => ({
  mediaType,
  signatures: [compoundFile],
  form: 'office-old',
  office,
});

/** The kinds of files that are taken, by the ending of the name. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', signatures: ['application/pdf'], form: 'pdf' },
  docx: newOffice('docx', word),
  xlsx: newOffice('xlsx', sheet),
  doc: oldOffice('doc', 'application/msword'),
  xls: oldOffice('xls', 'application/vnd.ms-excel'),
  png: picture('image/png'),
  jpg: picture('image/jpeg'),
  jpeg: picture('image/jpeg'),
  tif: picture('image/tiff'),
  tiff: picture('image/tiff'),
  txt: { mediaType: 'text/plain', signatures: [text], form: 'text' },
};

export const allowedEndings = Object.keys(kinds);

/** Control characters, and halves of characters, which no header can carry. */
const unwritable = /[\p{Cc}\p{Cs}]/u;

function kindOf(fileName: string): Kind {
  if (unwritable.test(fileName)) {
    throw new DomainError('attachment.name-invalid');
  }
  const ending = fileName.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? '';
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (kind === undefined) {
    throw new DomainError('attachment.kind-refused', { fileName, allowed: allowedEndings.join(', ') });
  }
  return kind;
}

/**
 * The media type that a file of this name has.
 *
 * @throws DomainError `attachment.name-invalid`, `attachment.kind-refused`.
 */
export function mediaTypeOf(fileName: string): string {
  return kindOf(fileName).mediaType;
}

/** How a file of this name is built, and which Office file it has to be. */
export function contentFormOf(fileName: string): Pick<Kind, 'form' | 'office'> {
  return kindOf(fileName);
}

/**
 * Looks whether the first bytes are of the kind that the name says: what a file is comes from its content.
 *
 * @throws DomainError `attachment.empty`, `attachment.executable`, `attachment.content-mismatch`.
 */
export async function checkContent(fileName: string, head: Uint8Array): Promise<void> {
  const kind = kindOf(fileName);
  if (head.length === 0) {
    throw new DomainError('attachment.empty', { fileName });
  }
  if (isExecutable(head)) {
    throw new DomainError('attachment.executable', { fileName });
  }
  if (!kind.signatures.includes(await signatureOf(head))) {
    throw new DomainError('attachment.content-mismatch', { fileName });
  }
}

async function signatureOf(head: Uint8Array): Promise<string> {
  if (byteOrderMarks.some((mark) => mark.every((byte, index) => head[index] === byte))) {
    return text;
  }
  if (tiffMarks.some((mark) => mark.every((byte, index) => head[index] === byte))) {
    return 'image/tiff';
  }
  const detected = await fileTypeFromBuffer(head);
  if (detected?.mime === 'application/zip') {
    return officeEntries.test(Buffer.from(head).toString('latin1')) ? officeZip : detected.mime;
  }
  return detected?.mime ?? (head.includes(0) ? 'unknown' : text);
}

const officeEntries = /\[Content_Types\]\.xml|_rels\/|word\/|xl\//;

/** Told by its mark alone: most software writes the list of a TIFF’s pages behind them, where no first bytes reach. */
const tiffMarks = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Notepad saves Vietnamese text as UTF-16 or with a mark before UTF-8. */
const byteOrderMarks = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
];
