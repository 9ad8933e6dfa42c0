import { type CompoundEntry, CompoundFile, CompoundFileFault } from './compound-file.js';
import type { ContentReader } from './content-reader.js';
import { type Inspection, refusal, refuse } from './inspection.js';

/** Storages in which Word and Excel keep a project of macros. */
const macroStorage = /^(?:_VBA_PROJECT_CUR|_VBA_PROJECT|VBA|Macros)$/i;
const encryptedPackage = /^EncryptedPackage$/i;
const text = /^WordDocument$/i;
const workbook = /^(?:Workbook|Book)$/i;
const object = /Ole10Native$/i;
const looked = [text, workbook, object];
/** Texts, workbooks and objects in one file [own]. */
const mostStreams = 500;
/** What Windows starts, as the name of a file that was put into a document. */
const startable = /\.(?:exe|dll|scr|com|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|lnk|jar)\0/i;
/** Bytes at the beginning of a workbook: its sheets are listed before their cells. */
const workbookHead = 1_000_000;

/** What the whole has to be: a text, a workbook, or a new Office file under a password. */
export type OldKind = 'doc' | 'xls' | 'locked';

const mainStreams: Readonly<Record<OldKind, RegExp>> = { doc: text, xls: workbook, locked: encryptedPackage };

/** Looks into an old Office file (.doc, .xls), or the shell that a password puts around a new one. */
export async function lookIntoOldOffice(inspection: Inspection, content: ContentReader, kind: OldKind): Promise<void> {
  const entries = await checkOldOffice(inspection, content);
  if (!entries.some(({ name, isStream }) => isStream && mainStreams[kind].test(name))) {
    throw refusal(inspection, 'attachment.content-mismatch');
  }
}

/** What must not stand in an old Office file, also in one that lies inside of another file. */
export async function checkOldOffice(
  inspection: Inspection,
  content: ContentReader,
): Promise<readonly CompoundEntry[]> {
  try {
    const file = await CompoundFile.open(content);
    for (const { name } of file.entries) {
      if (encryptedPackage.test(name)) {
        refuse(inspection, 'encrypted');
      }
      if (macroStorage.test(name)) {
        refuse(inspection, 'macros');
      }
    }
    const streams = file.entries.filter(({ name, isStream }) => isStream && looked.some((one) => one.test(name)));
    if (streams.length > mostStreams) {
      throw refusal(inspection, 'attachment.not-inspectable');
    }
    for (const entry of streams) {
      await checkStream(inspection, file, entry);
    }
    return file.entries;
  } catch (error) {
    throw error instanceof CompoundFileFault ? refusal(inspection, 'attachment.damaged') : error;
  }
}

async function checkStream(inspection: Inspection, file: CompoundFile, entry: CompoundEntry): Promise<void> {
  if (text.test(entry.name) && isLockedText(await file.read(entry, 64))) {
    refuse(inspection, 'encrypted');
  }
  if (workbook.test(entry.name)) {
    checkWorkbook(inspection, await file.read(entry, workbookHead));
  }
  if (object.test(entry.name) && startable.test((await file.read(entry, 4_096)).toString('latin1'))) {
    refuse(inspection, 'executables');
  }
}

/** The flag fEncrypted in the head of a Word file ([MS-DOC] 2.5.2). */
function isLockedText(head: Buffer): boolean {
  return head.length > 12 && (head.readUInt16LE(10) & 0x0100) !== 0;
}

const filePass = 0x2f;
const boundSheet = 0x85;
const endOfGlobals = 0x0a;
const macroSheet = 1;

/** The records at the beginning of a workbook: a password, and sheets of the macros before VBA ([MS-XLS] 2.4). */
function checkWorkbook(inspection: Inspection, bytes: Buffer): void {
  for (let at = 0; at + 4 <= bytes.length;) {
    const type = bytes.readUInt16LE(at);
    const length = bytes.readUInt16LE(at + 2);
    if (type === endOfGlobals) {
      return;
    }
    if (type === filePass) {
      refuse(inspection, 'encrypted');
    }
    if (type === boundSheet && bytes[at + 4 + 5] === macroSheet) {
      refuse(inspection, 'macros');
    }
    at += 4 + length;
  }
}
