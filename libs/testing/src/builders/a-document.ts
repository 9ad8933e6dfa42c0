import type { Document } from '#documents';
import { foldVietnamese, newId } from '#kernel';
import { anAgency } from './an-agency.js';
import { aPost } from './a-post.js';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

/** A decision that was issued and sent on 2 May 2017; an earlier `state` has none of what issuing adds. */
export async function aDocument(database: Queries, overrides: Partial<Document> = {}): Promise<Document> {
  const agencyId = overrides.agencyId ?? (await anAgency(database)).id;
  const drafterPostId = overrides.drafterPostId ?? (await aPost(database, { agencyId })).id;
  const state = overrides.state ?? 'sent';
  const subject = overrides.subject ?? 'Về việc ban hành quy chế làm việc';
  const issued = ['issued', 'sent', 'completed'].includes(state);
  const symbol = issued ? `${String(nextNumber()).padStart(2, '0')}/QĐ-SNV` : null;
  return insertRow<Document>(database, 'documents', {
    id: newId(),
    agencyId,
    state,
    version: 1,
    typeCode: 'quyet-dinh',
    subject,
    urgency: 'normal',
    dueDate: null,
    draftingUnit: '',
    pageAmount: null,
    description: '',
    language: 'Tiếng Việt',
    issuedAmount: null,
    fileYear: null,
    fileNotation: null,
    fileOrdinal: null,
    drafterPostId,
    signerPostId: drafterPostId,
    signingForm: null,
    onBehalfOfPostId: null,
    issuerCode: issued ? 'H28.15' : null,
    issuerName: issued ? 'Sở Nội vụ' : null,
    typeName: issued ? 'Quyết định' : null,
    signerName: null,
    signerPosition: null,
    symbol,
    issuedOn: issued ? '2017-05-02' : null,
    digest: issued ? '0'.repeat(64) : null,
    approvedAt: null,
    issueDueAt: null,
    sendDueAt: null,
    reviewMode: 'in-turn',
    restricted: false,
    searchText: foldVietnamese(`${symbol ?? ''} ${subject}`),
    createdAt: new Date('2017-05-02T01:00:00Z'),
    updatedAt: new Date('2017-05-02T01:00:00Z'),
    ...overrides,
  });
}
