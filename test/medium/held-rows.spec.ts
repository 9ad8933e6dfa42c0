import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { AssignWork, CompleteArrival } from '#incoming';
import { anActor, anArrival, aPost, createTestDatabase, type TestDatabase, waitUntil } from '#testing';
import { ExchangeWorld } from './exchange-world.js';
import { gate } from './gate.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

async function person(agencyId: string, role: Actor['role']): Promise<Actor> {
  const { id, personId } = await aPost(world.database, { agencyId, role });
  return anActor({ agencyId, role, postId: id, personId });
}

/** Somebody changes what the rule looks at and commits only once the other waits for the same row. */
async function raced(
  change: () => Promise<void>,
  other: () => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>> {
  const [changed, mayCommit] = [gate(), gate()];
  const changing = world.database.transaction(async () => {
    await change();
    changed.open();
    await mayCommit.opened;
  });
  await changed.opened;
  const outcome = Promise.allSettled([other()]);
  await waitUntil('the other waits', 20_000, async () => {
    const waiting = `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return (await world.count(waiting)) > 0;
  });
  mayCommit.open();
  await changing;
  const [settled] = await outcome;
  return settled;
}

describe('who waits for a row is judged by what stands once the wait is over, not by what stood before', () => {
  it('an arrival whose work somebody else leads by now is no longer theirs to complete', async () => {
    const { agencyId } = await world.aClerk();
    const leader = await person(agencyId, 'leader');
    const [before, after] = [await person(agencyId, 'civil-servant'), await person(agencyId, 'civil-servant')];
    const { id } = await anArrival(world.database, { agencyId, state: 'accepted' });
    const lead = async ({ postId }: Actor): Promise<void> => {
      const part = { role: 'lead', unitId: null, postId, dueOn: null } as const;
      await world.get(AssignWork).execute(leader, id, { instruction: '', parts: [part] });
    };
    await lead(before);
    const outcome = await raced(
      async () => lead(after),
      async () => world.get(CompleteArrival).execute(before, id),
    );
    expect(outcome).toEqual({ status: 'rejected', reason: expect.objectContaining({ code: 'permission.denied' }) });
  });
});
