import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, LiveEvent, Urgency } from '#contracts';
import { DeliverDispatch, DispatchDocument, RetryDeliveries } from '#exchange';
import { AcceptArrival, CompleteArrival, RefuseArrival } from '#incoming';
import { LiveFeed, PermanentFailure } from '#platform';
import { createEmptyDatabase, createTestDatabase, type TestDatabase, waitUntil } from '#testing';
import { Child } from './children/spawn-child.js';
import { ExchangeWorld, FaultyListener } from './exchange-world.js';

/** More than two batches of deliveries. */
const many = 1_200;

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let recipients: string[];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
});

afterAll(async () => {
  await testDatabase.drop();
});

async function open(works: boolean, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url, works, environment });
  clerk = await world.aClerk();
  recipients = await world.agencies(3);
}

afterEach(async () => {
  await world.database.query('DELETE FROM outbox_messages');
  await world.close();
});

async function send(documentId: string): Promise<string> {
  await world.get(DispatchDocument).execute(clerk, documentId);
  return world.dispatchOf(documentId);
}

/** A fault that passes by itself, as a lost connection does. */
function ofTheDatabase(message: string): Error {
  return Object.assign(new Error(message), { code: '57P01' });
}

async function untilDelivered(documentId: string, limit = 20_000): Promise<void> {
  await waitUntil('everything is delivered', limit, async () => (await world.tally(documentId)).queued === 0);
}

async function arrivalOf(documentId: string, agencyId: string): Promise<string> {
  const [row] = await world.database.query<{ id: string }>(
    `SELECT arrival.id FROM arrivals AS arrival JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
      WHERE delivery.document_id = $1 AND arrival.agency_id = $2`,
    [documentId, agencyId],
  );
  return row?.id ?? '';
}

/** What the sender sees of one recipient. */
async function seen(documentId: string, agencyId: string) {
  const [row] = await world.database.query<{ state: string; arrivalNumber: number | null; codes: string[] }>(
    `SELECT state, arrival_number AS "arrivalNumber",
            (SELECT json_agg(code ORDER BY occurred_at, id) FROM tracking_events WHERE delivery_id = delivery.id) AS codes
       FROM deliveries AS delivery WHERE document_id = $1 AND recipient_id = $2`,
    [documentId, agencyId],
  );
  return row;
}

describe('sending', () => {
  beforeEach(() => open(false));

  const written = async (documentId: string) => ({
    dispatches: await world.count('dispatches WHERE document_id = $1', [documentId]),
    deliveries: await world.count('deliveries WHERE document_id = $1', [documentId]),
    events: await world.count(
      'tracking_events WHERE delivery_id IN (SELECT id FROM deliveries WHERE document_id = $1)',
      [documentId],
    ),
    promised: await world.count('outbox_messages'),
    recorded: await world.count(`audit_entries WHERE object_id = $1`, [documentId]),
    sent: await world.count(`documents WHERE id = $1 AND state = 'sent'`, [documentId]),
  });

  it('writes dispatch, deliveries, first events, the promise to deliver and the trail together', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    await send(id);
    expect(await written(id)).toEqual({ dispatches: 1, deliveries: 3, events: 3, promised: 1, recorded: 1, sent: 1 });
  });

  it('leaves nothing when a listener fails', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    world.get(FaultyListener).fault = new Error('the power went');
    await expect(send(id)).rejects.toThrow('the power went');
    expect(await written(id)).toEqual({ dispatches: 0, deliveries: 0, events: 0, promised: 0, recorded: 0, sent: 0 });
  });

  it('happens once, though the clerk clicks many times at once', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    const clicks = await Promise.allSettled(Array.from({ length: 5 }, () => send(id)));
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const click of clicks) {
      expect(click.status === 'fulfilled' || (click.reason as { code: string }).code).toSatisfy(
        (answer: unknown) => answer === true || answer === 'document.wrong-state',
      );
    }
    expect(await written(id)).toMatchObject({ dispatches: 1, deliveries: 3, promised: 1 });
  });

  it('on paper alone needs no carrier: it is on paper, and arrives nowhere', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients, 'paper');
    await world.get(DeliverDispatch).execute({ dispatchId: await send(id) });
    expect(await written(id)).toMatchObject({ dispatches: 1, deliveries: 3, promised: 0, sent: 1 });
    expect(await world.tally(id)).toEqual({ queued: 0, arrivals: 0, files: 0, arrivedEvents: 0 });
    expect(await seen(id, recipients[0] ?? '')).toMatchObject({ state: 'on-paper', codes: ['sent'] });
  });
});

