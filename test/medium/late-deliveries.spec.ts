import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { DeliveriesQuery, LateDeliveriesQuery } from '#exchange';
import { AcceptArrival, CompleteArrival } from '#incoming';
import { createTestDatabase, type TestDatabase } from '#testing';
import { away } from './remote-world.js';
import { RecallWorld } from './recall-world.js';

let testDatabase: TestDatabase;
let world: RecallWorld;
let receiver: Actor;

/** A Thursday without a holiday near it. */
const thursday = (time: string): Date => new Date(`2026-03-05T${time}:00+07:00`);
const friday = (time: string): Date => new Date(`2026-03-06T${time}:00+07:00`);
const monday = (time: string): Date => new Date(`2026-03-09T${time}:00+07:00`);

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await RecallWorld.open(testDatabase.url);
  receiver = await world.world.aClerk();
});

afterAll(async () => {
  await world.world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  await world.world.database.query('DELETE FROM outbox_messages');
  await world.world.database.query(
    `UPDATE deliveries SET transport_state = 'cancelled', state = 'given-up' WHERE state <> 'given-up'`,
  );
  at(thursday('09:00'));
});

function at(moment: Date): void {
  world.world.clock.moment = moment;
}

const get: RecallWorld['world']['get'] = (type) => world.world.get(type);

const late = async (by: Actor = world.clerk) =>
  (await get(LateDeliveriesQuery).page(by, { limit: 50 })).items.map(({ kind, dueAt }) => [kind, new Date(dueAt)]);

async function sendHere(dueDate: string | null = null) {
  const sent = await world.deliver([receiver.agencyId], { dueDate });
  return { ...sent, arrivalId: await world.arrivalOf(sent.deliveryIds[0] ?? '') };
}

describe('a recipient where a document arrived', () => {
  it('has until the end of the working day, and is late from then on', async () => {
    await sendHere();
    at(thursday('16:59'));
    expect(await late()).toEqual([]);
    at(thursday('17:00'));
    expect(await late()).toEqual([['not-answered', thursday('17:00')]]);
  });

  it('has the next working day for what came after hours or before a weekend', async () => {
    at(friday('18:30'));
    await sendHere();
    at(monday('16:59'));
    expect(await late()).toEqual([]);
    at(monday('17:00'));
    expect(await late()).toEqual([['not-answered', monday('17:00')]]);
  });

  it('is not late any more once it has accepted', async () => {
    const { arrivalId } = await sendHere();
    at(friday('08:00'));
    await get(AcceptArrival).execute(receiver, arrivalId);
    expect(await late()).toEqual([]);
  });

  it('is not late with what its sender took back', async () => {
    const { document } = await sendHere();
    at(friday('08:00'));
    await world.recall(document.id);
    expect(await late()).toEqual([]);
  });
});

describe('a recipient that works on a document', () => {
  it('is late after the day set for it, until it has completed it', async () => {
    const { arrivalId } = await sendHere('2026-03-06');
    await get(AcceptArrival).execute(receiver, arrivalId);
    at(friday('23:00'));
    expect(await late()).toEqual([]);
    at(monday('08:00'));
    expect(await late()).toEqual([['not-completed', friday('17:00')]]);
    await get(CompleteArrival).execute(receiver, arrivalId);
    expect(await late()).toEqual([]);
  });

  it('is never late without such a day, nor with what its sender has completed', async () => {
    const { arrivalId } = await sendHere();
    await get(AcceptArrival).execute(receiver, arrivalId);
    const other = await sendHere('2026-03-05');
    await get(AcceptArrival).execute(receiver, other.arrivalId);
    await world.world.database.query(`UPDATE documents SET state = 'completed' WHERE id = $1`, [other.document.id]);
    at(monday('08:00'));
    expect(await late()).toEqual([]);
  });
});

describe('what has not arrived', () => {
  it('is late after two hours, on a day off too; paper is not', async () => {
    world.remote.channel.answer = async () => away;
    const agencyId = await world.remote.agencyElsewhere();
    await world.send([agencyId]);
    await world.world.anIssuedDocument(world.clerk, [receiver.agencyId], 'paper');
    at(thursday('10:59'));
    expect(await late()).toEqual([]);
    at(thursday('11:00'));
    expect(await late()).toEqual([['not-arrived', thursday('11:00')]]);
  });
});

describe('the list of who is late', () => {
  it('is of the own agency, and counts by recipient', async () => {
    await sendHere();
    await sendHere();
    at(friday('08:00'));
    expect(await late(receiver)).toEqual([]);
    const counts = await get(LateDeliveriesQuery).counts(world.clerk);
    expect(counts).toMatchObject({ notArrived: 0, notAnswered: 2, notCompleted: 0 });
    expect(counts.recipients).toMatchObject([{ id: receiver.agencyId, notAnswered: 2 }]);
  });

  it('goes on page by page, and narrows to a kind or a recipient', async () => {
    const sent = [await sendHere(), await sendHere(), await sendHere()];
    at(friday('08:00'));
    const query = get(LateDeliveriesQuery);
    const first = await query.page(world.clerk, { limit: 2 });
    const rest = await query.page(world.clerk, { limit: 2, after: first.next ?? undefined });
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toEqual(sent.map(({ deliveryIds }) => deliveryIds[0]));
    expect((await query.page(world.clerk, { limit: 9, kind: 'not-arrived' })).items).toEqual([]);
    expect((await query.page(world.clerk, { limit: 9, recipientId: receiver.agencyId })).items).toHaveLength(3);
    expect((await query.page(world.clerk, { limit: 9, recipientId: world.clerk.agencyId })).items).toEqual([]);
  });

  it('leaves out what the reader may not read', async () => {
    const { document } = await sendHere();
    await world.world.database.query('UPDATE documents SET restricted = true WHERE id = $1', [document.id]);
    at(friday('08:00'));
    expect(await late({ ...world.clerk, role: 'civil-servant' })).toEqual([]);
  });

  it('is refused to who reads no documents', async () => {
    const auditor = { ...world.clerk, role: 'auditor' as const };
    await expect(get(LateDeliveriesQuery).page(auditor, { limit: 9 })).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect(get(LateDeliveriesQuery).counts(auditor)).rejects.toMatchObject({ code: 'permission.denied' });
  });
});

describe('a recipient as its sender sees it', () => {
  it('shows until when it has to answer, and that it is late', async () => {
    const { document } = await sendHere();
    const shown = async () => (await get(DeliveriesQuery).page(world.clerk, document.id, { limit: 9 })).items[0];
    expect(await shown()).toMatchObject({ late: null, answerBy: thursday('17:00').toISOString() });
    at(friday('08:00'));
    expect(await shown()).toMatchObject({ late: { kind: 'not-answered', dueAt: thursday('17:00').toISOString() } });
  });

  it('shows how often it was tried in vain, why, and when again', async () => {
    world.remote.channel.answer = async () => away;
    const { document } = await world.send([await world.remote.agencyElsewhere()]);
    await world.remote.work();
    const page = await get(DeliveriesQuery).page(world.clerk, document.id, { limit: 9 });
    expect(page.items[0]).toMatchObject({ failedTries: 1, cause: 'connection-refused', answerBy: null });
    expect(page.items[0]?.nextTryAt).not.toBeNull();
  });
});
