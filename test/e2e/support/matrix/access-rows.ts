import { newId } from '#kernel';
import { arrivalAt, documentIn } from '../documents.js';
import type { Desk } from '../desk.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';

const sent = async (desk: Desk): Promise<string> =>
  `/documents/${(await documentIn('sent', desk.sender, [desk.recipient.agencyId])).id}`;

const arrived = async (desk: Desk): Promise<string> => {
  const document = await documentIn('sent', desk.sender, [desk.recipient.agencyId]);
  const { id } = await arrivalAt(desk.recipient, document);
  await desk.recipient.clerk.post(`/arrivals/${id}/accept`);
  return `/arrivals/${id}`;
};

/** A narrowing by the clerk, which a leader of the same agency may confirm. */
const changed =
  (thing: (desk: Desk) => Promise<string>, whose: 'sender' | 'recipient') =>
  async (desk: Desk): Promise<string> => {
    const path = `${await thing(desk)}/access-changes`;
    const answer = await desk[whose].clerk.post(path, { kind: 'narrowed', reason: 'Chỉ người xử lý được xem' });
    const { changes } = answer.json() as { changes: { id: string }[] };
    return `${path}/${changes[0]?.id}`;
  };

function rowsOf(noun: 'documents' | 'arrivals'): MatrixRows {
  const [thing, whose, read] =
    noun === 'documents'
      ? ([sent, 'sender', 'document:read'] as const)
      : ([arrived, 'recipient', 'arrival:read'] as const);
  const own = { at: [whose] } as const;
  const narrow: MatrixRow = {
    ...own,
    needs: 'access:change',
    // A civil servant shares only what they drafted: an arrival was drafted elsewhere.
    also: ({ role }) => role !== 'civil-servant' || noun === 'documents',
    thing,
    ask: (by, path) => by.post(`${path}/access-changes`, { kind: 'narrowed', reason: 'Chỉ người xử lý được xem' }),
  };
  const change = changed(thing, whose);
  return {
    [`GET /${noun}/{id}/access-changes`]: {
      ...own,
      needs: read,
      thing,
      ask: (by, path) => by.get(`${path}/access-changes`),
    },
    [`POST /${noun}/{id}/access-changes`]: narrow,
    [`POST /${noun}/{id}/access-changes/{changeId}/confirm`]: {
      ...own,
      needs: 'access:confirm',
      thing: change,
      ask: (by, path) => by.post(`${path}/confirm`),
    },
    [`DELETE /${noun}/{id}/access-changes/{changeId}`]: {
      ...own,
      needs: 'access:change',
      // Who made it, and the leaders.
      also: ({ role }) => role === 'clerk' || role === 'leader',
      thing: change,
      ask: (by, path) => by.call('DELETE', path),
    },
  };
}

async function groupOf(desk: Desk): Promise<string> {
  const name = `Nhóm ${newId()}`;
  const answer = await desk.sender.clerk.post('/recipient-groups', { kind: 'list', name });
  const { id } = answer.json() as { id: string };
  await desk.sender.clerk.post(`/recipient-groups/${id}/members`, { agencyIds: [desk.recipient.agencyId] });
  return `/recipient-groups/${id}`;
}

/** An agency keeps its own groups; even a system administrator keeps only those of everybody. */
const ownGroup = { at: ['sender'], thing: groupOf } as const;

async function groupOfSent(desk: Desk): Promise<string> {
  const groupId = (await groupOf(desk)).split('/').at(-1);
  const { id } = await documentIn('sent', desk.sender, [], { groups: [{ groupId, channel: 'electronic' }] });
  return `/documents/${id}/groups/${groupId}/members`;
}

export const accessRows: MatrixRows = {
  ...rowsOf('documents'),
  ...rowsOf('arrivals'),
  'GET /documents/{id}/groups/{groupId}/members': {
    needs: 'document:read',
    at: ['sender'],
    thing: groupOfSent,
    ask: (by, path) => by.get(path),
  },
  'GET /access-changes': { needs: 'access:confirm', ask: (by) => by.get('/access-changes') },
  'GET /colleagues': { needs: 'access:change', ask: (by) => by.get('/colleagues') },
  'GET /recipient-groups': { needs: 'group:read', ask: (by) => by.get('/recipient-groups') },
  'POST /recipient-groups': {
    needs: 'group:manage',
    ask: (by) => by.post('/recipient-groups', { kind: 'list', name: `Nhóm ${newId()}` }),
  },
  'GET /recipient-groups/{id}': { ...ownGroup, needs: 'group:read', ask: (by, path) => by.get(path) },
  'PUT /recipient-groups/{id}': {
    ...ownGroup,
    needs: 'group:manage',
    ask: (by, path) => by.call('PUT', path, { headers: { 'if-match': '"2"' }, json: { name: `Nhóm ${newId()}` } }),
  },
  'DELETE /recipient-groups/{id}': { ...ownGroup, needs: 'group:manage', ask: (by, path) => by.call('DELETE', path) },
  'GET /recipient-groups/{id}/members': {
    ...ownGroup,
    needs: 'group:read',
    ask: (by, path) => by.get(`${path}/members`),
  },
  'POST /recipient-groups/{id}/members': {
    ...ownGroup,
    needs: 'group:manage',
    ask: (by, path, desk) => by.post(`${path}/members`, { agencyIds: [desk.stranger.agencyId] }),
  },
  'DELETE /recipient-groups/{id}/members/{agencyId}': {
    ...ownGroup,
    needs: 'group:manage',
    ask: (by, path, desk) => by.call('DELETE', `${path}/members/${desk.recipient.agencyId}`),
  },
};
