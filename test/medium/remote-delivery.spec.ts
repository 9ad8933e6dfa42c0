import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  DeliverySweep,
  GiveUpDelivery,
  PauseDeliveries,
  ResumeDeliveries,
  RetryDeliveries,
  SendByOtherChannel,
  type TryOutcome,
} from '#exchange';
import { createTestDatabase, type TestDatabase, waitUntil } from '#testing';
import { arrived, away, handedOver, rejected, RemoteWorld } from './remote-world.js';

const minute = 60_000;
const hour = 60 * minute;

let testDatabase: TestDatabase;
let remote: RemoteWorld;
let agency: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  remote = await RemoteWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await remote.world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  remote.channel.given.length = 0;
  remote.channel.answer = async () => arrived;
  agency = await remote.agencyElsewhere();
});

afterEach(async () => {
  await remote.world.database.query('DELETE FROM outbox_messages');
  await remote.world.database.query('DELETE FROM delivery_pauses');
});

async function sendOne(urgency: 'normal' | 'express' = 'normal'): Promise<string> {
  const [id = ''] = await remote.send([agency], urgency);
  return id;
}

const sweep = () => remote.world.get(DeliverySweep).execute();

describe('a delivery to a system elsewhere', () => {
  it('that is acknowledged has arrived, after one try that is on record', async () => {
    const id = await sendOne();
    expect(await remote.shown(id)).toMatchObject({ transportState: 'queued', tries: 0 });
    await remote.work();
    expect(remote.channel.given).toMatchObject([{ id, agencyId: agency, kind: 'new', number: 1 }]);
    expect(await remote.shown(id)).toEqual({
      transportState: 'done',
      state: 'arrived',
      cause: null,
      tries: 1,
      codes: ['sent', '01'],
      outcomes: ['delivered'],
    });
    const counted = `exchanges WHERE recipient_id = $1 AND mode = 'electronic'`;
    expect(await remote.world.count(counted, [agency])).toBe(1);
  });

  it('that was only handed over has been sent, not arrived, and somebody has to look when nobody opens it', async () => {
    remote.channel.answer = async () => handedOver;
    const id = await sendOne('express');
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({
      transportState: 'done',
      state: 'sent',
      codes: ['sent', 'passed-on'],
    });
    remote.later(3.9 * hour);
    await sweep();
    expect(await remote.shown(id)).toMatchObject({ state: 'sent' });
    remote.later(0.2 * hour);
    await sweep();
    expect(await remote.shown(id)).toMatchObject({ state: 'needs-attention', cause: 'not-opened' });
  });

  it('that fails for now is tried again later under the same id', async () => {
    remote.channel.answer = async ({ number }) => (number < 3 ? away : arrived);
    const id = await sendOne();
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ transportState: 'queued', cause: 'connection-refused', tries: 1 });
    await remote.work();
    expect(remote.channel.given).toHaveLength(1);
    remote.later(7_000);
    await remote.work();
    remote.later(14_000);
    await remote.work();
    expect(remote.channel.given.map((given) => [given.id, given.number])).toEqual([
      [id, 1],
      [id, 2],
      [id, 3],
    ]);
    expect(await remote.shown(id)).toMatchObject({
      state: 'arrived',
      cause: null,
      outcomes: ['retryable', 'retryable', 'delivered'],
    });
  });

  it('waits as long as the other side asks', async () => {
    remote.channel.answer = async () => ({
      kind: 'retryable',
      cause: 'recipient-busy',
      detail: '503',
      retryAfter: 900,
    });
    const id = await sendOne();
    await remote.work();
    remote.later(14.9 * minute);
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ tries: 1 });
    remote.later(0.2 * minute);
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ tries: 2 });
  });

  it('that can’t be mended fails at once, and the sender is told', async () => {
    remote.channel.answer = async () => rejected;
    const id = await sendOne();
    await remote.work();
    expect(await remote.shown(id)).toEqual({
      transportState: 'failed',
      state: 'needs-attention',
      cause: 'rejected',
      tries: 1,
      codes: ['sent', 'failed'],
      outcomes: ['permanent'],
    });
    expect(await remote.world.count('outbox_messages')).toBe(0);
    expect(await remote.world.count(`audit_entries WHERE action = 'document.delivery-failed'`)).toBeGreaterThan(0);
  });

  it('whose channel breaks in a way that nobody foresaw is tried again, and counted', async () => {
    remote.channel.answer = async () => {
      throw new Error('không ai ngờ');
    };
    const id = await sendOne();
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ transportState: 'queued', cause: 'unknown', outcomes: ['unknown'] });
  });

  it.each([
    ['express', 1],
    ['normal', 24],
  ] as const)(
    'that is %s is tried for %i hours, then needs attention with every try on record',
    async (urgency, hours) => {
      remote.channel.answer = async () => away;
      const id = await sendOne(urgency);
      let passed = 0;
      while ((await remote.shown(id)).transportState !== 'failed' && passed < 60) {
        await remote.work();
        remote.later(30 * minute);
        passed += 1;
      }
      expect(passed * 0.5).toBeGreaterThan(hours - 1.6);
      expect(passed * 0.5).toBeLessThanOrEqual(hours + 0.5);
      const { tries, outcomes, state } = await remote.shown(id);
      expect(state).toBe('needs-attention');
      expect(outcomes).toEqual(Array.from({ length: tries }, () => 'retryable'));
    },
  );

  it('is tried once though two workers take it at the same time', async () => {
    const id = await sendOne();
    await Promise.all(Array.from({ length: 6 }, () => remote.carry(id)));
    expect(remote.channel.given).toHaveLength(1);
    expect(await remote.shown(id)).toMatchObject({ tries: 1, codes: ['sent', '01'] });
  });

  it('does nothing any more once it is done', async () => {
    const id = await sendOne();
    await remote.work();
    await remote.carry(id);
    expect(remote.channel.given).toHaveLength(1);
  });
});

