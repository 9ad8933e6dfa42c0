import { SavedViewList } from '#contracts';
import { newId } from '#kernel';
import type { Caller } from '../caller.js';
import type { Desk } from '../desk.js';
import { documentIn } from '../documents.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';

const view = (): object => ({ name: `Bộ lọc ${newId()}`, box: 'all', filter: {} });

const saveBy = async (by: Caller): Promise<string> => {
  const { items } = (await by.post('/saved-views', view())).as(SavedViewList);
  return items.findLast(({ isOwn }) => isOwn)?.id ?? '';
};

/** A view of the sender’s clerk: theirs alone to change, and so another person’s is as good as none. */
const ownView: Pick<MatrixRow, 'needs' | 'at' | 'also' | 'peopleOnly' | 'thing'> = {
  needs: 'document:read',
  at: ['sender'],
  also: ({ role }) => role === 'clerk',
  peopleOnly: true,
  thing: (desk: Desk) => saveBy(desk.sender.clerk),
};

export const outgoingListRows: MatrixRows = {
  'GET /document-filters': { needs: 'document:read', ask: (by) => by.get('/document-filters') },
  'POST /documents/bulk': {
    needs: 'document:issue',
    thing: async (desk) => (await documentIn('approved', desk.sender, [desk.recipient.agencyId])).id,
    ask: (by, id) => by.post('/documents/bulk', { action: 'issue', ids: [id] }),
  },
  'GET /saved-views': { needs: 'document:read', peopleOnly: true, ask: (by) => by.get('/saved-views') },
  'POST /saved-views': { needs: 'document:read', peopleOnly: true, ask: (by) => by.post('/saved-views', view()) },
  'PUT /saved-views/order': {
    needs: 'document:read',
    peopleOnly: true,
    ask: (by) => by.call('PUT', '/saved-views/order', { json: { ids: [] } }),
  },
  'PUT /saved-views/{id}': {
    ...ownView,
    ask: (by, id) => by.call('PUT', `/saved-views/${id}`, { json: view() }),
  },
  'DELETE /saved-views/{id}': { ...ownView, ask: (by, id) => by.call('DELETE', `/saved-views/${id}`) },
};
