import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, mostWebhooks, type WebhookKind, webhookKinds, type WebhookMessageView } from '#contracts';
import { DeliverDispatch, DispatchDocument } from '#exchange';
import { AcceptArrival, CompleteArrival, RegisterPaper } from '#incoming';
import { DomainError } from '#kernel';
import {
  AddWebhook,
  PauseWebhook,
  PostWebhookMessages,
  ReplayMessages,
  WebhookClock,
  WebhookMessagesQuery,
  WebhooksQuery,
} from '#notifications';
import { Config, Outbox } from '#platform';
import {
  anActor,
  anAgency,
  anArrival,
  aPost,
  createTestDatabase,
  type Received,
  type TestDatabase,
  WebhookReceiver,
} from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let receiver: WebhookReceiver;
let clerk: Actor;
let administrator: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const environment = { WEBHOOK_NETWORKS: '127.0.0.1/32' };
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url, environment });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  world.clock.moment = new Date();
  receiver = await WebhookReceiver.open();
  receiver.instead = answers(204);
  clerk = await world.aClerk();
  administrator = await administratorOf(clerk.agencyId);
});

afterEach(async () => receiver.close());

async function administratorOf(agencyId: string): Promise<Actor> {
  const { id, personId } = await aPost(world.database, { agencyId, role: 'agency-administrator' });
  return anActor({ agencyId, role: 'agency-administrator', postId: id, personId });
}

const answers =
  (status: number, headers: Record<string, string> = {}) =>
  (_received: Received, response: ServerResponse): void => {
    response.writeHead(status, headers).end();
  };

async function connect(by = administrator, kinds: readonly WebhookKind[] = webhookKinds): Promise<string> {
  const wish = { agencyId: by.agencyId, name: 'Một cửa', url: receiver.url, kinds: [...kinds] };
  const { id, secret } = await world.get(AddWebhook).execute(by, wish);
  receiver.secret = secret;
  return id;
}

async function register(symbol: string): Promise<void> {
  const { id } = await anArrival(world.database, { agencyId: clerk.agencyId, symbol });
  await world.get(AcceptArrival).execute(clerk, id);
}

const post = async (webhookId: string): Promise<void> => world.get(PostWebhookMessages).execute({ webhookId });

const later = (milliseconds: number): void => {
  world.clock.moment = new Date(world.clock.now().getTime() + milliseconds);
};

const hour = 3_600_000;

async function messages(webhookId: string): Promise<WebhookMessageView[]> {
  const { items } = await world.get(WebhookMessagesQuery).page(administrator, webhookId, { limit: 50 });
  return items.toReversed();
}

const view = async (webhookId: string) => world.get(WebhooksQuery).view(administrator, webhookId);

const said = (): { type: string; data: Record<string, unknown> }[] =>
  receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> });

const symbolsSaid = (): unknown[] => said().map(({ data }) => data['symbol']);

async function waitingJobs(webhookId: string): Promise<number> {
  return world.count(`outbox_messages WHERE job = 'post-webhook-messages' AND payload ->> 'webhookId' = $1`, [
    webhookId,
  ]);
}

async function toldOfPause(): Promise<number> {
  return world.count(`notifications WHERE kind = 'webhook-paused' AND post_id = $1`, [administrator.postId]);
}

