import { ArrivalView } from '#contracts';
import type { Desk } from '../desk.js';
import { arrivalAt, documentIn, sendCorrection } from '../documents.js';
import type { MatrixRows } from './matrix-row.js';

const sent = (desk: Desk) => documentIn('sent', desk.sender, [desk.recipient.agencyId]);

/** The path of what was asked about a registered arrival. */
async function asked(desk: Desk): Promise<string> {
  const document = await sent(desk);
  const { id } = await arrivalAt(desk.recipient, document);
  await desk.recipient.clerk.post(`/arrivals/${id}/accept`);
  await desk.sender.clerk.post(`/documents/${document.id}/recalls`, { reason: 'Gửi nhầm' });
  const [request] = (await desk.recipient.clerk.get(`/arrivals/${id}`)).as(ArrivalView).requests;
  return `/arrivals/${id}/requests/${request?.id}`;
}

/** The path of the comparison of a registered replacement with what it replaced. */
async function replacement(desk: Desk): Promise<string> {
  const document = await sent(desk);
  const earlier = await arrivalAt(desk.recipient, document);
  await desk.recipient.clerk.post(`/arrivals/${earlier.id}/accept`);
  const later = await arrivalAt(desk.recipient, await sendCorrection(desk.sender, document.id, 'replaces'));
  await desk.recipient.clerk.post(`/arrivals/${later.id}/accept`);
  return `/arrivals/${later.id}/comparison/${earlier.id}`;
}

export const recallRows: MatrixRows = {
  'POST /documents/{id}/recalls': {
    needs: 'document:recall',
    at: ['sender'],
    thing: async (desk) => (await sent(desk)).id,
    ask: (by, id) => by.post(`/documents/${id}/recalls`, { reason: 'Gửi nhầm' }),
  },
  'POST /arrivals/{id}/requests/{requestId}/decision': {
    needs: 'arrival:receive',
    at: ['recipient'],
    thing: asked,
    ask: (by, path) => by.post(`${path}/decision`, { agrees: true }),
  },
  'GET /arrivals/{id}/comparison/{earlierId}': {
    needs: 'arrival:read',
    at: ['recipient'],
    thing: replacement,
    ask: (by, path) => by.get(path),
  },
};
