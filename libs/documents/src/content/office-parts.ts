import { decodeText } from '../examination/decode-text.js';
import { decoded } from '../examination/xml-lines.js';
import { type Inspection, refusal, refuse } from './inspection.js';

export const contentTypes = '[Content_Types].xml';

/** The type of the part that makes a package a Word or an Excel file, without macros and no template. */
const mainTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;
export type OfficeKind = keyof typeof mainTypes;

const macroPart = /(?:^|\/)(?:vbaProject(?:Signature\w*)?|vbaData)\.(?:bin|xml)$|(?:^|\/)macrosheets\//i;
/** In the list of types and in the relations of parts: a project of macros may have any name. */
const macroWord = /macroEnabled|vbaProject|xlMacrosheet|xlIntlMacrosheet|ms-excel\.(?:intl)?macrosheet/i;

/** Whether the words of this part say what others are. */
export function tellsOfParts(name: string): boolean {
  return name.toLowerCase() === contentTypes.toLowerCase() || /\.rels$/i.test(name);
}

export function checkPartName(inspection: Inspection, name: string): void {
  if (macroPart.test(name)) {
    refuse(inspection, 'macros');
  }
}

export function checkPartWords(inspection: Inspection, words: Buffer): void {
  if (macroWord.test(plain(words))) {
    refuse(inspection, 'macros');
  }
}

/** The list of types names the main part, and that is there. */
export function checkMainPart(
  inspection: Inspection,
  kind: OfficeKind,
  names: readonly string[],
  types: Buffer | undefined,
): void {
  const overrides = types === undefined ? [] : (plain(types).match(/<(?:\w+:)?Override\s[^>]*>/g) ?? []);
  const main = overrides.find((tag) => attributeOf(tag, 'ContentType')?.toLowerCase() === mainTypes[kind]);
  const part = main === undefined ? undefined : attributeOf(main, 'PartName')?.replace(/^\//, '').toLowerCase();
  if (part === undefined || !names.some((name) => name.toLowerCase() === part)) {
    throw refusal(inspection, 'attachment.content-mismatch');
  }
}

function plain(words: Buffer): string {
  return decoded(decodeText(words));
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);
}
