import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { EmbeddedPostgres, productFolder } from '#platform';
import { waitUntil } from '#testing';
import { addAgencies } from './add-agencies.js';
import { type Figure, median } from './figures.js';
import { fillDeliveries } from './fill-deliveries.js';
import type { Options } from './options.js';
import { seedData, superuserUrl } from './province-server.js';
import { startRedisQueue } from './redis-queue.js';
import type { Scratch } from './scratch.js';
import { ServerProcess } from './server-process.js';

const recipients = 250;
const documentsOfRound = 40;
/** 10,000 deliveries each. The first one fills the caches and is what the others are held against. */
const rounds = 11;
/** [own] What is kept for each of 100,000 deliveries would be far above; the noise of one collection is below. */
const growthMegabytes = 5;
const roundLimitMs = 120_000;
const answerLimitMs = 10_000;
const bytesPerMegabyte = 1_000_000;

const MemoryUsage = z.object({ rss: z.number(), heapUsed: z.number() });

/** Memory of a worker of its own while 100,000 deliveries go through it: resident, and what a full collection leaves. */
export async function measureWorker(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const engine = await EmbeddedPostgres.start({ dataDir: scratch.folder() });
  scratch.onEnd(() => engine.stop());
  const folder = scratch.folder();
  const memoryFile = join(folder, 'memory.json');
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: engine.applicationUrl,
    MIGRATION_DATABASE_URL: engine.url,
    LOG_LEVEL: 'warn',
    ...(await startRedisQueue(scratch)),
  };
  await seedData(settings);
  const database = new Client({ connectionString: engine.url });
  await database.connect();
  scratch.onEnd(() => database.end());
  const recipientIds = await addAgencies(database, recipients);
  const worker = await startWorker({ ...settings, BENCH_MEMORY_FILE: memoryFile }, scratch);
  const left: z.infer<typeof MemoryUsage>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await fillDeliveries(superuserUrl(engine), { documents: documentsOfRound, recipientIds, state: 'queued' });
    await waitUntil('every promise is kept', roundLimitMs, () => isEmpty(database));
    left.push(await memoryOf(worker, memoryFile));
  }
  return figuresOf(left);
}

function startWorker(environment: Readonly<Record<string, string>>, scratch: Scratch): Promise<ServerProcess> {
  const built = join(productFolder, 'dist');
  return ServerProcess.start(
    {
      program: process.execPath,
      args: ['--expose-gc', '--import', join(built, 'bench', 'tell-memory.js'), join(built, 'apps/worker/src/main.js')],
      environment,
      readyPath: '/api/v1/health/ready',
    },
    scratch,
  );
}

async function isEmpty(database: Client): Promise<boolean> {
  const { rows } = await database.query('SELECT 1 FROM outbox_messages LIMIT 1');
  return rows.length === 0;
}

async function memoryOf({ pid }: ServerProcess, file: string): Promise<z.infer<typeof MemoryUsage>> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGWINCH');
  let usage: z.infer<typeof MemoryUsage> | undefined;
  await waitUntil('the worker tells its memory', answerLimitMs, () => {
    usage = readUsage(file);
    return Promise.resolve(usage !== undefined);
  });
  if (usage === undefined) {
    throw new Error('the worker told nothing');
  }
  return { rss: usage.rss / bytesPerMegabyte, heapUsed: usage.heapUsed / bytesPerMegabyte };
}

function readUsage(file: string): z.infer<typeof MemoryUsage> | undefined {
  try {
    return MemoryUsage.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function figuresOf(left: readonly { readonly rss: number; readonly heapUsed: number }[]): Figure[] {
  const [, ...after] = left;
  const last = after.slice(-3);
  const figureOf = (what: string, part: 'rss' | 'heapUsed', values: typeof left): Figure => {
    return { what, unit: 'MB', values: values.map((one) => one[part]) };
  };
  const heapBefore = figureOf('heap after a collection, of the first 30,000', 'heapUsed', after.slice(0, 3));
  const residentBefore = figureOf('resident, of the first 30,000', 'rss', after.slice(0, 3));
  return [
    heapBefore,
    {
      ...figureOf('heap after a collection, of the last 30,000 of 100,000', 'heapUsed', last),
      against: heapBefore,
      goal: Math.round(median(heapBefore.values) + growthMegabytes),
    },
    residentBefore,
    { ...figureOf('resident, of the last 30,000 of 100,000', 'rss', last), against: residentBefore },
  ];
}
