import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChannelFigures, type ChannelName, DeliveryQueueView, RetriedJobs } from '#contracts';
import type { Delivery } from '#exchange';
import { newId } from '#kernel';
import { Database } from '#platform';
import { aDelivery, anAgency } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { signIn } from './support/office.js';

let app: TestApp;
let database: Database;
let clerk: Caller;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  database = app.server.get(Database);
  clerk = await signIn(app, 'vanthu.snv');
  administrator = await signIn(app, 'quantri');
});

afterAll(async () => {
  await app.stop();
});

const queue = async (): Promise<DeliveryQueueView> =>
  (await administrator.get('/delivery-queue')).as(DeliveryQueueView);

const pause = (body: object) => administrator.post('/delivery-queue/pauses', body);

/** Deliveries to an agency of their own, one for each state of their transport. */
async function deliveriesTo(agencyId: string, states: readonly Partial<Delivery>[]): Promise<void> {
  const later = new Date(Date.now() + 3_600_000);
  for (const state of states) {
    // None is due, so that nobody tries them while the test looks.
    await aDelivery(database, { recipientId: agencyId, channel: 'webhook', nextTryAt: later, ...state });
  }
}

async function aLine(agencyId: string, channel: ChannelName, openSince: string | null): Promise<void> {
  await database.query(
    `INSERT INTO recipient_lines (agency_id, channel, failures, openings, opened_at, probe_at)
     VALUES ($1, $2, 5, 1, $3, $3::timestamptz + interval '30 s')`,
    [agencyId, channel, openSince],
  );
}

function byWebhook(
  channels: readonly ChannelFigures[],
  figure: 'waiting' | 'underWay' | 'failed' | 'handedOver',
): number {
  return channels.find(({ channel }) => channel === 'webhook')?.[figure] ?? 0;
}

describe('the queue', () => {
  it('is for who keeps the system only', async () => {
    expectProblem(await clerk.get('/delivery-queue'), 'permission.denied');
  });

  it('counts what waits, is under way, failed and was handed over, per channel and recipient', async () => {
    const { id, code } = await anAgency(database);
    const before = await queue();
    await deliveriesTo(id, [
      { transportState: 'queued', stateAt: new Date('2026-01-05T03:00:00Z') },
      { transportState: 'queued' },
      { transportState: 'sending', leaseUntil: new Date(Date.now() + 60_000) },
      { transportState: 'failed', state: 'needs-attention', cause: 'rejected' },
      { transportState: 'done', state: 'sent', stateAt: new Date() },
      { transportState: 'done', state: 'arrived' },
      { transportState: 'cancelled', state: 'given-up' },
    ]);
    const { channels, lines } = await queue();
    expect(channels.map(({ channel }) => channel)).toEqual(['local', 'webhook', 'email']);
    const grown = (['waiting', 'underWay', 'failed', 'handedOver'] as const).map(
      (figure) => byWebhook(channels, figure) - byWebhook(before.channels, figure),
    );
    expect(grown).toEqual([2, 1, 1, 1]);
    expect(lines.find(({ agency }) => agency.id === id)).toMatchObject({
      agency: { code },
      channel: 'webhook',
      waiting: 2,
      underWay: 1,
      failed: 1,
      openedAt: null,
      failuresInARow: 0,
    });
  });

  it('shows lines that are held open by failures first, and those with nothing to say not at all', async () => {
    const [open, closed] = [await anAgency(database), await anAgency(database)];
    await aLine(open.id, 'webhook', new Date().toISOString());
    await aLine(closed.id, 'webhook', null);
    const { lines } = await queue();
    expect(lines[0]).toMatchObject({ agency: { id: open.id }, failuresInARow: 5, waiting: 0 });
    expect(lines[0]?.probeAt).not.toBeNull();
    expect(lines.map(({ agency }) => agency.id)).not.toContain(closed.id);
  });
});