describe('delivering', () => {
  beforeEach(() => open(false));

  const once = { queued: 0, arrivals: 3, files: 6, arrivedEvents: 3 };

  it('gives each recipient one arrival with the fields and the digests of the files', async () => {
    const document = await world.anIssuedDocument(clerk, recipients, 'electronic-with-paper');
    await world.get(DeliverDispatch).execute({ dispatchId: await send(document.id) });
    expect(await world.tally(document.id)).toEqual(once);
    const rows = await world.database.query(
      `SELECT arrival.symbol, arrival.subject, arrival.digest, arrival.paper_too, arrival.sender_id,
              (SELECT json_agg(json_build_array(position, size, digest) ORDER BY position)
                 FROM arrival_attachments WHERE arrival_id = arrival.id) AS files
         FROM arrivals AS arrival WHERE agency_id = ANY ($1)`,
      [recipients],
    );
    const expected = {
      symbol: document.symbol,
      subject: document.subject,
      digest: document.digest,
      paper_too: true,
      sender_id: clerk.agencyId,
      files: [
        [1, 1, '1'.repeat(64)],
        [2, 2, '2'.repeat(64)],
      ],
    };
    expect(rows).toEqual([expected, expected, expected]);
  });

  it('does nothing the second time', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    const dispatchId = await send(id);
    await world.get(DeliverDispatch).execute({ dispatchId });
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect(await world.tally(id)).toEqual(once);
  });

  it('delivers once though many do it at the same time', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    const dispatchId = await send(id);
    await Promise.all(Array.from({ length: 6 }, () => world.get(DeliverDispatch).execute({ dispatchId })));
    expect(await world.tally(id)).toEqual(once);
  });

  it('leaves nothing of a batch in which a listener fails, and does all of it the next time', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    const dispatchId = await send(id);
    world.get(FaultyListener).fault = ofTheDatabase('the power went');
    await expect(world.get(DeliverDispatch).execute({ dispatchId })).rejects.toThrow('the power went');
    expect(await world.tally(id)).toEqual({ queued: 3, arrivals: 0, files: 0, arrivedEvents: 0 });
    world.get(FaultyListener).fault = undefined;
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect(await world.tally(id)).toEqual(once);
  });

  it('sets one back that can’t be delivered, while all others of its batch arrive', async () => {
    const { id } = await world.anIssuedDocument(clerk, await world.agencies(20));
    const dispatchId = await send(id);
    const [bad] = await world.database.query<{ id: string }>(
      'SELECT id FROM deliveries WHERE document_id = $1 ORDER BY id OFFSET 7 LIMIT 1',
      [id],
    );
    world.channel.before = async (ids) => {
      if (ids.includes(bad?.id ?? '')) {
        throw new Error('một bản ghi hỏng');
      }
    };
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect(await world.tally(id)).toEqual({ queued: 1, arrivals: 19, files: 38, arrivedEvents: 19 });
    const shown = `SELECT state, cause, failure, tries, next_try_at > now() AS later FROM deliveries WHERE id = $1`;
    expect(await world.database.query(shown, [bad?.id])).toEqual([
      { state: 'queued', cause: 'internal', failure: 'một bản ghi hỏng', tries: 1, later: true },
    ]);
    expect(await world.count('outbox_messages WHERE run_at > now()')).toBe(1);

    world.channel.before = async () => undefined;
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect((await world.tally(id)).queued).toBe(1);
    world.clock.moment = new Date(Date.now() + 10_000);
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect(await world.tally(id)).toEqual({ queued: 0, arrivals: 20, files: 40, arrivedEvents: 20 });
  });

  it('knows a delivery again by its id: the same content is done already, another one is a conflict', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients);
    const dispatchId = await send(id);
    await world.get(DeliverDispatch).execute({ dispatchId });
    const again = `UPDATE deliveries SET transport_state = 'queued', state = 'queued' WHERE document_id = $1`;
    await world.database.query(again, [id]);
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect(await world.tally(id)).toMatchObject({ queued: 0, arrivals: 3, files: 6 });

    const [other = ''] = recipients;
    await world.database.query(`UPDATE arrivals SET digest = 'other' WHERE id = $1`, [await arrivalOf(id, other)]);
    await world.database.query(again, [id]);
    await world.get(DeliverDispatch).execute({ dispatchId });
    const causes =
      'SELECT cause, count(*) AS count FROM deliveries WHERE document_id = $1 GROUP BY cause ORDER BY cause';
    expect(await world.database.query(causes, [id])).toEqual([
      { cause: 'digest-conflict', count: 1 },
      { cause: null, count: 2 },
    ]);
    expect(await world.tally(id)).toMatchObject({ queued: 0, arrivals: 3, files: 6 });
  });

  it('fails one that can’t be delivered in a whole day, and the sender sees why', async () => {
    const { id } = await world.anIssuedDocument(clerk, recipients.slice(0, 1));
    const dispatchId = await send(id);
    world.channel.before = async () => {
      throw new Error('vẫn hỏng');
    };
    const began = Date.now();
    for (const hours of [0, 12, 23.9]) {
      world.clock.moment = new Date(began + hours * 3_600_000);
      await world.get(DeliverDispatch).execute({ dispatchId });
    }
    const [row] = await world.database.query<{ id: string; codes: string[] }>(
      `SELECT delivery.id, transport_state, state, tries,
              (SELECT json_agg(code ORDER BY occurred_at, id) FROM tracking_events WHERE delivery_id = delivery.id) AS codes
         FROM deliveries AS delivery WHERE document_id = $1`,
      [id],
    );
    expect(row).toMatchObject({ transport_state: 'queued', tries: 3 });
    world.clock.moment = new Date(began + 24 * 3_600_000);
    await world.get(DeliverDispatch).execute({ dispatchId });
    expect(await seen(id, recipients[0] ?? '')).toMatchObject({ state: 'needs-attention', codes: ['sent', 'failed'] });
    expect(await world.count(`delivery_tries WHERE delivery_id = $1 AND outcome = 'retryable'`, [row?.id])).toBe(4);
  });

  it('goes in batches when the recipients are many', async () => {
    const { id } = await world.anIssuedDocument(clerk, await world.agencies(many));
    await world.get(DeliverDispatch).execute({ dispatchId: await send(id) });
    expect(world.channel.batches.map(({ length }) => length)).toEqual([500, 500, 200]);
    expect(await world.tally(id)).toEqual({ queued: 0, arrivals: many, files: many * 2, arrivedEvents: many });
  });

  it('is not done for the one as long as another who died half-way left something', async () => {
    const { id } = await world.anIssuedDocument(clerk, await world.agencies(many));
    const dispatchId = await send(id);
    const who = new AsyncLocalStorage<'first' | 'second'>();
    let secondBegins = (): void => undefined;
    const secondHasBegun = new Promise<void>((resolve) => {
      secondBegins = resolve;
    });
    let batchesOfFirst = 0;
    world.channel.before = async () => {
      if (who.getStore() === 'first') {
        batchesOfFirst += 1;
        if (batchesOfFirst > 1) {
          throw ofTheDatabase('died half-way');
        }
        await secondHasBegun;
        await untilSomebodyWaitsForALock();
      }
    };
    const first = who.run('first', () => world.get(DeliverDispatch).execute({ dispatchId }));
    first.catch(() => undefined);
    await waitUntil('the first has begun', 10_000, async () => batchesOfFirst === 1);
    const second = who.run('second', () => world.get(DeliverDispatch).execute({ dispatchId }));
    secondBegins();
    await Promise.allSettled([first, second]);
    await second;
    expect(await world.tally(id)).toEqual({ queued: 0, arrivals: many, files: many * 2, arrivedEvents: many });
  });

  async function untilSomebodyWaitsForALock(): Promise<void> {
    // Not pg_stat_activity: inside a transaction that shows for ever what it showed first.
    const waiting = `pg_locks WHERE NOT granted AND pid IN (
      SELECT lock.pid FROM pg_locks AS lock JOIN pg_database AS here ON here.oid = lock.database
       WHERE here.datname = current_database() AND lock.relation = 'deliveries'::regclass)`;
    await waitUntil('somebody waits', 10_000, async () => (await world.count(waiting)) > 0);
  }
});

