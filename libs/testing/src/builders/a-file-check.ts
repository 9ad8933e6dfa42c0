import type { Attachment, FileCheck } from '#documents';
import { insertRow, type Queries } from './insert-row.js';

/** What was found in a file: nothing, where no scanner is set up. */
export async function aFileCheck(
  database: Queries,
  { id, documentId }: Attachment,
  overrides: Partial<FileCheck> = {},
): Promise<FileCheck> {
  return insertRow<FileCheck>(database, 'file_checks', {
    attachmentId: id,
    documentId,
    malware: 'off',
    signature: null,
    scannerDown: false,
    stamp: 'clear',
    unread: null,
    unreadPages: null,
    findings: JSON.stringify([]) as unknown as FileCheck['findings'],
    tries: 1,
    nextTryAt: null,
    releasedByPostId: null,
    releasedByName: null,
    releasedAt: null,
    releaseReason: null,
    ...overrides,
  });
}
