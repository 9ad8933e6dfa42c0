import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, FindArrivals } from '#contracts';
import { ArrivalsQuery } from '#incoming';
import { DomainError } from '#kernel';
import { anActor, anArrival, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const urgencies = ['normal', 'express', 'urgent', 'normal', 'very-urgent', 'express', 'normal', 'urgent'] as const;

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  clerk = await world.aClerk();
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

/** Page by page, two a page. */
async function walk(by: Actor, box: 'to-receive' | 'to-assign'): Promise<string[]> {
  const symbols: string[] = [];
  let after: string | null | undefined = undefined;
  do {
    const query: FindArrivals = FindArrivals.parse({ box, limit: 2, ...(after === undefined ? {} : { after }) });
    const page = await world.get(ArrivalsQuery).page(by, query);
    symbols.push(...page.items.map(({ symbol, urgency }) => `${urgency} ${symbol}`));
    after = page.next;
  } while (after !== null);
  return symbols;
}

const urgentFirst = [
  'express 5',
  'express 1',
  'very-urgent 4',
  'urgent 7',
  'urgent 2',
  'normal 6',
  'normal 3',
  'normal 0',
];

it('what waits to be received is listed with the most urgent first, the newest of them before the others', async () => {
  for (const [number, urgency] of urgencies.entries()) {
    await anArrival(world.database, { agencyId: clerk.agencyId, symbol: String(number), urgency });
  }
  await anArrival(world.database, { agencyId: clerk.agencyId, urgency: 'express', state: 'accepted' });
  expect(await walk(clerk, 'to-receive')).toEqual(urgentFirst);
});

it('what waits for a leader is too', async () => {
  const { agencyId } = clerk;
  const { id, personId } = await aPost(world.database, { agencyId, role: 'leader' });
  for (const [number, urgency] of urgencies.entries()) {
    const submitted = { state: 'submitted', submittedToPostId: id } as const;
    await anArrival(world.database, { agencyId, symbol: String(number), urgency, ...submitted });
  }
  expect(await walk(anActor({ agencyId, role: 'leader', postId: id, personId }), 'to-assign')).toEqual(urgentFirst);
});

it.each([[[9, '01a20000-0000-7000-8000-000000000000']], [[1, 'x']], [['01a20000-0000-7000-8000-000000000000']]])(
  'the cursor %j is none of its own',
  async (key) => {
    const after = Buffer.from(JSON.stringify(key)).toString('base64url');
    const page = world.get(ArrivalsQuery).page(clerk, FindArrivals.parse({ box: 'to-receive', after }));
    await expect(page).rejects.toThrow(DomainError);
  },
);
