import type { DocumentView } from '../api/types.js';
import { addressedCount, lacksPaperReason } from './addressed-fields.js';
import type { DraftFields } from './draft-fields.js';
import type { Upload } from './uploads.js';

export type Missing = 'type' | 'subject' | 'signer' | 'recipients' | 'paperReasons' | 'attachments' | 'uploads';

/** What still keeps a draft from being submitted, in the order in which the form asks for it. */
export function missingIn(
  fields: DraftFields,
  document: DocumentView | undefined,
  uploads: readonly Upload[],
): readonly Missing[] {
  const under = uploads.filter(({ state }) => state !== 'refused').length;
  const missing: [Missing, boolean][] = [
    ['type', fields.typeCode === ''],
    ['subject', fields.subject.trim() === ''],
    ['signer', fields.signerPostId === ''],
    ['attachments', under === 0 && (document?.attachments.length ?? 0) === 0],
    ['uploads', under > 0],
    ['recipients', addressedCount(fields) === 0],
    ['paperReasons', lacksPaperReason(fields)],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([name]) => name);
}
