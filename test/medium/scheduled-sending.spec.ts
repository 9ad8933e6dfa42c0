import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxDaysAhead } from '#contracts';
import { CallOffSending, ScheduleSending } from '#documents';
import { DispatchDocument, SendDue, SendingClock } from '#exchange';
import { waitUntil } from '#testing';
import { codeOf, morning, SendingWorld, toAgencies } from './sending-world.js';

let world: SendingWorld;
let recipientId: string;

const hour = 3_600_000;
const after = (milliseconds: number): Date => new Date(morning.getTime() + milliseconds);

beforeAll(async () => {
  world = await SendingWorld.open();
  recipientId = await world.agency();
});

afterAll(() => world.close());

beforeEach(async () => {
  world.app.clock.moment = morning;
  await world.app.database.query('DELETE FROM scheduled_sendings');
});

async function scheduled(sendAt = after(hour), overrides: object = toAgencies(recipientId)): Promise<string> {
  const id = await world.issued(overrides);
  await world.app.get(ScheduleSending).execute(world.clerk, id, sendAt);
  return id;
}

const sendDue = (): Promise<number> => world.app.get(SendDue).execute();

const dispatches = (id: string): Promise<number> => world.app.count('dispatches WHERE document_id = $1', [id]);

async function failureOf(id: string): Promise<unknown> {
  const rows = await world.app.database.query(
    'SELECT failure_code AS code, failed_at IS NOT NULL AS failed FROM scheduled_sendings WHERE document_id = $1',
    [id],
  );
  return rows[0];
}

