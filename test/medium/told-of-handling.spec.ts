import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { HandOverPost } from '#identity';
import { AssignWork, EndPart, SubmitArrival } from '#incoming';
import { NotificationsQuery, RemindOfWork } from '#notifications';
import { anActor, anArrival, aPost, aUnit, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const vietnam = (moment: string): Date => new Date(`${moment}:00+07:00`);

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let leader: Actor;
let member: Actor;
let unitId: string;
let arrivalId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  // A Wednesday.
  world.clock.moment = vietnam('2026-03-04T09:00');
  clerk = await world.aClerk();
  unitId = (await aUnit(world.database, { agencyId: clerk.agencyId })).id;
  leader = await someone('leader');
  member = await someone('civil-servant', unitId);
  arrivalId = (await anArrival(world.database, { agencyId: clerk.agencyId, state: 'accepted' })).id;
});

async function someone(role: Actor['role'], unit: string | null = null): Promise<Actor> {
  const { agencyId } = clerk;
  const { id, personId } = await aPost(world.database, { agencyId, role, unitId: unit });
  return anActor({ agencyId, role, postId: id, personId });
}

async function told({ postId }: Actor): Promise<string[]> {
  const rows = await world.database.query<{ kind: string }>(
    'SELECT kind FROM notifications WHERE post_id = $1 ORDER BY id',
    [postId],
  );
  return rows.map(({ kind }) => kind);
}

const standIn = async ({ postId }: Actor, from: string): Promise<void> => {
  await world.database.query(
    `INSERT INTO delegations (id, from_post_id, to_post_id, valid_from, valid_to, reason, made_by_post_id, made_at)
     VALUES (uuidv7(), $1, $2, $3, '2026-03-10', 'Nghỉ phép', $1, now())`,
    [leader.postId, postId, from],
  );
};

const part = (role: 'lead' | 'support', to: { unitId: string } | { postId: string }, dueOn: string | null = null) => ({
  role,
  unitId: null,
  postId: null,
  ...to,
  dueOn,
});

const assign = async (...parts: ReturnType<typeof part>[]): Promise<void> =>
  world.get(AssignWork).execute(leader, arrivalId, { instruction: '', parts });

describe('who is told of the work on an arrival', () => {
  it('is the leader it was submitted to', async () => {
    await world.get(SubmitArrival).execute(clerk, arrivalId, leader.postId);
    expect(await told(leader)).toEqual(['arrival-submitted']);
    expect(await told(clerk)).toEqual([]);
    expect(await told(member)).toEqual([]);
  });

  it('is whoever got a part, everybody of a unit, once, and not again when the others change', async () => {
    const other = await someone('civil-servant');
    await assign(part('lead', { unitId }));
    await assign(part('lead', { unitId }), part('support', { postId: other.postId }));
    expect(await told(member)).toEqual(['work-assigned']);
    expect(await told(other)).toEqual(['work-assigned']);
    expect(await told(leader)).toEqual([]);
  });

  it('is also who stands in today for somebody absent, and nobody whose time has not come', async () => {
    const [today, later] = [await someone('leader'), await someone('leader')];
    await standIn(today, '2026-03-04');
    await standIn(later, '2026-03-05');
    await world.get(SubmitArrival).execute(clerk, arrivalId, leader.postId);
    expect(await told(leader)).toEqual(['arrival-submitted']);
    expect(await told(today)).toEqual(['arrival-submitted']);
    expect(await told(later)).toEqual([]);
  });

  it('is also who takes over the work before it was read, once, and the one before no longer', async () => {
    const next = await someone('leader');
    const administrator = await someone('system-administrator');
    const read = (await anArrival(world.database, { agencyId: clerk.agencyId, state: 'accepted' })).id;
    await world.get(SubmitArrival).execute(clerk, read, leader.postId);
    await world.database.query('UPDATE notifications SET read_at = now() WHERE post_id = $1', [leader.postId]);
    await world.get(SubmitArrival).execute(clerk, arrivalId, leader.postId);
    const wish = { day: '2026-03-04', reason: 'Nghỉ hưu', receiver: { kind: 'post', postId: next.postId } } as const;
    await world.get(HandOverPost).execute(administrator, leader.postId, wish);
    expect(await told(next)).toEqual(['arrival-submitted']);
    expect(await world.get(NotificationsQuery).unread(next)).toBe(1);
    expect(await world.get(NotificationsQuery).unread(leader)).toBe(0);
  });

  it('is whoever gave what is handed back', async () => {
    await assign(part('lead', { postId: member.postId }));
    const [row] = await world.database.query<{ id: string }>('SELECT id FROM assignments WHERE arrival_id = $1', [
      arrivalId,
    ]);
    await world.get(EndPart).handBack(member, row?.id ?? '', 'Không thuộc chức năng');
    expect(await told(leader)).toEqual(['work-handed-back']);
  });
});

describe('reminders', () => {
  const remind = async (moment: string): Promise<void> => {
    world.clock.moment = vietnam(moment);
    await Promise.all([1, 2].map(async () => world.get(RemindOfWork).execute()));
  };

  it('come once a working day for what is due by the next one, and again once they were read', async () => {
    const later = await someone('civil-servant');
    await assign(part('lead', { unitId }, '2026-03-09'), part('support', { postId: later.postId }, '2026-03-11'));
    // Friday: the next working day is Monday the 9th.
    await remind('2026-03-06T00:05');
    expect(await told(member)).toEqual(['work-assigned', 'work-due']);
    expect(await told(later)).toEqual(['work-assigned']);
    await remind('2026-03-06T15:00');
    await remind('2026-03-07T09:00');
    await remind('2026-03-09T09:00');
    expect(await told(member)).toEqual(['work-assigned', 'work-due']);
    await world.database.query('UPDATE notifications SET read_at = now() WHERE post_id = $1', [member.postId]);
    await remind('2026-03-10T09:00');
    expect(await told(member)).toEqual(['work-assigned', 'work-due', 'work-due']);
    expect(await told(later)).toEqual(['work-assigned', 'work-due']);
  });

  it('do not come for what has ended', async () => {
    await assign(part('lead', { postId: member.postId }, '2026-03-12'));
    await world
      .get(AssignWork)
      .execute(leader, arrivalId, { instruction: '', parts: [part('lead', { unitId: unitId })] });
    const before = await told(member);
    await remind('2026-03-12T09:00');
    expect(await told(member)).toEqual(before);
  });
});