describe('a worker', () => {
  it('delivers what is sent, and both sides hear of it at once', async () => {
    await open(true);
    const [recipient = ''] = recipients;
    const heard: (LiveEvent & { at: string })[] = [];
    for (const [at, agencyId] of [
      ['sender', clerk.agencyId],
      ['recipient', recipient],
    ] as const) {
      world
        .get(LiveFeed)
        .eventsFor({ agencyId })
        .subscribe(({ event }) => heard.push({ ...event, at }));
    }
    const { id } = await world.anIssuedDocument(clerk, recipients);
    await send(id);
    await untilDelivered(id);
    await waitUntil('both have heard', 5_000, async () => {
      const arrived = heard.some(({ at, topic }) => at === 'recipient' && topic === 'arrivals');
      return arrived && heard.filter((event) => event.at === 'sender' && event.id === id).length >= 2;
    });
    await waitUntil('the promise is kept', 5_000, async () => (await world.count('outbox_messages')) === 0);
    expect(await world.tally(id)).toEqual({ queued: 0, arrivals: 3, files: 6, arrivedEvents: 3 });
  });

  it('that is killed, half-way or before its job was done, leaves nothing lost and nothing twice', async () => {
    await open(false);
    const [half, whole] = [
      await world.anIssuedDocument(clerk, await world.agencies(many)),
      await world.anIssuedDocument(clerk, recipients),
    ];
    const queueOfTheDead = await createEmptyDatabase();
    const child = Child.start('hold-delivery.ts', [testDatabase.url, queueOfTheDead.url, world.dataDir]);
    try {
      await send(whole.id);
      await send(half.id);
      await child.says('holding both');
    } finally {
      await child.kill();
      await queueOfTheDead.drop();
    }
    expect(await world.tally(half.id)).toEqual({ queued: 700, arrivals: 500, files: 1_000, arrivedEvents: 500 });
    expect(await world.tally(whole.id)).toEqual({ queued: 0, arrivals: 3, files: 6, arrivedEvents: 3 });
    expect(await world.count('outbox_messages')).toBe(2);
    const successor = await ExchangeWorld.open({
      databaseUrl: testDatabase.url,
      works: true,
      environment: { SWEEP_SECONDS: '0.5' },
    });
    try {
      await waitUntil('the jobs are done', 20_000, async () => (await world.count('outbox_messages')) === 0);
    } finally {
      await successor.close();
    }
    expect(await world.tally(half.id)).toEqual({ queued: 0, arrivals: many, files: many * 2, arrivedEvents: many });
    expect(await world.tally(whole.id)).toEqual({ queued: 0, arrivals: 3, files: 6, arrivedEvents: 3 });
  }, 60_000);

  it('that can’t deliver says so to the sender with the reason, and delivers when it is asked again', async () => {
    await open(true);
    const heard: LiveEvent[] = [];
    world
      .get(LiveFeed)
      .eventsFor({ agencyId: clerk.agencyId })
      .subscribe(({ event }) => heard.push(event));
    world.channel.before = async () => {
      throw new PermanentFailure('kênh đang đóng');
    };
    const { id } = await world.anIssuedDocument(clerk, recipients);
    await send(id);
    const shown = () =>
      world.database.query('SELECT DISTINCT state, failure, transport_state FROM deliveries WHERE document_id = $1', [
        id,
      ]);
    await waitUntil('all three failed', 10_000, async () => {
      return (await world.count(`deliveries WHERE document_id = $1 AND transport_state = 'failed'`, [id])) === 3;
    });
    expect(await shown()).toEqual([{ state: 'needs-attention', failure: 'kênh đang đóng', transport_state: 'failed' }]);
    await waitUntil('the sender heard', 5_000, async () => heard.filter((event) => event.id === id).length >= 2);
    expect(await world.tally(id)).toMatchObject({ arrivals: 0, arrivedEvents: 0 });

    world.channel.before = async () => undefined;
    const failed = await world.database.query<{ id: string }>('SELECT id FROM deliveries WHERE document_id = $1', [id]);
    for (const delivery of failed) {
      await world.get(RetryDeliveries).execute(clerk, { deliveryId: delivery.id, allAlike: false });
    }
    await untilDelivered(id);
    expect(await shown()).toEqual([{ state: 'arrived', failure: null, transport_state: 'done' }]);
    expect(await world.tally(id)).toEqual({ queued: 0, arrivals: 3, files: 6, arrivedEvents: 3 });
  });

  it('takes the urgent first when much is waiting, by a lane of their own in which no ordinary one stands', async () => {
    await open(true, { WORKER_CONCURRENCY: '1' });
    const order: string[] = [];
    const releases = new Map<string, () => void>();
    const held = new Map(
      ['normal', 'urgent'].map((urgency) => [
        urgency,
        new Promise<void>((resolve) => {
          releases.set(urgency, resolve);
        }),
      ]),
    );
    world.channel.before = async ([deliveryId]) => {
      const [row] = await world.database.query<{ urgency: string }>(
        `SELECT urgency FROM documents WHERE id = (SELECT document_id FROM deliveries WHERE id = $1)`,
        [deliveryId],
      );
      order.push(row?.urgency ?? '');
      await held.get(row?.urgency ?? '');
    };
    const sendOne = async (urgency: Urgency): Promise<void> => {
      await send((await world.anIssuedDocument(clerk, recipients, 'electronic', { urgency })).id);
    };
    await sendOne('normal');
    await sendOne('urgent');
    await waitUntil('both lanes are busy', 10_000, async () => order.length === 2);
    for (const urgency of ['normal', 'very-urgent', 'express'] as const) {
      await sendOne(urgency);
    }
    await waitUntil('all stand in the queue', 10_000, async () => {
      return (await world.count('outbox_messages WHERE relayed_at IS NULL')) === 0;
    });
    releases.get('normal')?.();
    await waitUntil('the ordinary ones pass what is urgent', 15_000, async () => order.length === 3);
    expect(order[2]).toBe('normal');
    releases.get('urgent')?.();
    await waitUntil('all are delivered', 15_000, async () => (await world.count('outbox_messages')) === 0);
    expect(order.slice(3)).toEqual(['express', 'very-urgent']);
  });
});

