import { arrivalAt, documentIn, draftBody, pdf, upload } from '../documents.js';
import { beginUpload, giveUp, sendBytes, uploadPath } from '../uploads.js';
import type { Desk } from '../desk.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';
import { farDay } from './things.js';

type State = Parameters<typeof documentIn>[0];

const makers = new Map<State, (desk: Desk) => Promise<string>>();

/** The same function for the same state, so that those who only read share what it makes. */
function documentAt(state: State): (desk: Desk) => Promise<string> {
  const make =
    makers.get(state) ?? (async (desk: Desk) => (await documentIn(state, desk.sender, [desk.recipient.agencyId])).id);
  makers.set(state, make);
  return make;
}

const arrival = async (desk: Desk): Promise<string> =>
  (await arrivalAt(desk.recipient, await documentIn('sent', desk.sender, [desk.recipient.agencyId]))).id;

const acceptedArrival = async (desk: Desk): Promise<string> => {
  const id = await arrival(desk);
  await desk.recipient.clerk.post(`/arrivals/${id}/accept`);
  return id;
};

const acceptedFile = async ({ accepted, recipient }: Desk): Promise<string> => {
  const path = `/arrivals/${accepted.id}`;
  const { attachments } = (await recipient.clerk.get(path)).json() as { attachments: { id: string }[] };
  return `${path}/attachments/${attachments[0]?.id}`;
};

/** Below /api/v1: a file on its way. */
const begun = async (desk: Desk): Promise<string> => {
  const { id } = await documentIn('draft', desk.sender, [desk.recipient.agencyId]);
  return uploadPath(await beginUpload(desk.sender.civilServant, id));
};

/** Drafts are their drafter’s alone: here the civil servant of the sender. */
const byDrafter: Partial<MatrixRow> = { also: ({ role }) => role === 'civil-servant' };

/** A draft that waits for the opinion of the sender’s clerk. */
const inReview: Pick<MatrixRow, 'peopleOnly' | 'thing'> = {
  peopleOnly: true,
  thing: async ({ sender, recipient }) => {
    const reviewers = [{ postId: sender.clerk.session.post.id, dueOn: farDay }];
    return (await documentIn('submitted', sender, [recipient.agencyId], { reviewers })).id;
  },
};

/** Asked is the clerk alone. */
const byReviewer: Partial<MatrixRow> = { also: ({ role }) => role === 'clerk', ...inReview };

function move(action: string, state: State, needs: MatrixRow['needs'], rest: Partial<MatrixRow> = {}): MatrixRow {
  return {
    needs,
    at: ['sender'],
    thing: documentAt(state),
    ask: (by, id) => by.post(`/documents/${id}/${action}`, { opinion: 'Xin sửa lại' }),
    ...rest,
  };
}