describe('a worker that dies in a try', () => {
  /** Begins a try that never ends by itself. */
  async function begin(id: string): Promise<(outcome: TryOutcome) => Promise<void>> {
    let answer = (_outcome: TryOutcome): void => undefined;
    remote.channel.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const known = remote.channel.given.length;
    const running = remote.carry(id);
    await waitUntil('the try has begun', 5_000, async () => remote.channel.given.length > known);
    return async (outcome) => {
      answer(outcome);
      await running;
    };
  }

  it('leaves a delivery that another tries again once it counts as dead', async () => {
    const id = await sendOne();
    const end = await begin(id);
    await sweep();
    expect(await remote.shown(id)).toMatchObject({ transportState: 'sending' });
    remote.later(minute + 1_000);
    await sweep();
    expect(await remote.shown(id)).toMatchObject({
      transportState: 'queued',
      cause: 'worker-died',
      outcomes: ['died'],
    });
    remote.channel.answer = async () => arrived;
    remote.later(10_000);
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ state: 'arrived', outcomes: ['died', 'delivered'] });
    await end(away);
    expect(await remote.shown(id)).toMatchObject({
      transportState: 'done',
      state: 'arrived',
      outcomes: ['retryable', 'delivered'],
    });
  });

  it('counts when it comes back and says that it was delivered: nothing is sent again', async () => {
    const id = await sendOne();
    const end = await begin(id);
    remote.later(minute + 1_000);
    await sweep();
    await end(arrived);
    expect(await remote.shown(id)).toMatchObject({ state: 'arrived', outcomes: ['delivered'], codes: ['sent', '01'] });
    remote.later(hour);
    await remote.work();
    expect(remote.channel.given).toHaveLength(1);
  });

  it('each time is not started for ever: after five it needs attention', async () => {
    const id = await sendOne();
    for (let death = 1; death <= 5; death += 1) {
      expect(await remote.shown(id)).toMatchObject({ transportState: 'queued' });
      await begin(id);
      remote.later(minute + 1_000);
      await sweep();
      remote.later(5 * minute);
    }
    expect(await remote.shown(id)).toMatchObject({ state: 'needs-attention', cause: 'worker-died', tries: 5 });
  });
});