describe('the recipient', () => {
  beforeEach(() => open(false));

  it('accepts and completes, and the sender sees each step with the arrival number', async () => {
    const [agencyId = ''] = recipients;
    const { id } = await world.anIssuedDocument(clerk, recipients);
    await world.get(DeliverDispatch).execute({ dispatchId: await send(id) });
    expect(await seen(id, agencyId)).toEqual({ state: 'arrived', arrivalNumber: null, codes: ['sent', '01'] });
    const receiver = await world.aClerk(agencyId);
    const arrivalId = await arrivalOf(id, agencyId);
    expect(await world.get(AcceptArrival).execute(receiver, arrivalId)).toBe(1);
    expect(await seen(id, agencyId)).toEqual({ state: 'accepted', arrivalNumber: 1, codes: ['sent', '01', '03'] });
    await world.get(CompleteArrival).execute(receiver, arrivalId);
    expect(await seen(id, agencyId)).toEqual({
      state: 'completed',
      arrivalNumber: 1,
      codes: ['sent', '01', '03', '06'],
    });
    expect(await seen(id, recipients[1] ?? '')).toMatchObject({ state: 'arrived', arrivalNumber: null });
  });

  it('refuses with a reason, which the sender sees', async () => {
    const [agencyId = ''] = recipients;
    const { id } = await world.anIssuedDocument(clerk, recipients);
    await world.get(DeliverDispatch).execute({ dispatchId: await send(id) });
    const receiver = await world.aClerk(agencyId);
    await world.get(RefuseArrival).execute(receiver, await arrivalOf(id, agencyId), 'Gửi nhầm nơi nhận');
    expect(await seen(id, agencyId)).toEqual({ state: 'refused', arrivalNumber: null, codes: ['sent', '01', '02'] });
    expect(await world.database.query(`SELECT note, actor FROM tracking_events WHERE code = '02'`)).toEqual([
      { note: 'Gửi nhầm nơi nhận', actor: receiver.fullName },
    ]);
  });

  it('decides once: of accepting and refusing at the same time one wins and the other is told', async () => {
    const [agencyId = ''] = recipients;
    const { id } = await world.anIssuedDocument(clerk, recipients);
    await world.get(DeliverDispatch).execute({ dispatchId: await send(id) });
    const receiver = await world.aClerk(agencyId);
    const arrivalId = await arrivalOf(id, agencyId);
    const answers = await Promise.allSettled([
      world.get(AcceptArrival).execute(receiver, arrivalId),
      world.get(RefuseArrival).execute(receiver, arrivalId, 'Trùng'),
      world.get(AcceptArrival).execute(receiver, arrivalId),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await seen(id, agencyId))?.codes).toHaveLength(3);
  });
});
