import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AlertSettings, AlertSweep } from '#exchange';
import { aDelivery, anAgency, anArrival, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const minute = 60_000;
const hour = 60 * minute;
/** Eleven o’clock on a Wednesday in Vietnam. */
const morning = new Date('2026-03-04T04:00:00Z');

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let agency: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  world.clock.moment = morning;
  agency = (await anAgency(world.database)).id;
  await world.database.query(`UPDATE alert_settings SET mailboxes = '{truc@example.vn}'`);
});

afterEach(async () => {
  await world.database.query('DELETE FROM outbox_messages');
  await world.database.query('DELETE FROM alerts');
  await world.database.query('DELETE FROM recipient_lines');
  await world.database.query('DELETE FROM delivery_pauses');
  await world.database.query(`UPDATE deliveries SET transport_state = 'cancelled', state = 'given-up'`);
  await world.database.query(`UPDATE arrivals SET state = 'refused'`);
});

const sweep = () => world.get(AlertSweep).execute();

const later = (milliseconds: number): void => {
  world.clock.moment = new Date(world.clock.now().getTime() + milliseconds);
};

/** The messages that were promised since the last look: about how many alerts, and whether they are over. */
async function told(): Promise<{ alerts: number; isOver: boolean }[]> {
  return world.database.query(
    `DELETE FROM outbox_messages WHERE job = 'mail-alerts'
     RETURNING jsonb_array_length(payload -> 'alertIds') AS alerts, (payload ->> 'isOver')::boolean AS "isOver"`,
  );
}

const open = () =>
  world.database.query<{ kind: string; deliveries: number }>(
    'SELECT kind, deliveries FROM alerts WHERE ended_at IS NULL ORDER BY kind, key',
  );

const failed = (recipientId = agency) =>
  aDelivery(world.database, {
    recipientId,
    channel: 'webhook',
    transportState: 'failed',
    state: 'needs-attention',
    stateAt: world.clock.now(),
  });

const recover = () =>
  world.database.query(`UPDATE deliveries SET transport_state = 'done' WHERE transport_state = 'failed'`);

const raised = { alerts: 1, isOver: false };
const over = { alerts: 1, isOver: true };

describe('an alert', () => {
  it('is told once while the fault lasts, again after a day, and once when it is over', async () => {
    await failed();
    await sweep();
    expect(await told()).toEqual([raised]);
    later(hour);
    await sweep();
    expect(await told()).toEqual([]);
    later(23 * hour);
    await sweep();
    expect(await told()).toEqual([raised]);
    await recover();
    later(hour);
    await sweep();
    expect(await told()).toEqual([over]);
    later(48 * hour);
    await sweep();
    expect(await told()).toEqual([]);
  });

  it('that many cause at the same time is one message, and the next of its kind waits ten minutes', async () => {
    await failed();
    await failed((await anAgency(world.database)).id);
    await sweep();
    expect(await told()).toEqual([{ alerts: 2, isOver: false }]);
    await failed((await anAgency(world.database)).id);
    later(9 * minute);
    await sweep();
    expect(await told()).toEqual([]);
    later(minute);
    await sweep();
    expect(await told()).toEqual([raised]);
  });

  it('is one, though several workers look at the same time', async () => {
    await failed();
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await open()).toEqual([{ kind: 'failing', deliveries: 1 }]);
    expect(await told()).toEqual([raised]);
  });

  it('that nobody was told of is not told to be over', async () => {
    await world.database.query(`UPDATE alert_settings SET mailboxes = '{}'`);
    await failed();
    await sweep();
    await recover();
    await sweep();
    await world.database.query(`UPDATE alert_settings SET mailboxes = '{truc@example.vn}'`);
    later(hour);
    await sweep();
    expect(await told()).toEqual([]);
  });

  it('of before is told once there is somebody to tell', async () => {
    await world.database.query(`UPDATE alert_settings SET mailboxes = '{}'`);
    await failed();
    await sweep();
    expect(await open()).toHaveLength(1);
    await world.database.query(`UPDATE alert_settings SET mailboxes = '{truc@example.vn}'`);
    await sweep();
    expect(await told()).toEqual([raised]);
  });
});