describe('the line to a recipient', () => {
  it('opens after five failures in a row, lets one probe through, and holds up nobody else', async () => {
    const other = await remote.agencyElsewhere();
    remote.channel.answer = async ({ agencyId }) => (agencyId === agency ? away : arrived);
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      ids.push(...(await remote.send([agency, other])));
    }
    for (let round = 0; round < 6; round += 1) {
      await remote.work();
    }
    const toAgency = () => remote.channel.given.filter(({ agencyId }) => agencyId === agency).length;
    expect(remote.channel.given.filter(({ agencyId }) => agencyId === other)).toHaveLength(12);
    expect(toAgency()).toBeGreaterThanOrEqual(5);
    const untilOpen = toAgency();
    expect(untilOpen).toBeLessThanOrEqual(8);
    remote.later(20_000);
    await remote.work();
    expect(toAgency()).toBe(untilOpen);

    remote.later(11_000);
    await remote.work();
    expect(toAgency()).toBe(untilOpen + 1);
    remote.later(31_000);
    await remote.work();
    expect(toAgency()).toBe(untilOpen + 1);

    remote.channel.answer = async () => arrived;
    remote.later(30_000);
    for (let round = 0; round < 8; round += 1) {
      await remote.work();
      await sweep();
      remote.later(31_000);
    }
    const arrivedOf = `deliveries WHERE recipient_id = $1 AND state = 'arrived'`;
    expect(await remote.world.count(arrivedOf, [agency])).toBe(12);
    expect(await remote.world.count(`recipient_lines WHERE agency_id = $1 AND opened_at IS NULL`, [agency])).toBe(1);
  });

  it('has four tries at once and calls the most urgent when one ends', async () => {
    const releases: (() => void)[] = [];
    remote.channel.answer = () =>
      new Promise((resolve) => {
        releases.push(() => resolve(arrived));
      });
    const normal: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      normal.push(await sendOne());
    }
    const express = await sendOne('express');
    await remote.world.database.query('DELETE FROM outbox_messages');
    const running = normal.map((id) => remote.carry(id));
    await waitUntil('four are under way', 5_000, async () => releases.length === 4);
    await remote.carry(express);
    expect(remote.channel.given).toHaveLength(4);
    releases[0]?.();
    await waitUntil('one is called', 5_000, async () => (await remote.world.count('outbox_messages')) === 1);
    const [called] = await remote.world.database.query<{ id: string }>(
      `SELECT payload ->> 'deliveryId' AS id FROM outbox_messages`,
    );
    expect(called?.id).toBe(express);
    releases.forEach((release) => release());
    await Promise.all(running);
  });

  it('is called again by the sweep when everything that was promised is gone', async () => {
    const id = await sendOne();
    await remote.world.database.query('DELETE FROM outbox_messages');
    remote.later(31_000);
    await sweep();
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ state: 'arrived' });
  });
});

describe('a pause', () => {
  const pause = (channel: 'webhook' | null, agencyId: string | null) =>
    remote.world.get(PauseDeliveries).execute(remote.administrator, { channel, agencyId, reason: 'Bảo trì' });

  it.each([
    ['of a channel', () => pause('webhook', null)],
    ['of a recipient', () => pause(null, agency)],
    ['of a channel to a recipient', () => pause('webhook', agency)],
  ])('%s holds deliveries back until it ends', async (_what, begin) => {
    const pauseId = await begin();
    const id = await sendOne();
    await remote.work();
    expect(remote.channel.given).toEqual([]);
    await remote.world.get(ResumeDeliveries).execute(remote.administrator, pauseId);
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ state: 'arrived', tries: 1 });
  });

  it('of another recipient holds nothing back here', async () => {
    await pause(null, await remote.agencyElsewhere());
    const id = await sendOne();
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ state: 'arrived' });
  });

  it('is made once, ended once, and by the administrator only', async () => {
    const pauseId = await pause('webhook', null);
    await expect(pause('webhook', null)).rejects.toMatchObject({ code: 'delivery.already-paused' });
    const resume = remote.world.get(ResumeDeliveries);
    await expect(resume.execute(remote.clerk, pauseId)).rejects.toMatchObject({ code: 'permission.denied' });
    await resume.execute(remote.administrator, pauseId);
    await expect(resume.execute(remote.administrator, pauseId)).rejects.toMatchObject({ code: 'not-found' });
    const byClerk = remote.world
      .get(PauseDeliveries)
      .execute(remote.clerk, { channel: 'webhook', agencyId: null, reason: '' });
    await expect(byClerk).rejects.toMatchObject({ code: 'permission.denied' });
  });
});

