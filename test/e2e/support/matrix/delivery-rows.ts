import { newId } from '#kernel';
import { DeliveryQueueView } from '#contracts';
import { Database } from '#platform';
import { anAgency, waitUntil } from '#testing';
import type { Desk } from '../desk.js';
import { documentIn, patience } from '../documents.js';
import { sessionOf } from './askers.js';
import type { MatrixRows } from './matrix-row.js';
import { noVersion } from './things.js';

/** A delivery of the sender that failed. */
export async function failedDelivery(desk: Pick<Desk, 'app' | 'sender' | 'recipient'>): Promise<string> {
  const { id } = await documentIn('sent', desk.sender, [desk.recipient.agencyId]);
  const database = desk.app.server.get(Database);
  let failed: { id: string } | undefined;
  await waitUntil('it can fail', patience, async () => {
    [failed] = await database.query<{ id: string }>(
      `UPDATE deliveries SET transport_state = 'failed', state = 'needs-attention', cause = 'internal',
              failure = 'thử' WHERE document_id = $1 AND transport_state = 'done' RETURNING id`,
      [id],
    );
    return failed !== undefined;
  });
  return failed?.id ?? '';
}

const operating = {
  needs: 'delivery:operate',
  orNeeds: 'delivery:operate-all',
  at: ['sender'],
  beyond: 'delivery:operate-all',
  peopleOnly: true,
  thing: async (desk: Desk) => `/deliveries-in-attention/${await failedDelivery(desk)}`,
} as const;

/** A delivery to the recipient that went inside this system. */
async function receivedDelivery(desk: Desk): Promise<string> {
  const [delivery] = await desk.app.server
    .get(Database)
    .query<{ id: string }>('SELECT id FROM deliveries WHERE document_id = $1', [desk.sent.id]);
  return `/received-deliveries/${delivery?.id}`;
}

const report = { eventId: 'one', code: '03', occurredAt: new Date().toISOString() };

const wholeSystem = { needs: 'delivery:operate-all', peopleOnly: true } as const;

const anotherAgency = async (desk: Desk): Promise<string> => (await anAgency(desk.app.server.get(Database))).id;

async function pauseOf(desk: Desk): Promise<string> {
  const administrator = await sessionOf(desk.app, 'matrix.system-administrator.sender');
  const agencyId = await anotherAgency(desk);
  const answer = await administrator.post('/delivery-queue/pauses', { agencyId, reason: 'Bảo trì' });
  const pause = answer.as(DeliveryQueueView).pauses.find(({ agency }) => agency?.id === agencyId);
  return `/delivery-queue/pauses/${pause?.id}`;
}

async function failedJobOf(desk: Desk): Promise<string> {
  const [job] = await desk.app.server.get(Database).query<{ id: string }>(
    `INSERT INTO outbox_messages (id, job, payload, priority, created_at, failed_at, failure)
     VALUES (uuidv7(), 'deliver-dispatch', '{"dispatchId": "01900000-0000-7000-8000-000000000001"}', 10, now(), now(),
             'hỏng') RETURNING id`,
  );
  return `/delivery-queue/failed-jobs/${job?.id}/retry`;
}

export const deliveryRows: MatrixRows = {
  'POST /mailbox-links/show': { needs: 'public', ask: (by) => by.post('/mailbox-links/show', { token: 'none' }) },
  'POST /mailbox-links/code': { needs: 'public', ask: (by) => by.post('/mailbox-links/code', { token: 'none' }) },
  'POST /mailbox-links/renew': { needs: 'public', ask: (by) => by.post('/mailbox-links/renew', { token: 'none' }) },
  'POST /mailbox-links/open': {
    needs: 'public',
    ask: (by) => by.post('/mailbox-links/open', { token: 'none', code: '000000' }),
  },
  'POST /mailbox-links/accept': {
    needs: 'public',
    ask: (by) => by.post('/mailbox-links/accept', { key: 'none', name: 'Lan' }),
  },
  'POST /mailbox-links/refuse': {
    needs: 'public',
    ask: (by) => by.post('/mailbox-links/refuse', { key: 'none', name: 'Lan', reason: 'Nhầm' }),
  },
  'POST /mailbox-links/decide': {
    needs: 'public',
    ask: (by) => by.post('/mailbox-links/decide', { key: 'none', requestId: newId(), name: 'Lan', agrees: true }),
  },
  'POST /received-deliveries/{id}/events': {
    needs: 'delivery:report',
    at: ['recipient'],
    thing: receivedDelivery,
    ask: (by, path) => by.post(`${path}/events`, report),
  },
  'GET /deliveries-in-attention': {
    needs: 'delivery:operate',
    orNeeds: 'delivery:operate-all',
    peopleOnly: true,
    ask: (by) => by.get('/deliveries-in-attention'),
  },
  'GET /deliveries-in-attention/{id}': { ...operating, ask: (by, path) => by.get(path) },
  'POST /deliveries-in-attention/{id}/retry': { ...operating, ask: (by, path) => by.post(`${path}/retry`, {}) },
  'POST /deliveries-in-attention/{id}/send-other-way': {
    ...operating,
    ask: (by, path) => by.post(`${path}/send-other-way`, { channel: 'paper', paperReason: { code: 'on-request' } }),
  },
  'POST /deliveries-in-attention/{id}/give-up': {
    ...operating,
    ask: (by, path) => by.post(`${path}/give-up`, { reason: 'Đã gửi trực tiếp' }),
  },
  'GET /late-deliveries': { needs: 'document:read', ask: (by) => by.get('/late-deliveries') },
  'GET /late-deliveries/counts': { needs: 'document:read', ask: (by) => by.get('/late-deliveries/counts') },
  'GET /alerts': { ...wholeSystem, ask: (by) => by.get('/alerts') },
  'GET /alerts/settings': { ...wholeSystem, ask: (by) => by.get('/alerts/settings') },
  'PUT /alerts/settings': {
    ...wholeSystem,
    ask: (by) => by.call('PUT', '/alerts/settings', { headers: noVersion, json: { mailboxes: [] } }),
  },
  'GET /delivery-queue': { ...wholeSystem, ask: (by) => by.get('/delivery-queue') },
  'POST /delivery-queue/pauses': {
    ...wholeSystem,
    thing: anotherAgency,
    ask: (by, agencyId) => by.post('/delivery-queue/pauses', { agencyId, reason: 'Bảo trì' }),
  },
  'DELETE /delivery-queue/pauses/{id}': { ...wholeSystem, thing: pauseOf, ask: (by, path) => by.call('DELETE', path) },
  'POST /delivery-queue/failed-jobs/retry': {
    ...wholeSystem,
    thing: failedJobOf,
    ask: (by) => by.post('/delivery-queue/failed-jobs/retry'),
  },
  'POST /delivery-queue/failed-jobs/{id}/retry': {
    ...wholeSystem,
    thing: failedJobOf,
    ask: (by, path) => by.post(path),
  },
};
