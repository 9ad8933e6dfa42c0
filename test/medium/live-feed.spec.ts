import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LiveEvent } from '#contracts';
import { newId } from '#kernel';
import { LiveChannel, LiveFeed } from '#platform';
import { createTestDatabase, type TestDatabase, waitUntil } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let one: ExchangeWorld;
let other: ExchangeWorld;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  one = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  other = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await one.close();
  await other.close();
  await testDatabase.drop();
});

it('a stream that was cut goes on in another process where it was, whatever the order in which work began', async () => {
  const [agencyId, bystander] = [newId(), newId()];
  const heard: { eventId: string; event: LiveEvent }[] = [];
  const stream = one
    .get(LiveFeed)
    .eventsFor({ agencyId })
    .subscribe((fed) => heard.push(fed));
  const publish = async (world: ExchangeWorld, to: string, id: string): Promise<void> =>
    world.get(LiveChannel).publish([to], 'arrivals', id);
  // The first begins before the second and commits after it.
  await one.database.transaction(async () => {
    await publish(one, agencyId, 'late');
    await publish(other, agencyId, 'early');
    await waitUntil('the early one is heard', 10_000, async () => heard.length === 1);
  });
  await waitUntil('both are heard', 10_000, async () => heard.length === 2);
  expect(heard.map(({ event }) => event.id)).toEqual(['early', 'late']);
  stream.unsubscribe();

  await Promise.all(
    [1, 2, 3].flatMap((number) => [
      publish(one, agencyId, `missed ${number}`),
      publish(other, bystander, `not for this stream ${number}`),
    ]),
  );
  const lastEventId = heard[0]?.eventId;
  const feed = other.get(LiveFeed);
  const again: (string | null)[] = [];
  await waitUntil('the other process has heard all of it', 10_000, async () => {
    again.length = 0;
    feed
      .eventsFor({ agencyId, lastEventId })
      .subscribe(({ event }) => again.push(event.id))
      .unsubscribe();
    return again.length === 4;
  });
  expect(feed.knows(lastEventId)).toBe(true);
  expect(again[0]).toBe('late');
  expect(new Set(again.slice(1))).toEqual(new Set(['missed 1', 'missed 2', 'missed 3']));
});
