import { DelegationList } from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import type { Desk } from '../desk.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';
import { noVersion, farDay, somebodyAt } from './things.js';

const person = async (desk: Desk): Promise<string> => (await somebodyAt(desk)).id;
const post = async (desk: Desk): Promise<string> => (await somebodyAt(desk)).postId;

/** Read by the own administrator, by system administrators and by auditors. */
const reading = { needs: 'person:read', at: ['sender'], beyond: 'person:read-all' } as const;
/** Managed by the own administrator and by system administrators. */
const managing = { needs: 'person:manage', at: ['sender'], beyond: 'person:manage-all' } as const;

const newPost = (desk: Desk) => ({ agencyId: desk.sender.agencyId, role: 'civil-servant', position: 'Chuyên viên' });

async function newUnit(desk: Desk): Promise<string> {
  const [unit] = await desk.app.server.get(Database).query<{ id: string }>(
    `INSERT INTO units (id, agency_id, name, abbreviation, valid_from)
     VALUES ($1, $2, 'Phòng Tổng hợp', 'TH', '2017-01-01') RETURNING id`,
    [newId(), desk.sender.agencyId],
  );
  return unit?.id ?? '';
}

/** An absence of one leader of the sender, seen to by another. */
const delegating: MatrixRow = {
  needs: 'delegation:manage-own',
  orNeeds: 'person:manage',
  ask: (by, _thing, desk) =>
    by.post('/delegations', {
      toPostId: desk.sender.leader.session.post.id,
      validFrom: farDay,
      validTo: farDay,
      reason: 'Đi công tác',
    }),
};

let absences = 0;

/** An absence of the sender’s leader, in a year of its own, seen to by another. */
async function delegation(desk: Desk): Promise<string> {
  const { postId } = await somebodyAt(desk, 'leader');
  absences += 1;
  const day = `${2090 + absences}-01-01`;
  await desk.sender.leader.post('/delegations', {
    toPostId: postId,
    validFrom: day,
    validTo: day,
    reason: 'Đi công tác',
  });
  const { items } = (await desk.sender.leader.get('/delegations')).as(DelegationList);
  return items.find(({ to }) => to.postId === postId)?.id ?? '';
}

export const peopleRows: MatrixRows = {
  'GET /people': { needs: 'person:read', ask: (by) => by.get('/people') },
  'POST /people': {
    ...managing,
    ask: (by, _thing, desk) =>
      by.post('/people', { fullName: 'Bùi Văn Tân', userName: `tan.${newId()}`, post: newPost(desk) }),
  },
  'GET /people/{id}': { ...reading, thing: person, ask: (by, id) => by.get(`/people/${id}`) },
  'PUT /people/{id}': {
    ...managing,
    thing: person,
    ask: (by, id) => by.call('PUT', `/people/${id}`, { headers: noVersion, json: { fullName: 'Bùi Thị Khác' } }),
  },
  'POST /people/{id}/disable': {
    ...managing,
    thing: person,
    ask: (by, id) => by.post(`/people/${id}/disable`, { reason: 'Nghỉ việc' }),
  },
  'POST /people/{id}/enable': { ...managing, thing: person, ask: (by, id) => by.post(`/people/${id}/enable`) },
  'POST /people/{id}/posts': {
    ...managing,
    thing: person,
    ask: (by, id, desk) => by.post(`/people/${id}/posts`, newPost(desk)),
  },
  'POST /people/{id}/invitations': {
    ...managing,
    thing: person,
    ask: (by, id) => by.post(`/people/${id}/invitations`),
  },
  'GET /people/{id}/sessions': { ...managing, thing: person, ask: (by, id) => by.get(`/people/${id}/sessions`) },
  'DELETE /people/{id}/sessions': {
    ...managing,
    thing: person,
    ask: (by, id) => by.call('DELETE', `/people/${id}/sessions`),
  },
  'PUT /posts/{id}': {
    ...managing,
    thing: post,
    ask: (by, id) => by.call('PUT', `/posts/${id}`, { json: { position: 'Chuyên viên chính' } }),
  },
  'POST /posts/{id}/handover': {
    ...managing,
    thing: post,
    ask: (by, id, desk) =>
      by.post(`/posts/${id}/handover`, {
        day: farDay,
        reason: 'Chuyển công tác',
        receiver: { kind: 'post', postId: desk.sender.civilServant.session.post.id },
      }),
  },
  'GET /posts/{id}/candidates': {
    ...managing,
    thing: post,
    ask: (by, id) => by.get(`/posts/${id}/candidates?for=hand-over`),
  },
  'GET /agencies/{id}/units': { ...reading, ask: (by, _id, desk) => by.get(`/agencies/${desk.sender.agencyId}/units`) },
  'POST /agencies/{id}/units': {
    ...managing,
    ask: (by, _id, desk) => by.post(`/agencies/${desk.sender.agencyId}/units`, { name: `Phòng ${newId()}` }),
  },
  'PUT /units/{id}': {
    ...managing,
    thing: newUnit,
    ask: (by, id) => by.call('PUT', `/units/${id}`, { json: { name: `Phòng ${id}` } }),
  },
  'POST /units/{id}/close': { ...managing, thing: newUnit, ask: (by, id) => by.post(`/units/${id}/close`) },
  'POST /people/{id}/second-factor-reset': {
    ...managing,
    thing: person,
    ask: (by, id) => by.post(`/people/${id}/second-factor-reset`, { reason: 'Mất điện thoại' }),
  },
  'DELETE /people/{id}/linked-identities': {
    ...managing,
    thing: person,
    ask: (by, id) => by.call('DELETE', `/people/${id}/linked-identities`),
  },
  'GET /delegations': { needs: 'delegation:manage-own', ask: (by) => by.get('/delegations') },
  'POST /delegations': delegating,
  'POST /delegations/{id}/revoke': {
    needs: 'delegation:manage-own',
    orNeeds: 'person:manage',
    at: ['sender'],
    beyond: 'person:manage-all',
    // Whose absence it is, and the administrators.
    also: ({ role }) => role === 'leader' || role.endsWith('administrator'),
    thing: delegation,
    ask: (by, id) => by.post(`/delegations/${id}/revoke`),
  },
};
