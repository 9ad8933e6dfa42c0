import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConnectionTest,
  ReplayedMessages,
  TrailPage,
  WebhookMessagePage,
  type WebhookMessageView,
  WebhookPage,
  WebhookView,
  WebhookWithSecret,
} from '#contracts';
import { waitUntil, WebhookReceiver } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { arrivalAt, documentIn, patience } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;
let administrator: Caller;
let receiver: WebhookReceiver;

beforeAll(async () => {
  app = await startTestApp({ WEBHOOK_NETWORKS: '127.0.0.1/32' });
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  administrator = await signIn(app, 'quantri');
  receiver = await WebhookReceiver.open();
});

afterAll(async () => {
  await receiver.close();
  await app.stop();
});

const wish = (fields: object = {}) => ({
  agencyId: recipient.agencyId,
  name: 'Một cửa',
  url: receiver.url,
  kinds: ['arrival.arrived', 'arrival.registered'],
  ...fields,
});

async function add(fields: object = {}): Promise<WebhookView> {
  const { webhook, secret } = (await administrator.post('/webhooks', wish(fields))).as(WebhookWithSecret);
  receiver.secret = secret;
  return webhook;
}

const remove = async (id: string): Promise<void> => {
  await administrator.call('DELETE', `/webhooks/${id}`);
};

const messages = async (id: string): Promise<WebhookMessageView[]> =>
  (await administrator.get(`/webhooks/${id}/messages`)).as(WebhookMessagePage).items.toReversed();

describe('a webhook of an agency', () => {
  it('gets a signed message of what comes and is registered, and once more what is sent again', async () => {
    const { id } = await add();
    const document = await documentIn('sent', sender, [recipient.agencyId]);
    const arrival = await arrivalAt(recipient, document);
    await recipient.clerk.post(`/arrivals/${arrival.id}/accept`);
    await waitUntil('both are told', patience, async () => {
      const told = await messages(id);
      return told.length === 2 && told.every(({ state }) => state === 'delivered');
    });
    expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([true, true]);
    const [first] = await messages(id);
    expect(first).toMatchObject({ kind: 'arrival.arrived', symbol: document.symbol, status: 200 });

    const again = await administrator.post(`/webhooks/${id}/messages/${first?.id}/replay`);
    expect(again.as(ReplayedMessages)).toEqual({ replayed: 1 });
    await waitUntil('it is told again', patience, async () => receiver.received.length === 3);
    expect(receiver.received[2]?.headers['webhook-id']).toBe(first?.id);
    await remove(id);
    expectProblem(await administrator.get(`/webhooks/${id}`), 'not-found');
    expect((await administrator.get('/webhooks')).as(WebhookPage).items).toEqual([]);
  });

  it('keeps its secret to itself, and changes it with an overlap', async () => {
    const added = await add();
    const path = `/webhooks/${added.id}`;
    const test = async () => (await administrator.post(`${path}/test`)).as(ConnectionTest);
    expect(await test()).toMatchObject({ reached: true });
    const renewed = (await administrator.post(`${path}/secret`)).as(WebhookWithSecret);
    expect(renewed.webhook.hasOlderSecret).toBe(true);
    expect(await test()).toMatchObject({ reached: true });
    expect((await administrator.call('DELETE', `${path}/secret/older`)).as(WebhookView).hasOlderSecret).toBe(false);
    expect(await test()).toMatchObject({ reached: false, status: 401, cause: 'credentials' });
    receiver.secret = renewed.secret;
    expect(await test()).toMatchObject({ reached: true });
    expect(JSON.stringify((await administrator.get(path)).json())).not.toContain('whsec_');
    await remove(added.id);
  });

  it('says in a test why it is not reached, also when its address is inside the house', async () => {
    const { id } = await add({ url: 'https://169.254.169.254/latest' });
    const test = (await administrator.post(`/webhooks/${id}/test`)).as(ConnectionTest);
    expect(test).toMatchObject({ reached: false, cause: 'address-not-allowed' });
    await remove(id);
  });

  it('is edited on the version that was seen, paused and resumed, all of it in the trail', async () => {
    const { id, version } = await add();
    const edit = { name: 'Điều hành', url: receiver.url, kinds: ['delivery.failed', 'arrival.arrived'] };
    const put = (json: object, seen: number) =>
      administrator.call('PUT', `/webhooks/${id}`, { headers: { 'if-match': `"${seen}"` }, json });
    const edited = (await put(edit, version)).as(WebhookView);
    expect(edited).toMatchObject({ name: 'Điều hành', kinds: ['arrival.arrived', 'delivery.failed'] });
    expectProblem(await put(edit, version), 'webhook.stale');
    expect((await administrator.post(`/webhooks/${id}/pause`)).as(WebhookView).state).toBe('paused');
    expect((await administrator.post(`/webhooks/${id}/resume`)).as(WebhookView).state).toBe('active');
    await remove(id);
    const trail = (await administrator.get(`/trail?objectType=webhook&objectId=${id}`)).as(TrailPage);
    expect(trail.items.map(({ action }) => action).toReversed()).toEqual([
      'webhook.added',
      'webhook.edited',
      'webhook.paused',
      'webhook.resumed',
      'webhook.removed',
    ]);
  });

  it.each([
    ['no kind', { kinds: [] }],
    ['an unknown kind', { kinds: ['arrival.vanished'] }],
    ['no name', { name: '  ' }],
    ['an address that is none', { url: 'mot-cua' }],
    ['an address of another protocol', { url: 'ftp://example.test/' }],
  ])('with %s is not taken', async (_what, fields) => {
    expectProblem(await administrator.post('/webhooks', wish(fields)), 'request.invalid');
  });

  it('of another agency is not there for who administers one', async () => {
    const { id } = await add({ agencyId: sender.agencyId });
    expectProblem(await recipient.clerk.get(`/webhooks/${id}`), 'permission.denied');
    await remove(id);
  });
});
