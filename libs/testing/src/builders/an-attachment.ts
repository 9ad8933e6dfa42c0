import type { Attachment } from '#documents';
import { newId } from '#kernel';
import { aDocument } from './a-document.js';
import { insertRow, type Queries } from './insert-row.js';

/** The first file of a document; its bytes are in no store. */
export async function anAttachment(database: Queries, overrides: Partial<Attachment> = {}): Promise<Attachment> {
  return insertRow<Attachment>(database, 'attachments', {
    id: newId(),
    documentId: overrides.documentId ?? (await aDocument(database)).id,
    position: 1,
    fileName: 'quyet-dinh.pdf',
    mediaType: 'application/pdf',
    size: 1,
    digest: '0'.repeat(64),
    uploadedAt: new Date('2017-05-02T01:00:00Z'),
    ...overrides,
  });
}