describe('a pause', () => {
  it('shows who made it, why, and what it holds back, until it ends; nothing of it is lost', async () => {
    const { id: agencyId } = await anAgency(database);
    await deliveriesTo(agencyId, [{ transportState: 'queued' }, { transportState: 'queued' }]);
    const begun = (await pause({ agencyId, reason: 'Nơi nhận bảo trì' })).as(DeliveryQueueView);
    const shown = begun.pauses.find(({ agency }) => agency?.id === agencyId);
    expect(shown).toMatchObject({
      channel: null,
      reason: 'Nơi nhận bảo trì',
      pausedBy: administrator.session.person.fullName,
      waiting: 2,
    });
    const path = `/delivery-queue/pauses/${shown?.id}`;
    expectProblem(await clerk.call('DELETE', path), 'permission.denied');
    const ended = (await administrator.call('DELETE', path)).as(DeliveryQueueView);
    expect(ended.pauses.map(({ id }) => id)).not.toContain(shown?.id);
    expect(ended.lines.find(({ agency }) => agency.id === agencyId)?.waiting).toBe(2);
    expectProblem(await administrator.call('DELETE', path), 'not-found');
    const trail = await database.query(
      `SELECT action, note FROM audit_entries WHERE object_id = $1 AND action LIKE 'deliveries.%' ORDER BY id`,
      [shown?.id],
    );
    expect(trail).toEqual([
      { action: 'deliveries.paused', note: 'Nơi nhận bảo trì' },
      { action: 'deliveries.resumed', note: null },
    ]);
  });

  it('is made once, though two click at the same moment', async () => {
    const { id: agencyId } = await anAgency(database);
    const wish = { agencyId, channel: 'email', reason: 'Bảo trì' };
    const [done, refused] = (await Promise.all([pause(wish), pause(wish)])).toSorted((a, b) => a.status - b.status);
    expect(done?.status).toBe(201);
    expect(refused?.problem().code).toBe('delivery.already-paused');
    expect((await queue()).pauses.filter(({ agency }) => agency?.id === agencyId)).toHaveLength(1);
  });

  it.each([
    ['of nothing', { reason: 'Không gì cả' }, 'request.invalid'],
    ['without a reason', { channel: 'webhook', reason: ' ' }, 'request.invalid'],
    ['of a channel that is none', { channel: 'fax', reason: 'Bảo trì' }, 'request.invalid'],
    ['of an agency that is none', { agencyId: newId(), reason: 'Bảo trì' }, 'not-found'],
  ] as const)('%s is refused and holds nothing back', async (_what, body, code) => {
    const before = (await queue()).pauses;
    expectProblem(await pause(body), code);
    expect((await queue()).pauses).toEqual(before);
  });
});

describe('background work that failed', () => {
  const aFailedJob = async (): Promise<string> => {
    const [job] = await database.query<{ id: string }>(
      `INSERT INTO outbox_messages (id, job, payload, priority, created_at, failed_at, failure)
       VALUES (uuidv7(), 'deliver-dispatch', '{"dispatchId": "01900000-0000-7000-8000-000000000001"}', 10, now(), now(),
               'đã hỏng') RETURNING id`,
    );
    return job?.id ?? '';
  };

  it('is shown with its reason, and run again once, by who keeps the system', async () => {
    const id = await aFailedJob();
    expect((await queue()).failedJobs.find((job) => job.id === id)).toMatchObject({
      job: 'deliver-dispatch',
      failure: 'đã hỏng',
    });
    expect((await queue()).jobs.find(({ job }) => job === 'deliver-dispatch')?.failed).toBe(1);
    const path = `/delivery-queue/failed-jobs/${id}/retry`;
    expectProblem(await clerk.post(path), 'permission.denied');
    const [done, refused] = (await Promise.all([administrator.post(path), administrator.post(path)])).toSorted(
      (a, b) => a.status - b.status,
    );
    expect(done?.as(RetriedJobs).count).toBe(1);
    expect(refused?.problem().code).toBe('not-found');
  });

  it('is run again all at once', async () => {
    const ids = [await aFailedJob(), await aFailedJob()];
    expect((await administrator.post('/delivery-queue/failed-jobs/retry')).as(RetriedJobs).count).toBe(2);
    expect((await queue()).failedJobs.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});
