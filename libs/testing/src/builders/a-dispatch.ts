import type { Dispatch } from '#exchange';
import { newId } from '#kernel';
import { aDocument } from './a-document.js';
import { aPost } from './a-post.js';
import { insertRow, type Queries } from './insert-row.js';

/** A first sending of a document by its agency. */
export async function aDispatch(database: Queries, overrides: Partial<Dispatch> = {}): Promise<Dispatch> {
  const documentId = overrides.documentId ?? (await aDocument(database)).id;
  const agencyId = overrides.agencyId ?? (await agencyOf(database, documentId));
  return insertRow<Dispatch>(database, 'dispatches', {
    id: newId(),
    documentId,
    agencyId,
    sending: 1,
    digest: '0'.repeat(64),
    sentByPostId: overrides.sentByPostId ?? (await aPost(database, { agencyId, role: 'clerk' })).id,
    sentAt: new Date('2017-05-02T02:00:00Z'),
    ...overrides,
  });
}

async function agencyOf(database: Queries, documentId: string): Promise<string> {
  const [row] = await database.query('SELECT agency_id AS "agencyId" FROM documents WHERE id = $1', [documentId]);
  return (row as { agencyId: string }).agencyId;
}
