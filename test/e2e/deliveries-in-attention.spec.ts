import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DeliveryInAttentionPage,
  DeliveryInAttentionView,
  DeliveryPage,
  DeskCounts,
  RetriedDeliveries,
} from '#contracts';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { patience } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { failedDelivery } from './support/matrix/delivery-rows.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;
let stranger: Office;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  stranger = await officeOf(app, 'stp');
  administrator = await signIn(app, 'quantri');
});

afterAll(async () => {
  await app.stop();
});

const fail = (): Promise<string> => failedDelivery({ app, sender, recipient });
const pathOf = (id: string): string => `/deliveries-in-attention/${id}`;

async function listed(by: Caller, query = ''): Promise<string[]> {
  return (await by.get(`/deliveries-in-attention${query}`)).as(DeliveryInAttentionPage).items.map(({ id }) => id);
}

async function stateOf(id: string): Promise<string | undefined> {
  const { documentId } = (await sender.clerk.get(pathOf(id))).as(DeliveryInAttentionView);
  return (await sender.clerk.get(`/documents/${documentId}/deliveries`)).as(DeliveryPage).items[0]?.state;
}

describe('a delivery that failed', () => {
  it('is seen by the clerk of its sender and by the administrator, counted, and by nobody else', async () => {
    const before = (await sender.clerk.get('/desk')).as(DeskCounts).needsAttention;
    const id = await fail();
    expect((await sender.clerk.get('/desk')).as(DeskCounts).needsAttention).toBe(before + 1);
    expect((await sender.leader.get('/desk')).as(DeskCounts).needsAttention).toBe(0);
    expect(await listed(sender.clerk)).toContain(id);
    expect(await listed(administrator)).toContain(id);
    expect(await listed(recipient.clerk)).not.toContain(id);
    expectProblem(await stranger.clerk.get(pathOf(id)), 'not-found');
    expectProblem(await stranger.clerk.post(`${pathOf(id)}/retry`, {}), 'not-found');
    expectProblem(await sender.leader.get('/deliveries-in-attention'), 'permission.denied');
  });

  it('shows what it carries, why it failed, and by which ways it could go', async () => {
    const view = (await sender.clerk.get(pathOf(await fail()))).as(DeliveryInAttentionView);
    expect(view).toMatchObject({
      cause: 'internal',
      detail: 'thử',
      channel: 'local',
      files: [{ part: 'main', fileName: 'quyết định.pdf' }],
      otherChannels: ['paper'],
      isGivenUp: false,
    });
    expect(view.alike).toBeGreaterThan(0);
  });

  it('tells nobody what a narrowed document is about but those it was left to', async () => {
    const id = await fail();
    const { documentId, subject } = (await sender.clerk.get(pathOf(id))).as(DeliveryInAttentionView);
    await app.server.get(Database).query('UPDATE documents SET restricted = true WHERE id = $1', [documentId]);
    for (const by of [sender.clerk, administrator]) {
      const view = (await by.get(pathOf(id))).as(DeliveryInAttentionView);
      expect(view).toMatchObject({ subject: null, files: [{ fileName: '' }] });
      expect(view.files[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
      const { items } = (await by.get('/deliveries-in-attention?limit=100')).as(DeliveryInAttentionPage);
      expect(items.find((one) => one.id === id)?.subject).toBeNull();
    }
    expect(subject).not.toBeNull();
  });

  it('comes page by page, and by cause and channel', async () => {
    const ids = [await fail(), await fail(), await fail()];
    const first = (await sender.clerk.get('/deliveries-in-attention?limit=2')).as(DeliveryInAttentionPage);
    const next = await listed(sender.clerk, `?limit=100&after=${first.next}`);
    const all = [...first.items.map(({ id }) => id), ...next];
    expect(new Set(all).size).toBe(all.length);
    expect(ids.filter((id) => !all.includes(id))).toEqual([]);
    expect(await listed(sender.clerk, '?cause=rejected')).toEqual([]);
    expect(await listed(sender.clerk, '?channel=webhook')).toEqual([]);
    expect(await listed(sender.clerk, '?cause=internal&channel=local&limit=100')).toEqual(all);
    expectProblem(await sender.clerk.get('/deliveries-in-attention?cause=rain'), 'request.invalid');
    const cursor = Buffer.from('["rain","none"]').toString('base64url');
    expectProblem(await sender.clerk.get(`/deliveries-in-attention?after=${cursor}`), 'request.invalid');
  });

  it('arrives once when it is tried again, though two click at the same time and it had arrived before', async () => {
    const id = await fail();
    const { documentId } = (await sender.clerk.get(pathOf(id))).as(DeliveryInAttentionView);
    const clicks = await Promise.all([
      sender.clerk.post(`${pathOf(id)}/retry`, {}),
      administrator.post(`${pathOf(id)}/retry`, {}),
    ]);
    expect(clicks.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await waitUntil('it has arrived', patience, async () => {
      const { items } = (await sender.clerk.get(`/documents/${documentId}/deliveries`)).as(DeliveryPage);
      return items[0]?.state === 'arrived';
    });
    const { symbol } = (await sender.clerk.get(`/documents/${documentId}`)).json() as { symbol: string };
    const arrivals = (await recipient.clerk.get('/arrivals?limit=200')).json() as { items: { symbol: string }[] };
    expect(arrivals.items.filter((one) => one.symbol === symbol)).toHaveLength(1);
  });

  it('is tried again with all that failed alike', async () => {
    const [one] = [await fail(), await fail()];
    const { alike } = (await sender.clerk.get(pathOf(one))).as(DeliveryInAttentionView);
    const { count } = (await sender.clerk.post(`${pathOf(one)}/retry`, { allAlike: true })).as(RetriedDeliveries);
    expect(count).toBe(alike);
    expect(await listed(sender.clerk)).toEqual([]);
  });

  it('goes on paper with a reason, and not without one or by a way that is not set up', async () => {
    const id = await fail();
    const { documentId } = (await sender.clerk.get(pathOf(id))).as(DeliveryInAttentionView);
    const send = (body: object) => sender.clerk.post(`${pathOf(id)}/send-other-way`, body);
    expectProblem(await send({ channel: 'paper' }), 'document.paper-reason-missing');
    expectProblem(await send({ channel: 'email' }), 'delivery.channel-not-possible');
    expect(await stateOf(id)).toBe('needs-attention');
    expect((await send({ channel: 'paper', paperReason: { code: 'on-request' } })).status).toBe(204);
    const { items } = (await sender.clerk.get(`/documents/${documentId}/deliveries`)).as(DeliveryPage);
    expect(items[0]).toMatchObject({ state: 'on-paper', channel: 'paper', paperReason: expect.any(String) });
    expectProblem(await send({ channel: 'paper', paperReason: { code: 'on-request' } }), 'delivery.not-failed');
  });

  it('is given up with a reason, and kept', async () => {
    const id = await fail();
    expectProblem(await sender.clerk.post(`${pathOf(id)}/give-up`, { reason: ' ' }), 'request.invalid');
    expect((await sender.clerk.post(`${pathOf(id)}/give-up`, { reason: 'Đã gửi trực tiếp' })).status).toBe(204);
    expect(await listed(sender.clerk)).not.toContain(id);
    expect(await listed(sender.clerk, '?box=given-up')).toContain(id);
    expect((await sender.clerk.get(pathOf(id))).as(DeliveryInAttentionView)).toMatchObject({
      isGivenUp: true,
      otherChannels: [],
    });
  });
});