describe('what needs attention', () => {
  async function failed(): Promise<string> {
    remote.channel.answer = async () => rejected;
    const id = await sendOne();
    await remote.work();
    remote.channel.answer = async () => arrived;
    return id;
  }

  const retry = (deliveryId: string, allAlike = false) =>
    remote.world.get(RetryDeliveries).execute(remote.clerk, { deliveryId, allAlike });

  it('is tried again with all its time before it', async () => {
    const id = await failed();
    remote.later(48 * hour);
    expect(await retry(id)).toBe(1);
    await remote.work();
    expect(await remote.shown(id)).toMatchObject({ state: 'arrived', codes: ['sent', 'failed', 'retried', '01'] });
  });

  it('is tried again together with all that failed alike, and with nothing else', async () => {
    const alike = [await failed(), await failed(), await failed()];
    const elsewhere = agency;
    agency = await remote.agencyElsewhere();
    const other = await failed();
    agency = elsewhere;
    expect(await retry(alike[1] ?? '', true)).toBe(3);
    expect(await remote.shown(other)).toMatchObject({ transportState: 'failed' });
  });

  it('is tried again once though two click at the same time: the second is told', async () => {
    const id = await failed();
    const clicks = await Promise.allSettled([retry(id), retry(id)]);
    expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refusal = clicks.find((click) => click.status === 'rejected');
    expect(refusal?.reason).toMatchObject({ code: 'delivery.not-failed' });
    expect(await remote.world.count('outbox_messages')).toBe(1);
  });

  it('goes on paper with the reason, and counts as paper', async () => {
    const id = await failed();
    await remote.world
      .get(SendByOtherChannel)
      .execute(remote.clerk, { deliveryId: id, channel: 'paper', paperReason: { code: 'on-request', note: '' } });
    const missing = remote.world
      .get(SendByOtherChannel)
      .execute(remote.clerk, { deliveryId: await failed(), channel: 'paper', paperReason: null });
    await expect(missing).rejects.toMatchObject({ code: 'document.paper-reason-missing' });
    expect(await remote.shown(id)).toMatchObject({ state: 'on-paper', transportState: 'done' });
    expect(await remote.world.count(`exchanges WHERE recipient_id = $1 AND mode = 'paper'`, [agency])).toBe(1);
  });

  it('goes inside this system when the agency works here, and not by a channel that is not set up', async () => {
    const id = await failed();
    const other = remote.world.get(SendByOtherChannel);
    const byMail = other.execute(remote.clerk, { deliveryId: id, channel: 'email', paperReason: null });
    await expect(byMail).rejects.toMatchObject({ code: 'delivery.channel-not-possible' });
    await other.execute(remote.clerk, { deliveryId: id, channel: 'local', paperReason: null });
    expect(await remote.shown(id)).toMatchObject({ transportState: 'queued' });
    expect(await remote.world.count(`outbox_messages WHERE job = 'deliver-dispatch'`)).toBe(1);
  });

  it('is given up with a reason, keeps everything, and is not tried any more', async () => {
    const id = await failed();
    await remote.world.get(GiveUpDelivery).execute(remote.clerk, id, 'Đã gửi trực tiếp');
    expect(await remote.shown(id)).toMatchObject({ state: 'given-up', outcomes: ['permanent'] });
    await expect(retry(id)).rejects.toMatchObject({ code: 'delivery.not-failed' });
  });

  it('of another agency is not there', async () => {
    const id = await failed();
    const stranger = await remote.world.aClerk();
    const asked = remote.world.get(RetryDeliveries).execute(stranger, { deliveryId: id, allAlike: false });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
    const drafter = { ...remote.clerk, role: 'civil-servant' as const };
    const denied = remote.world.get(GiveUpDelivery).execute(drafter, id, '…');
    await expect(denied).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