export const documentRows: MatrixRows = {
  'GET /documents': { needs: 'document:read', ask: (by) => by.get('/documents') },
  'POST /documents': {
    needs: 'document:draft',
    // The signer is of the sender: who drafts elsewhere is told that their agency has no such signer.
    ask: (by, _thing, desk) => by.post('/documents', draftBody(desk.sender, [])),
  },
  'GET /documents/{id}': {
    needs: 'document:read',
    at: ['sender'],
    thing: documentAt('sent'),
    ask: (by, id) => by.get(`/documents/${id}`),
  },
  'PUT /documents/{id}': {
    needs: 'document:draft',
    at: ['sender'],
    ...byDrafter,
    thing: documentAt('draft'),
    ask: (by, id, desk) =>
      by.call('PUT', `/documents/${id}`, { headers: { 'if-match': '"1"' }, json: draftBody(desk.sender, []) }),
  },
  'POST /documents/{id}/submit': move('submit', 'draft', 'document:draft', byDrafter),
  'POST /documents/{id}/agree': { ...move('agree', 'draft', 'document:review'), ...byReviewer },
  'POST /documents/{id}/give-back': { ...move('give-back', 'draft', 'document:review'), ...byReviewer },
  'POST /documents/{id}/call-back': { ...move('call-back', 'draft', 'document:draft'), ...byDrafter, ...inReview },
  'GET /documents/{id}/opinions': {
    needs: 'document:read',
    at: ['sender'],
    peopleOnly: true,
    thing: documentAt('sent'),
    ask: (by, id) => by.get(`/documents/${id}/opinions`),
  },
  'GET /documents/{id}/versions': {
    needs: 'document:read',
    at: ['sender'],
    peopleOnly: true,
    thing: documentAt('sent'),
    ask: (by, id) => by.get(`/documents/${id}/versions`),
  },
  'POST /documents/{id}/versions': {
    ...move('versions', 'draft', 'document:draft', byDrafter),
    peopleOnly: true,
  },
  'GET /documents/{id}/versions/{number}': {
    needs: 'document:read',
    at: ['sender'],
    peopleOnly: true,
    thing: documentAt('sent'),
    ask: (by, id) => by.get(`/documents/${id}/versions/1`),
  },
  'POST /documents/{id}/versions/{number}/comments': {
    needs: 'document:review',
    at: ['sender'],
    peopleOnly: true,
    // The drafter, and every leader: what was submitted is on their desk.
    also: ({ role }) => role === 'civil-servant' || role === 'leader',
    thing: documentAt('submitted'),
    ask: (by, id) => by.post(`/documents/${id}/versions/1/comments`, { text: 'Xem lại khoản 2' }),
  },
  'GET /reviewers': { needs: 'document:draft', peopleOnly: true, ask: (by) => by.get('/reviewers') },
  'POST /documents/{id}/return': move('return', 'submitted', 'document:approve'),
  'POST /documents/{id}/approve': move('approve', 'submitted', 'document:approve'),
  'POST /documents/{id}/issue': move('issue', 'approved', 'document:issue'),
  'POST /documents/{id}/send': move('send', 'issued', 'document:send'),
  'POST /documents/{id}/complete': move('complete', 'sent', 'document:complete'),
  'POST /documents/{id}/corrections': {
    needs: 'document:draft',
    at: ['sender'],
    thing: documentAt('sent'),
    ask: (by, id) => by.post(`/documents/${id}/corrections`, { kind: 'corrects' }),
  },
  'GET /documents/{id}/template': {
    needs: 'document:read',
    at: ['sender'],
    thing: documentAt('sent'),
    ask: (by, id) => by.get(`/documents/${id}/template`),
  },
  'GET /documents/{id}/deliveries': {
    needs: 'document:read',
    at: ['sender'],
    thing: documentAt('sent'),
    ask: (by, id) => by.get(`/documents/${id}/deliveries`),
  },
  'PUT /documents/{id}/attachments/{attachmentId}': {
    needs: 'document:draft',
    at: ['sender'],
    ...byDrafter,
    thing: documentAt('draft'),
    ask: (by, id) => upload(by, id),
  },
  'PUT /documents/{id}/attachment-order': {
    needs: 'document:draft',
    at: ['sender'],
    ...byDrafter,
    thing: async (desk) => {
      const { id, attachments } = await documentIn('draft', desk.sender, [desk.recipient.agencyId]);
      return `${id} ${attachments[0]?.id}`;
    },
    ask: (by, ids) => {
      const [id, ...attachmentIds] = ids.split(' ');
      return by.call('PUT', `/documents/${id}/attachment-order`, {
        headers: { 'if-match': '"1"' },
        json: { attachmentIds },
      });
    },
  },
  'DELETE /documents/{id}/attachments/{attachmentId}': {
    needs: 'document:draft',
    at: ['sender'],
    ...byDrafter,
    thing: async (desk) => {
      const { id, attachments } = await documentIn('draft', desk.sender, [desk.recipient.agencyId]);
      return `/documents/${id}/attachments/${attachments[0]?.id}`;
    },
    ask: (by, path) => by.call('DELETE', path),
  },
  'GET /documents/{id}/attachments/{attachmentId}/content': {
    needs: 'document:read',
    at: ['sender'],
    ask: (by, _thing, { sent }) => by.get(`/documents/${sent.id}/attachments/${sent.attachments[0]?.id}/content`),
  },
  'GET /documents/{id}/attachments/{attachmentId}/rendition': {
    needs: 'document:read',
    at: ['sender'],
    ask: (by, _thing, { sent }) => by.get(`/documents/${sent.id}/attachments/${sent.attachments[0]?.id}/rendition`),
  },
  'GET /documents/{id}/attachments/{attachmentId}/rendition/content': {
    needs: 'document:read',
    at: ['sender'],
    // Its file is a PDF, which has none: whoever may not read it is refused before that is known.
    ask: (by, _thing, { sent }) =>
      by.get(`/documents/${sent.id}/attachments/${sent.attachments[0]?.id}/rendition/content`),
  },
  'POST /documents/{id}/uploads': {
    needs: 'document:draft',
    at: ['sender'],
    peopleOnly: true,
    ...byDrafter,
    thing: documentAt('draft'),
    ask: (by, id) => beginUpload(by, id),
  },
  'PATCH /documents/{id}/uploads/{uploadId}': {
    needs: 'document:draft',
    at: ['sender'],
    peopleOnly: true,
    ...byDrafter,
    thing: begun,
    ask: (by, path) => sendBytes(by, path, 0, pdf().subarray(0, 10)),
  },
  'DELETE /documents/{id}/uploads/{uploadId}': {
    needs: 'document:draft',
    at: ['sender'],
    peopleOnly: true,
    ...byDrafter,
    thing: begun,
    ask: (by, path) => giveUp(by, path),
  },
  'GET /arrivals': { needs: 'arrival:read', ask: (by) => by.get('/arrivals') },
  'GET /arrivals/{id}': {
    needs: 'arrival:read',
    at: ['recipient'],
    thing: acceptedArrival,
    ask: (by, id) => by.get(`/arrivals/${id}`),
  },
  'GET /arrivals/{id}/attachments/{attachmentId}/content': {
    needs: 'arrival:read',
    at: ['recipient'],
    ask: async (by, _thing, desk) => by.get(`${await acceptedFile(desk)}/content`),
  },
  'GET /arrivals/{id}/attachments/{attachmentId}/rendition': {
    needs: 'arrival:read',
    at: ['recipient'],
    ask: async (by, _thing, desk) => by.get(`${await acceptedFile(desk)}/rendition`),
  },
  'GET /arrivals/{id}/attachments/{attachmentId}/rendition/content': {
    needs: 'arrival:read',
    at: ['recipient'],
    ask: async (by, _thing, desk) => by.get(`${await acceptedFile(desk)}/rendition/content`),
  },
  'POST /arrivals/{id}/accept': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: arrival,
    ask: (by, id) => by.post(`/arrivals/${id}/accept`),
  },
  'POST /arrivals/{id}/refuse': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: arrival,
    ask: (by, id) => by.post(`/arrivals/${id}/refuse`, { reason: 'Gửi nhầm nơi nhận' }),
  },
  'POST /arrivals/{id}/complete': {
    needs: 'arrival:complete',
    at: ['recipient'],
    thing: acceptedArrival,
    ask: (by, id) => by.post(`/arrivals/${id}/complete`),
  },
  'POST /arrivals/{id}/replies': {
    needs: 'document:draft',
    at: ['recipient'],
    thing: acceptedArrival,
    ask: (by, id) => by.post(`/arrivals/${id}/replies`),
  },
  'GET /archive-entries': { needs: 'archive:read', ask: (by) => by.get('/archive-entries') },
  'GET /desk': { needs: 'signed-in', ask: (by) => by.get('/desk') },
  'GET /signers': { needs: 'signed-in', clientsToo: true, ask: (by) => by.get('/signers') },
};
