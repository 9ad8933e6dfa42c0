import { newId } from '#kernel';
import { Database } from '#platform';
import type { Desk } from '../desk.js';
import { sessionOf } from './askers.js';
import type { MatrixRows } from './matrix-row.js';
import { noVersion } from './things.js';

const fields = { name: 'Một cửa', url: 'https://example.test/hook', kinds: ['arrival.arrived'] };

/** A new one; those that were made before go, as an agency has ten at most. */
async function webhookOf(desk: Desk): Promise<string> {
  const administrator = await sessionOf(desk.app, 'matrix.agency-administrator.sender');
  const { items } = (await administrator.get('/webhooks')).json() as { items: readonly { id: string }[] };
  for (const { id } of items) {
    await administrator.call('DELETE', `/webhooks/${id}`);
  }
  const answer = await administrator.post('/webhooks', { ...fields, agencyId: desk.sender.agencyId });
  const { webhook } = answer.json() as { webhook: { id: string } };
  return `/webhooks/${webhook.id}`;
}

const webhook = { needs: 'webhook:manage', at: ['sender'], beyond: 'webhook:manage-all', thing: webhookOf } as const;

export const webhookRows: MatrixRows = {
  'GET /webhooks': { needs: 'webhook:manage', ask: (by) => by.get('/webhooks') },
  'POST /webhooks': {
    ...webhook,
    ask: (by, _path, desk) => by.post('/webhooks', { ...fields, agencyId: desk.sender.agencyId }),
  },
  'GET /webhooks/{id}': { ...webhook, ask: (by, path) => by.get(path) },
  'PUT /webhooks/{id}': {
    ...webhook,
    ask: (by, path) => by.call('PUT', path, { headers: noVersion, json: fields }),
  },
  'DELETE /webhooks/{id}': { ...webhook, ask: (by, path) => by.call('DELETE', path) },
  'POST /webhooks/{id}/pause': { ...webhook, ask: (by, path) => by.post(`${path}/pause`) },
  'POST /webhooks/{id}/resume': { ...webhook, ask: (by, path) => by.post(`${path}/resume`) },
  'POST /webhooks/{id}/test': { ...webhook, ask: (by, path) => by.post(`${path}/test`) },
  'POST /webhooks/{id}/secret': { ...webhook, ask: (by, path) => by.post(`${path}/secret`) },
  'DELETE /webhooks/{id}/secret/older': { ...webhook, ask: (by, path) => by.call('DELETE', `${path}/secret/older`) },
  'GET /webhooks/{id}/messages': { ...webhook, ask: (by, path) => by.get(`${path}/messages`) },
  'POST /webhooks/{id}/messages/replay': { ...webhook, ask: (by, path) => by.post(`${path}/messages/replay`) },
  'POST /webhooks/{id}/messages/{messageId}/replay': {
    ...webhook,
    thing: async (desk) => {
      const path = await webhookOf(desk);
      const id = newId();
      await desk.app.server.get(Database).query(
        `INSERT INTO webhook_messages (id, webhook_id, kind, symbol, data, occurred_at, state)
         VALUES ($1, $2, 'arrival.arrived', '1/TB', '{}', now(), 'failed')`,
        [id, path.split('/').at(-1)],
      );
      return `${path}/messages/${id}`;
    },
    ask: (by, path) => by.post(`${path}/replay`),
  },
};
