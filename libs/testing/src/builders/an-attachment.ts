import type { Attachment } from '#documents';
import { newId } from '#kernel';
import { aDocument } from './a-document.js';
import { aFileCheck } from './a-file-check.js';
import { insertRow, type Queries } from './insert-row.js';
import { pastTheLock } from './past-the-lock.js';

/** The first file of a document, looked at and found in order; its bytes are in no store. */
export async function anAttachment(database: Queries, overrides: Partial<Attachment> = {}): Promise<Attachment> {
  const documentId = overrides.documentId ?? (await aDocument(database)).id;
  const row: Attachment = {
    id: newId(),
    documentId,
    position: 1,
    fileName: 'quyet-dinh.pdf',
    mediaType: 'application/pdf',
    size: 1,
    digest: '0'.repeat(64),
    uploadedAt: new Date('2017-05-02T01:00:00Z'),
    ...overrides,
  };
  const attachment = await pastTheLock(database, 'attachments', () =>
    insertRow<Attachment>(database, 'attachments', row),
  );
  await aFileCheck(database, attachment);
  return attachment;
}
