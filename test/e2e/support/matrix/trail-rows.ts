import { newId } from '#kernel';
import { documentIn } from '../documents.js';
import type { Desk } from '../desk.js';
import { sessionOf } from './askers.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';

const chain: Pick<MatrixRow, 'thing'> = { thing: async (desk) => desk.sender.agencyId };

/** The newest entry of the sender’s chain. */
const entry = async (desk: Desk): Promise<string> => {
  const administrator = await sessionOf(desk.app, 'matrix.agency-administrator.sender');
  const answer = await administrator.get('/trail?limit=1');
  const { items } = answer.json() as { items: { id: string }[] };
  return items[0]?.id ?? newId();
};

const theirs = { needs: 'trail:read', at: ['sender'], beyond: 'trail:read-all' } as const;

export const trailRows: MatrixRows = {
  'GET /trail': { ...theirs, ...chain, ask: (by, agencyId) => by.get(`/trail?agencyId=${agencyId}`) },
  'GET /trail/state': { needs: 'trail:read', ask: (by) => by.get('/trail/state') },
  'GET /trail/export': {
    ...theirs,
    ...chain,
    ask: (by, agencyId) => by.get(`/trail/export?format=csv&from=2099-01-01&agencyId=${agencyId}`),
  },
  'GET /trail/{id}': { ...theirs, thing: entry, ask: (by, id) => by.get(`/trail/${id}`) },
  'POST /documents/{id}/prints': {
    needs: 'document:read',
    at: ['sender'],
    thing: async (desk) => (await documentIn('sent', desk.sender, [desk.recipient.agencyId])).id,
    ask: (by, id) => by.post(`/documents/${id}/prints`),
  },
  'POST /arrivals/{id}/prints': {
    needs: 'arrival:read',
    at: ['recipient'],
    // Registered: before that it is only the clerk’s and the leader’s.
    thing: async ({ accepted }) => accepted.id,
    ask: (by, id) => by.post(`/arrivals/${id}/prints`),
  },
};