describe('an alert is raised for', () => {
  const waitingSince = (since: Date) =>
    aDelivery(world.database, { recipientId: agency, channel: 'webhook', transportState: 'queued', stateAt: since });

  it('deliveries that wait for longer than a quarter of an hour', async () => {
    await waitingSince(new Date(morning.getTime() - 14 * minute));
    await sweep();
    expect(await open()).toEqual([]);
    later(2 * minute);
    await sweep();
    expect(await open()).toEqual([{ kind: 'stuck', deliveries: 1 }]);
  });

  it('none that an administrator holds back', async () => {
    const clerk = await world.aClerk();
    await waitingSince(new Date(morning.getTime() - hour));
    await world.database.query(
      `INSERT INTO delivery_pauses (id, agency_id, reason, paused_by_post_id, paused_at)
       VALUES (uuidv7(), $1, 'Bảo trì', $2, now())`,
      [agency, clerk.postId],
    );
    await sweep();
    expect(await open()).toEqual([]);
  });

  it('a line that is open, and not once more for what waits for it', async () => {
    await waitingSince(new Date(morning.getTime() - hour));
    await world.database.query(
      `INSERT INTO recipient_lines (agency_id, channel, failures, opened_at) VALUES ($1, 'webhook', 5, $2)`,
      [agency, morning],
    );
    await sweep();
    expect(await open()).toEqual([{ kind: 'line-open', deliveries: 1 }]);
  });
});

describe('a receiver that is not seen', () => {
  const arrivedAt = (at: Date) => anArrival(world.database, { agencyId: agency, state: 'arrived', arrivedAt: at });

  async function signedInAt(at: Date, role: 'clerk' | 'leader' = 'clerk'): Promise<void> {
    const clerk = await world.aClerk(agency);
    await world.database.query('UPDATE posts SET role = $2 WHERE id = $1', [clerk.postId, role]);
    await world.database.query(
      `INSERT INTO sessions (id, token_digest, csrf_token, person_id, post_id, address, user_agent, method, created_at,
                             last_used_at, expires_at)
       VALUES (uuidv7(), uuidv7()::text, '', $1, $2, '', '', 'password', $3, $3, $3::timestamptz + interval '1 day')`,
      [clerk.personId, clerk.postId, at],
    );
  }

  it('for two hours is told of, with how much waits', async () => {
    await arrivedAt(new Date(morning.getTime() - 2 * hour));
    await sweep();
    expect(await open()).toEqual([]);
    later(minute);
    await sweep();
    expect(await open()).toEqual([{ kind: 'receiver-not-seen', deliveries: 1 }]);
  });

  it('is none while one of its clerks was there since, whatever others do', async () => {
    await arrivedAt(new Date(morning.getTime() - 3 * hour));
    await signedInAt(new Date(morning.getTime() - 4 * hour));
    await signedInAt(new Date(morning.getTime() - hour), 'leader');
    await sweep();
    expect(await open()).toHaveLength(1);
    await signedInAt(new Date(morning.getTime() - hour));
    await sweep();
    expect(await open()).toEqual([]);
  });

  it.each([
    ['before ten', new Date('2026-03-04T02:59:00Z')],
    ['in the evening', new Date('2026-03-04T10:01:00Z')],
    ['on a Saturday', new Date('2026-03-07T04:00:00Z')],
  ])('is not told of %s, nor that it is over', async (_what, moment) => {
    await arrivedAt(new Date('2026-03-03T02:00:00Z'));
    await sweep();
    expect(await open()).toHaveLength(1);
    await signedInAt(moment);
    world.clock.moment = moment;
    await sweep();
    expect(await open()).toHaveLength(1);
    await world.database.query('DELETE FROM alerts');
    await world.database.query('DELETE FROM sessions');
    await sweep();
    expect(await open()).toEqual([]);
  });

  it('on a day off of the calendar is not told of', async () => {
    await arrivedAt(new Date('2026-03-03T02:00:00Z'));
    await world.database.query(
      `INSERT INTO calendar_days (day, kind, name, basis, version) VALUES ('2026-03-04', 'off', 'Nghỉ', '', 1)`,
    );
    await sweep();
    await world.database.query(`DELETE FROM calendar_days WHERE day = '2026-03-04'`);
    expect(await open()).toEqual([]);
  });
});

it('keeps the settings to who keeps the system', async () => {
  const clerk = await world.aClerk();
  await expect(world.get(AlertSettings).view(clerk)).rejects.toMatchObject({ code: 'permission.denied' });
});