describe('a webhook', () => {
  it('is told signed, once and in order, what comes to its agency and what becomes of what it sent', async () => {
    const other = await world.aClerk();
    const theirs = await connect(await administratorOf(other.agencyId), ['delivery.state-changed']);
    const webhookId = await connect();
    const document = await world.anIssuedDocument(other, [clerk.agencyId]);
    await world.get(DispatchDocument).execute(other, document.id);
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(document.id) });
    const [{ id: arrivalId } = { id: '' }] = await world.database.query<{ id: string }>(
      'SELECT id FROM arrivals WHERE agency_id = $1',
      [clerk.agencyId],
    );
    await world.get(AcceptArrival).execute(clerk, arrivalId);
    await world.get(CompleteArrival).execute(clerk, arrivalId);
    expect(await waitingJobs(webhookId)).toBe(3);
    await post(webhookId);

    expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([true, true, true]);
    expect(said()).toMatchObject([
      { type: 'arrival.arrived', data: { arrivalId, state: 'arrived', symbol: document.symbol, arrivalNumber: null } },
      { type: 'arrival.registered', data: { arrivalId, state: 'accepted', arrivalNumber: 1 } },
      { type: 'arrival.completed', data: { arrivalId, state: 'completed' } },
    ]);
    expect(await messages(webhookId)).toMatchObject([
      { state: 'delivered', kind: 'arrival.arrived', status: 204, tries: 1 },
      { state: 'delivered' },
      { state: 'delivered' },
    ]);
    receiver.received.length = 0;
    await post(theirs);
    expect(said().map(({ type, data }) => [type, data['state'], data['arrivalNumber']])).toEqual([
      ['delivery.state-changed', 'arrived', null],
      ['delivery.state-changed', 'accepted', 1],
      ['delivery.state-changed', 'completed', 1],
    ]);
  });

  it('is told of paper that is registered, and of nothing that was rolled back', async () => {
    const webhookId = await connect();
    await world.get(RegisterPaper).execute(clerk, paper);
    const same = world.get(RegisterPaper).execute(clerk, paper);
    await expect(same).rejects.toThrow(DomainError);
    expect(await messages(webhookId)).toMatchObject([{ kind: 'arrival.registered', symbol: '15/STP' }]);
  });

  it('does not hear of other agencies or of what it did not choose', async () => {
    const webhookId = await connect(administrator, ['arrival.completed']);
    await connect(await administratorOf((await world.aClerk()).agencyId));
    await register('1/A');
    expect(await messages(webhookId)).toEqual([]);
    expect(await world.count('webhook_messages WHERE symbol = $1', ['1/A'])).toBe(0);
  });
});

describe('a system that is away or at fault', () => {
  it('is tried again later and not before, with the same message', async () => {
    const webhookId = await connect();
    await register('1/A');
    receiver.instead = answers(503, { 'retry-after': '120' });
    await post(webhookId);
    later(60_000);
    await post(webhookId);
    expect(receiver.received).toHaveLength(1);
    expect(await view(webhookId)).toMatchObject({ state: 'active', waiting: 1, failed: 0 });

    later(61_000);
    receiver.instead = answers(200);
    await post(webhookId);
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(await view(webhookId)).toMatchObject({ waiting: 0, failingSince: null, nextTryAt: null });
    expect(await messages(webhookId)).toMatchObject([{ state: 'delivered', tries: 2 }]);
  });

  it('loses nothing while nobody answers, and gets it all in order afterwards', async () => {
    const webhookId = await connect();
    await register('1/A');
    await register('2/A');
    receiver.instead = (_received, response) => response.destroy();
    for (let tries = 0; tries < 30; tries += 1) {
      await post(webhookId);
      later(1.5 * hour);
    }
    expect(await messages(webhookId)).toMatchObject([{ state: 'waiting', tries: 0 }, { state: 'waiting' }]);
    receiver.received.length = 0;
    receiver.instead = answers(200);
    await post(webhookId);
    expect(symbolsSaid()).toEqual(['1/A', '2/A']);
  });

  it.each([
    [400, 3],
    [500, 11],
  ])('answering %i to one message gets it %i times; then it is set aside, to be sent again', async (status, most) => {
    const webhookId = await connect();
    await register('1/A');
    await register('2/A');
    receiver.instead = ({ body }, response) => {
      response.writeHead(body.includes('1/A') ? status : 200).end();
    };
    for (let tries = 0; tries < most; tries += 1) {
      expect(symbolsSaid()).toEqual(Array.from({ length: tries }, () => '1/A'));
      await post(webhookId);
      later(1.5 * hour);
    }
    await post(webhookId);
    expect(symbolsSaid().slice(most)).toEqual(['2/A']);
    const [failed] = await messages(webhookId);
    expect(failed).toMatchObject({ state: 'failed', status, tries: most });

    receiver.instead = answers(200);
    receiver.received.length = 0;
    expect(await world.get(ReplayMessages).failed(administrator, webhookId)).toBe(1);
    await post(webhookId);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([failed?.id]);
  });

  it('that is gone is called no more and its administrators are told, until somebody has it go on', async () => {
    const webhookId = await connect();
    await register('1/A');
    receiver.instead = answers(410);
    await post(webhookId);
    later(hour);
    await register('2/A');
    await post(webhookId);
    expect(receiver.received).toHaveLength(1);
    expect(await view(webhookId)).toMatchObject({ state: 'gone', waiting: 2 });
    expect(await toldOfPause()).toBe(1);

    receiver.instead = answers(200);
    await world.get(PauseWebhook).resume(administrator, webhookId);
    await post(webhookId);
    expect(symbolsSaid()).toEqual(['1/A', '1/A', '2/A']);
  });

  it('for three days is paused, with word to its administrators', async () => {
    const webhookId = await connect();
    await register('1/A');
    receiver.instead = (_received, response) => response.destroy();
    await post(webhookId);
    later(71 * hour);
    await post(webhookId);
    expect((await view(webhookId)).state).toBe('active');
    later(2 * hour);
    await post(webhookId);
    expect(await view(webhookId)).toMatchObject({ state: 'failing', waiting: 1 });
    expect(await toldOfPause()).toBe(1);
  });
});

