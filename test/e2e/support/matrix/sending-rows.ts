import { DeliveryPage } from '#contracts';
import type { Desk } from '../desk.js';
import { documentIn } from '../documents.js';
import type { MatrixRows } from './matrix-row.js';

const body = { name: 'Công ty Điện lực', address: 'Số 1', paperReason: { code: 'not-on-system' } };

const issued = async (desk: Desk): Promise<string> =>
  (await documentIn('issued', desk.sender, [desk.recipient.agencyId])).id;

const sent = async (desk: Desk): Promise<string> =>
  (await documentIn('sent', desk.sender, [desk.recipient.agencyId], { externals: [body] })).id;

const scheduled = async (desk: Desk): Promise<string> => {
  const id = await issued(desk);
  await desk.sender.clerk.call('PUT', `/documents/${id}/sending`, { json: { sendAt: tomorrow() } });
  return id;
};

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();

export const sendingRows: MatrixRows = {
  'PUT /documents/{id}/sending': {
    needs: 'document:send',
    at: ['sender'],
    thing: issued,
    ask: (by, id) => by.call('PUT', `/documents/${id}/sending`, { json: { sendAt: tomorrow() } }),
  },
  'DELETE /documents/{id}/sending': {
    needs: 'document:send',
    at: ['sender'],
    thing: scheduled,
    ask: (by, id) => by.call('DELETE', `/documents/${id}/sending`),
  },
  'POST /documents/{id}/copies': {
    needs: 'document:send',
    at: ['sender'],
    thing: sent,
    ask: (by, id) => by.post(`/documents/${id}/copies`, { externals: [{ ...body, name: 'Bưu điện tỉnh' }] }),
  },
  'GET /documents/{id}/paper': {
    needs: 'document:read',
    at: ['sender'],
    peopleOnly: true,
    thing: sent,
    ask: (by, id) => by.get(`/documents/${id}/paper`),
  },
  'GET /documents/{id}/paper/pdf': {
    needs: 'document:read',
    at: ['sender'],
    peopleOnly: true,
    thing: sent,
    ask: (by, id) => by.get(`/documents/${id}/paper/pdf`),
  },
  'PUT /documents/{id}/deliveries/{deliveryId}/handover': {
    needs: 'document:send',
    at: ['sender'],
    peopleOnly: true,
    thing: async (desk) => {
      const id = await sent(desk);
      const { items } = (await desk.sender.clerk.get(`/documents/${id}/deliveries`)).as(DeliveryPage);
      return `/documents/${id}/deliveries/${items.find(({ recipient }) => recipient.id === null)?.id}/handover`;
    },
    ask: (by, path) => by.call('PUT', path, { json: { handedOn: '2017-01-01', takenBy: 'Nguyễn Văn Bưu' } }),
  },
  'GET /external-bodies': {
    needs: 'document:draft',
    peopleOnly: true,
    ask: (by) => by.get('/external-bodies'),
  },
};
