import type { RefusedContent, StagedFile } from '#platform';
import { lookIntoOffice } from './look-into-office.js';
import { isCompoundFile } from './compound-file.js';
import { lookIntoOldOffice } from './look-into-old-office.js';
import { lookIntoPdf } from './look-into-pdf.js';
import { lookForDisguise } from './look-for-disguise.js';
import { ContentReader } from './content-reader.js';
import { contentFormOf } from '../files/attachment-kind.js';

/**
 * Looks into a file that has come in whole, before it is kept. Only what every kind can be refused for: malware and
 * marks of secrecy are looked for afterwards, in the worker.
 *
 * @throws DomainError `attachment.executable`, `attachment.macros`, `attachment.encrypted`, `attachment.bomb`,
 * `attachment.polyglot`, `attachment.damaged`, `attachment.not-inspectable`, `attachment.content-mismatch`.
 */
export async function examineContent(
  fileName: string,
  staged: StagedFile,
  refused: ReadonlySet<RefusedContent>,
): Promise<void> {
  const inspection = { fileName, refused };
  const content = new ContentReader(staged);
  const { form, office } = contentFormOf(fileName);
  await lookForDisguise(inspection, content, form);
  if (form === 'pdf') {
    await lookIntoPdf(inspection, content);
  }
  if (office === undefined) {
    return;
  }
  if (office === 'doc' || office === 'xls') {
    await lookIntoOldOffice(inspection, content, office);
  } else if (isCompoundFile(await content.read(0, 8))) {
    await lookIntoOldOffice(inspection, content, 'locked');
  } else {
    await lookIntoOffice(inspection, content, office);
  }
}