describe('the messages of a webhook', () => {
  it('wait while it is paused, and are forgotten with it when it is removed', async () => {
    const webhookId = await connect();
    await world.get(PauseWebhook).pause(administrator, webhookId);
    await register('1/A');
    await post(webhookId);
    expect(receiver.received).toEqual([]);
    await world.get(PauseWebhook).resume(administrator, webhookId);
    await register('2/A');
    await post(webhookId);
    expect(symbolsSaid()).toEqual(['1/A', '2/A']);

    await world.get(PauseWebhook).remove(administrator, webhookId);
    await register('3/A');
    await post(webhookId);
    expect(symbolsSaid()).toEqual(['1/A', '2/A']);
    await expect(view(webhookId)).rejects.toThrow(DomainError);
  });

  it('are each posted once, one after the other, by however many workers', async () => {
    const webhookId = await connect();
    const symbols = Array.from({ length: 20 }, (_one, number) => `${number}/A`);
    for (const symbol of symbols) {
      await register(symbol);
    }
    let atOnce = 0;
    let most = 0;
    receiver.instead = (_received, response) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setImmediate(() => {
        atOnce -= 1;
        response.writeHead(200).end();
      });
    };
    await Promise.all(Array.from({ length: 4 }, () => post(webhookId)));
    expect(symbolsSaid()).toEqual(symbols);
    expect(most).toBe(1);
  });

  it('of a worker that died are taken up again', async () => {
    const webhookId = await connect();
    await register('1/A');
    await world.database.query(
      `UPDATE webhooks SET claimed_by = uuidv7(), claimed_until = $2::timestamptz + interval '1 minute' WHERE id = $1`,
      [webhookId, world.clock.now()],
    );
    await post(webhookId);
    expect(receiver.received).toEqual([]);
    later(61_000);
    const clock = new WebhookClock(world.database, world.clock, world.get(Outbox), world.get(Config));
    const before = await waitingJobs(webhookId);
    await clock.wake();
    expect(await waitingJobs(webhookId)).toBe(before + 1);
    await post(webhookId);
    expect(symbolsSaid()).toEqual(['1/A']);
  });

  it('are kept for thirty days after they happened, those that wait for as long as it takes', async () => {
    const webhookId = await connect();
    await register('1/A');
    await post(webhookId);
    await register('2/A');
    const clock = new WebhookClock(world.database, world.clock, world.get(Outbox), world.get(Config));
    later(29 * 24 * hour);
    await clock.forget();
    expect(await messages(webhookId)).toHaveLength(2);
    later(2 * 24 * hour);
    await clock.forget();
    expect(await messages(webhookId)).toMatchObject([{ symbol: '2/A', state: 'waiting' }]);
  });
});

it('an agency has ten webhooks at most, however many add one at once', async () => {
  const wishes = await Promise.allSettled(Array.from({ length: mostWebhooks + 3 }, () => connect()));
  expect(wishes.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostWebhooks);
});

it('an agency that is closed gets none', async () => {
  const { id } = await anAgency(world.database, { validTo: '2017-12-31' });
  await expect(connect({ ...(await administratorOf(id)), agencyId: id })).rejects.toThrow(DomainError);
});

const paper = {
  issuer: { name: 'Sở Tư pháp' },
  symbol: '15/STP',
  issuedOn: '2017-05-02',
  typeCode: 'cong-van',
  subject: 'Về việc rà soát',
  pageCount: null,
  urgency: 'normal' as const,
  dueDate: null,
  signerName: '',
  evenIfSame: false,
};
