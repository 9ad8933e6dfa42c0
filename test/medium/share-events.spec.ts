import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LiveEvent } from '#contracts';
import { entities, migrateDatabase } from '#db';
import { deliveriesReached, deliveryRefused } from '#exchange';
import { MetricsModule, ShareQuery } from '#metrics';
import { ApiPlatformModule, Database, Events, LiveFeed, loadConfig, PlatformModule } from '#platform';
import { aDelivery, aDocument, anActor, anAgency, createTestDatabase, type TestDatabase, waitUntil } from '#testing';

let app: TestingModule;
let testDatabase: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await migrateDatabase(testDatabase.url);
  dataDir = await mkdtemp(join(tmpdir(), 'vanthu-share-'));
  app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        config: loadConfig({ DATA_DIR: dataDir }),
        databaseUrl: testDatabase.url,
        entities,
      }),
      ApiPlatformModule,
      MetricsModule,
    ],
  }).compile();
  app.useLogger(false);
  await app.init();
});

afterAll(async () => {
  await app.close();
  await testDatabase.drop();
  await rm(dataDir, { recursive: true, force: true });
});

it('the share follows the events of the exchange in their own transactions, and every open page hears of it', async () => {
  const database = app.get(Database);
  const sender = await anAgency(database);
  const { id: documentId } = await aDocument(database, { agencyId: sender.id });
  const { id: deliveryId } = await aDelivery(database, { documentId, state: 'arrived' });
  const heard: LiveEvent[] = [];
  const listening = app
    .get(LiveFeed)
    .eventsFor({ agencyId: (await anAgency(database)).id })
    .subscribe(({ event }) => heard.push(event));
  const before = heard.length;
  const total = async (): Promise<number> => {
    const { indicators } = await app.get(ShareQuery).view(anActor({ agencyId: sender.id }), { year: 2017 });
    return indicators.reduce((sum, figure) => sum + figure.total, 0);
  };

  const failing = database.transaction(async () => {
    await app.get(Events).emit(deliveriesReached, { deliveryIds: [deliveryId] });
    throw new Error('and then it broke');
  });
  await expect(failing).rejects.toThrow('and then it broke');
  expect(await total()).toBe(0);

  await database.transaction(() => app.get(Events).emit(deliveriesReached, { deliveryIds: [deliveryId] }));
  expect(await total()).toBe(1);
  await waitUntil('the first notice', 10_000, async () => heard.length === before + 1);

  await database.transaction(() => app.get(Events).emit(deliveriesReached, { deliveryIds: [deliveryId] }));
  await database.transaction(async () => {
    await database.query(`UPDATE deliveries SET state = 'refused' WHERE id = $1`, [deliveryId]);
    await app.get(Events).emit(deliveryRefused, { deliveryId });
  });
  expect(await total()).toBe(0);
  await waitUntil('the second notice', 10_000, async () => heard.length === before + 2);
  expect(heard.slice(before)).toEqual([
    { topic: 'share', id: null },
    { topic: 'share', id: null },
  ]);
  listening.unsubscribe();
});
