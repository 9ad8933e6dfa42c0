import { waitUntil } from '#testing';
import { Database } from '#platform';
import type { Desk } from '../desk.js';
import { documentIn, patience } from '../documents.js';
import type { MatrixRows } from './matrix-row.js';

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

export const deliveryRows: MatrixRows = {
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
};
