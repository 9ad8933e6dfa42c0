import { join } from 'node:path';
import { PostgresQueueBackend, type QueueBackend, RedisQueueBackend } from '#platform';
import { addAgencies } from './add-agencies.js';
import { ArrivalWatch } from './arrival-watch.js';
import { bareJobsPerSecond } from './bare-jobs.js';
import { BareDelivery, deliveredRows, leastRows } from './bare-delivery.js';
import { type Figure, median } from './figures.js';
import type { Options } from './options.js';
import { OutgoingDocuments } from './outgoing-document.js';
import { ProvinceServer } from './province-server.js';
import { startRedisQueue } from './redis-queue.js';
import { Scratch } from './scratch.js';
import { writePdf } from './write-pdf.js';

const recipients = 250;
const rounds = 7;
/** Sent at once in a round: what follows one another on one of the two processors overlaps with the other. */
const atOnce = 8;
const fileBytes = 200_000;
/** Goals of the product, of what was measured in the same run. */
const ofPlainRows = 0.5;
const ofBareJobs = { postgres: 5, redis: 0.8 };

interface Measured {
  readonly engine: number[];
  readonly alone: number[];
  readonly plain: number[];
  readonly least: number[];
  readonly jobs: number[];
}

/**
 * A document to 250 recipients on this system, from the send call until the last arrival is committed, with the queue in
 * PostgreSQL and in Redis; held against the same rows as plain statements, and against jobs that do nothing.
 */
export async function measureBroadcast(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const { REDIS_URL } = await startRedisQueue(scratch);
  return [
    ...(await figuresWith('PostgreSQL', ofBareJobs.postgres, {}, (url) => new PostgresQueueBackend(url))),
    ...(await figuresWith('Redis', ofBareJobs.redis, { REDIS_URL }, () => new RedisQueueBackend({ url: REDIS_URL }))),
  ];
}

async function figuresWith(
  queue: string,
  goalOfJobs: number,
  environment: Readonly<Record<string, string>>,
  backendOf: (database: { connectionString: string }) => QueueBackend,
): Promise<Figure[]> {
  const scratch = new Scratch();
  try {
    const province = await ProvinceServer.start(scratch, environment);
    const backend = backendOf({ connectionString: province.databaseUrl });
    scratch.onEnd(() => backend.close());
    await backend.ready();
    return figuresOf(queue, goalOfJobs, await measure(province, backend, scratch));
  } finally {
    await scratch.end();
  }
}

async function measure(province: ProvinceServer, backend: QueueBackend, scratch: Scratch): Promise<Measured> {
  const documents = await OutgoingDocuments.by(province);
  const recipientIds = await addAgencies(province.database, recipients);
  const watch = await ArrivalWatch.open(province.databaseUrl, scratch);
  const file = join(scratch.folder(), 'cong-van.pdf');
  await writePdf(file, fileBytes);
  const plain = await BareDelivery.prepare(province.database, 'bench', deliveredRows);
  const least = await BareDelivery.prepare(province.database, 'bench_least', leastRows);
  const measured: Measured = { engine: [], alone: [], plain: [], least: [], jobs: [] };
  // The first round goes to a server with cold code and cold plans and isn’t kept.
  for (let round = 0; round <= rounds; round += 1) {
    const paths: string[] = [];
    for (let count = 0; count <= atOnce; count += 1) {
      const path = await documents.draft(recipientIds);
      await documents.attach(path, file);
      await documents.issue(path);
      paths.push(path);
    }
    const [single = '', ...together] = paths;
    measured.alone.push(await sendAll(documents, watch, [single]));
    measured.engine.push(await sendAll(documents, watch, together));
    const ids = together.map(idOf);
    measured.plain.push((ids.length * recipients * 1000) / (await plain.insertMs(ids)));
    measured.least.push((ids.length * recipients * 1000) / (await least.insertMs(ids)));
    measured.jobs.push(await bareJobsPerSecond(backend, recipients));
  }
  return {
    engine: measured.engine.slice(1),
    alone: measured.alone.slice(1),
    plain: measured.plain.slice(1),
    least: measured.least.slice(1),
    jobs: measured.jobs.slice(1),
  };
}

async function sendAll(documents: OutgoingDocuments, watch: ArrivalWatch, paths: readonly string[]): Promise<number> {
  const arrived = paths.map((path) => watch.arrived(idOf(path)));
  const began = performance.now();
  await Promise.all(paths.map((path) => documents.send(path)));
  const last = Math.max(...(await Promise.all(arrived)));
  return (paths.length * recipients * 1000) / (last - began);
}

function figuresOf(queue: string, goalOfJobs: number, { engine, alone, plain, least, jobs }: Measured): Figure[] {
  const unit = 'deliveries/s';
  const same: Figure = { what: `the same rows by plain SQL, queue in ${queue}`, unit, values: plain };
  const bare: Figure = { what: `jobs that do nothing, one a recipient, queue in ${queue}`, unit, values: jobs };
  const three: Figure = { what: 'delivery, event and arrival alone by plain SQL', unit, values: least };
  const sent = `${atOnce} documents to ${recipients} each, queue in ${queue}`;
  return [
    { what: sent, unit, values: engine, against: same, atLeast: ofPlainRows * median(plain) },
    { what: `${sent}: of bare jobs`, unit, values: engine, against: bare, atLeast: goalOfJobs * median(jobs) },
    { what: `${sent}: of three rows each`, unit, values: engine, against: three },
    { what: `one document alone to ${recipients}, queue in ${queue}`, unit, values: alone, against: same },
    same,
    bare,
    three,
  ];
}

function idOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
