import { ArrivalView } from '#contracts';
import type { Desk } from '../desk.js';
import { arrivalAt, documentIn } from '../documents.js';
import type { Asker } from './askers.js';
import type { MatrixRows } from './matrix-row.js';

/** The path of a registered arrival. */
async function accepted(desk: Desk): Promise<string> {
  const { id } = await arrivalAt(desk.recipient, await documentIn('sent', desk.sender, [desk.recipient.agencyId]));
  await desk.recipient.clerk.post(`/arrivals/${id}/accept`);
  return `/arrivals/${id}`;
}

const parts = (desk: Desk) => [{ role: 'lead', postId: desk.recipient.leader.session.post.id }];

/** The path of a part that supports, with the recipient’s civil servant. */
async function part(desk: Desk): Promise<string> {
  const path = await accepted(desk);
  const { leader, civilServant } = desk.recipient;
  const supports = { role: 'support', postId: civilServant.session.post.id };
  const answer = await leader.post(`${path}/assignments`, { parts: [...parts(desk), supports] });
  return `/assignments/${answer.as(ArrivalView).assignments.at(-1)?.id}`;
}

const hasIt = ({ role }: Asker): boolean => role === 'civil-servant';

export const handlingRows: MatrixRows = {
  'GET /my-work': { needs: 'arrival:handle', ask: (by) => by.get('/my-work') },
  'GET /assignees': { needs: 'arrival:handle', ask: (by) => by.get('/assignees') },
  'POST /arrivals/{id}/submit': {
    needs: 'arrival:submit',
    at: ['recipient'],
    thing: accepted,
    ask: (by, path, desk) => by.post(`${path}/submit`, { toPostId: desk.recipient.leader.session.post.id }),
  },
  'GET /arrivals/{id}/assignment-suggestions': {
    needs: 'arrival:read',
    at: ['recipient'],
    thing: accepted,
    ask: (by, path) => by.get(`${path}/assignment-suggestions`),
  },
  'POST /arrivals/{id}/assignments': {
    needs: 'arrival:assign',
    at: ['recipient'],
    thing: accepted,
    ask: (by, path, desk) => by.post(`${path}/assignments`, { parts: parts(desk) }),
  },
  'POST /arrivals/{id}/comments': {
    needs: 'arrival:handle',
    at: ['recipient'],
    thing: accepted,
    ask: (by, path) => by.post(`${path}/comments`, { opinion: 'Đồng ý' }),
  },
  'POST /assignments/{id}/start': {
    needs: 'arrival:handle',
    at: ['recipient'],
    also: hasIt,
    thing: part,
    ask: (by, path) => by.post(`${path}/start`),
  },
  'POST /assignments/{id}/parts': {
    // What a person has is theirs to do; only units give on.
    needs: 'arrival:handle',
    at: [],
    thing: part,
    ask: (by, path, desk) => by.post(`${path}/parts`, { parts: parts(desk) }),
  },
  'POST /assignments/{id}/finish': {
    needs: 'arrival:handle',
    at: ['recipient'],
    also: hasIt,
    thing: part,
    ask: (by, path) => by.post(`${path}/finish`, { note: '' }),
  },
  'POST /assignments/{id}/hand-back': {
    needs: 'arrival:handle',
    at: ['recipient'],
    also: hasIt,
    thing: part,
    ask: (by, path) => by.post(`${path}/hand-back`, { reason: 'Không thuộc chức năng' }),
  },
};