describe('a document with a set time of sending', () => {
  it('is not sent before it, and once when it has come, though many workers look at once', async () => {
    const id = await scheduled();
    world.app.clock.moment = after(hour - 1);
    expect(await sendDue()).toBe(0);
    expect(await world.stateOf(id)).toBe('issued');
    world.app.clock.moment = after(hour);
    const sent = await Promise.all(Array.from({ length: 5 }, sendDue));
    expect(sent.reduce((sum, one) => sum + one)).toBe(1);
    expect(await world.stateOf(id)).toBe('sent');
    expect(await dispatches(id)).toBe(1);
    expect(await sendDue()).toBe(0);
  });

  it('is sent by a worker that starts after its time, and the trail says on whose order', async () => {
    const id = await scheduled();
    world.app.clock.moment = after(5 * hour);
    const clock = new SendingClock(world.app.get(SendDue));
    clock.onApplicationBootstrap();
    await waitUntil('it is sent', 5_000, async () => (await world.stateOf(id)) === 'sent');
    await clock.onModuleDestroy();
    const [entry] = await world.app.database.query<{ note: string; person: string | null }>(
      `SELECT note, person_id AS person FROM audit_entries WHERE object_id = $1 AND action = 'document.sent'`,
      [id],
    );
    expect(entry?.person).toBeNull();
    expect(entry?.note).toContain(world.clerk.fullName);
  });

  it('can get another time, at which alone it is sent', async () => {
    const id = await scheduled(after(hour));
    await world.app.get(ScheduleSending).execute(world.clerk, id, after(3 * hour));
    world.app.clock.moment = after(2 * hour);
    expect(await sendDue()).toBe(0);
    world.app.clock.moment = after(3 * hour);
    expect(await sendDue()).toBe(1);
  });

  it('waits for the clerk again once it is called off', async () => {
    const id = await scheduled();
    await world.app.get(CallOffSending).execute(world.clerk, id);
    world.app.clock.moment = after(2 * hour);
    expect(await sendDue()).toBe(0);
    expect(await world.stateOf(id)).toBe('issued');
    await expect(world.app.get(CallOffSending).execute(world.clerk, id)).rejects.toMatchObject({
      code: 'document.not-scheduled',
    });
  });

  it('is either called off or sent when both happen at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => scheduled()));
    world.app.clock.moment = after(hour);
    const callOff = world.app.get(CallOffSending);
    const [calledOff] = await Promise.all([
      Promise.allSettled(ids.map((id) => callOff.execute(world.clerk, id))),
      sendDue(),
      sendDue(),
    ]);
    for (const [index, id] of ids.entries()) {
      const answer = calledOff[index];
      const wasCalledOff = answer?.status === 'fulfilled';
      expect(wasCalledOff || answer?.reason).toSatisfy(
        (it: unknown) => it === true || (it as { code: string }).code === 'document.not-scheduled',
      );
      expect(await world.stateOf(id)).toBe(wasCalledOff ? 'issued' : 'sent');
      expect(await dispatches(id)).toBe(wasCalledOff ? 0 : 1);
    }
  });

  it('is sent once when the clerk sends it at the moment in which its time comes', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => scheduled()));
    world.app.clock.moment = after(hour);
    const [byHand] = await Promise.all([
      Promise.allSettled(ids.map((id) => world.app.get(DispatchDocument).execute(world.clerk, id))),
      sendDue(),
    ]);
    expect(byHand.map(codeOf).filter((code) => code !== 'done' && code !== 'document.wrong-state')).toEqual([]);
    for (const id of ids) {
      expect(await dispatches(id)).toBe(1);
      expect(await failureOf(id)).toBeUndefined();
    }
  });

  it('goes although the clerk who set the time has left the post since: the agency ordered it', async () => {
    const id = await scheduled();
    const database = world.app.database;
    await database.query(`UPDATE posts SET valid_to = '2017-05-01' WHERE id = $1`, [world.clerk.postId]);
    world.app.clock.moment = after(hour);
    expect(await sendDue()).toBe(1);
    await database.query('UPDATE posts SET valid_to = NULL WHERE id = $1', [world.clerk.postId]);
    expect(await world.stateOf(id)).toBe('sent');
  });

  it('stays with the clerk and says why when its recipient has closed, and does not try again by itself', async () => {
    const closing = await world.agency();
    const id = await scheduled(after(hour), toAgencies(closing));
    const other = await scheduled();
    await world.app.database.query(`UPDATE agencies SET valid_to = '2017-05-01' WHERE id = $1`, [closing]);
    world.app.clock.moment = after(hour);
    expect(await sendDue()).toBe(1);
    expect(await world.stateOf(other)).toBe('sent');
    expect(await world.stateOf(id)).toBe('issued');
    expect(await failureOf(id)).toEqual({ code: 'document.unknown-recipient', failed: true });
    expect(await dispatches(id)).toBe(0);
    expect(await sendDue()).toBe(0);
    expect(
      await world.app.count(`audit_entries WHERE object_id = $1 AND action = 'document.sending-failed'`, [id]),
    ).toBe(1);
    await world.app.database.query('UPDATE agencies SET valid_to = NULL WHERE id = $1', [closing]);
    await world.app.get(ScheduleSending).execute(world.clerk, id, after(2 * hour));
    world.app.clock.moment = after(2 * hour);
    expect(await sendDue()).toBe(1);
  });

  it('goes to whoever stands in the place of a recipient that was reorganised meanwhile', async () => {
    const [closing, successor] = [await world.agency(), await world.agency()];
    const id = await scheduled(after(hour), toAgencies(closing));
    await world.app.database.query(`UPDATE agencies SET valid_to = '2017-05-01' WHERE id = $1`, [closing]);
    await world.app.database.query(`INSERT INTO agency_successions VALUES ($1, $2, '2017-05-02', true)`, [
      closing,
      successor,
    ]);
    world.app.clock.moment = after(hour);
    expect(await sendDue()).toBe(1);
    expect(await world.deliveries(id)).toMatchObject([{ recipientId: closing }]);
  });

  it('goes in the order of urgency among those that are due', async () => {
    const ids: string[] = [];
    for (const urgency of ['normal', 'express', 'urgent', 'very-urgent']) {
      ids.push(await scheduled(after(hour), { ...toAgencies(recipientId), urgency }));
    }
    world.app.clock.moment = after(hour);
    await sendDue();
    const rows = await world.app.database.query<{ urgency: string }>(
      `SELECT urgency FROM documents AS document WHERE id = ANY ($1::uuid[])
        ORDER BY (SELECT id FROM deliveries WHERE document_id = document.id)`,
      [ids],
    );
    expect(rows.map(({ urgency }) => urgency)).toEqual(['express', 'very-urgent', 'urgent', 'normal']);
  });

  it.each([
    ['now', 0],
    ['in the past', -1],
    ['too far ahead', maxDaysAhead * 24 * hour + 1],
  ])('is refused a time that is %s', async (_when, milliseconds) => {
    const id = await world.issued(toAgencies(recipientId));
    await expect(world.app.get(ScheduleSending).execute(world.clerk, id, after(milliseconds))).rejects.toMatchObject({
      code: 'document.send-time-past',
    });
  });

  it.each(['approved', 'sent'] as const)('is refused one while it is %s', async (state) => {
    const id = await world[state](toAgencies(recipientId));
    await expect(world.app.get(ScheduleSending).execute(world.clerk, id, after(hour))).rejects.toMatchObject({
      code: 'document.wrong-state',
    });
  });

  it('is the clerk’s to set and to call off', async () => {
    const id = await scheduled();
    for (const actor of [world.drafter, world.leader]) {
      await expect(world.app.get(ScheduleSending).execute(actor, id, after(hour))).rejects.toMatchObject({
        code: 'permission.denied',
      });
      await expect(world.app.get(CallOffSending).execute(actor, id)).rejects.toMatchObject({
        code: 'permission.denied',
      });
    }
  });
});
