import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { DocumentView } from '#contracts';
import { productFolder } from '#platform';
import { waitUntil } from '#testing';
import { type Figure, median } from './figures.js';
import { type Heard, LiveClerk } from './live-clerk.js';
import type { Options } from './options.js';
import { OutgoingDocuments } from './outgoing-document.js';
import { ProvinceServer } from './province-server.js';
import type { Scratch } from './scratch.js';
import { ServerProcess } from './server-process.js';
import { writePdf } from './write-pdf.js';

const clerks = 1000;
const documentsSent = 50;
const fileBytes = 200_000;
const eventsForAll = 50;
const eventsOfAgencies = 10_000;
/** Of so many events each. The first ones fill what is kept of past events. */
const rounds = 6;
const restMs = 5_000;
const eventsAtOnce = 50;
/** Issue: shown within it after the commit. */
const goalMs = 500;
/** [own] What is kept for each of ten thousand events would be far above; the noise of one collection is below. */
const growthMegabytes = 5;
const patienceMs = 30_000;
const bytesPerMegabyte = 1_000_000;

const MemoryUsage = z.object({ rss: z.number(), heapUsed: z.number() });
type Memory = z.infer<typeof MemoryUsage>;

/** An agency of the province and those of its clerks who have the page open. */
interface Desk {
  readonly agencyId: string;
  readonly clerks: readonly LiveClerk[];
}

/**
 * A thousand clerks with the page open on one api process: how soon after the commit an arrival stands on the lists of an
 * agency, how soon an event is heard by all, and the memory of the process.
 */
export async function measureClerks(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const province = await ProvinceServer.start(scratch);
  const memoryFile = join(scratch.folder(), 'memory.json');
  const api = await startApi(province, memoryFile, scratch);
  const listening = new Client({ connectionString: province.databaseUrl });
  await listening.connect();
  scratch.onEnd(() => listening.end());
  await listening.query('LISTEN vanthu_live');

  const alone = await memoryOf(api, memoryFile);
  const desks = await openDesks(province, api, scratch);
  const connected = await memoryOf(api, memoryFile);
  const file = join(scratch.folder(), 'cong-van.pdf');
  await writePdf(file, fileBytes);
  const shown = await sendDocuments(province, desks, listening, file);
  const heard = await tellAll(province, desks, listening);
  const afterwards: Memory[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await tellAgencies(province, desks);
    // What waited behind them is answered first: signs of life, each with a look at its session.
    await delay(restMs);
    afterwards.push(await memoryOf(api, memoryFile));
  }
  return [
    {
      what: `an arrival on every list of its agency, ${desks[0]?.clerks.length ?? 0} clerks`,
      unit: 'ms',
      values: shown,
      goal: goalMs,
    },
    { what: `the slowest of them`, unit: 'ms', values: [Math.max(...shown)], goal: goalMs },
    { what: `an event heard by all ${clerks}`, unit: 'ms', values: heard, goal: goalMs },
    ...memoryFigures(alone, connected, afterwards),
  ];
}

async function startApi(province: ProvinceServer, memoryFile: string, scratch: Scratch): Promise<ServerProcess> {
  const built = join(productFolder, 'dist');
  return ServerProcess.start(
    {
      program: process.execPath,
      args: ['--expose-gc', '--import', join(built, 'bench', 'tell-memory.js'), join(built, 'apps/api/src/main.js')],
      environment: { ...province.settings, BENCH_MEMORY_FILE: memoryFile },
      readyPath: '/api/v1/health/ready',
    },
    scratch,
  );
}

async function openDesks(province: ProvinceServer, api: ServerProcess, scratch: Scratch): Promise<readonly Desk[]> {
  const recipients = await province.recipients();
  const each = Math.ceil(clerks / recipients.length);
  const desks: Desk[] = [];
  let left = clerks;
  for (const { id: agencyId, code } of recipients) {
    const cookie = await province.cookieOf('clerk', code, api.url);
    const opened: LiveClerk[] = [];
    for (; opened.length < each && left > 0; left -= 1) {
      opened.push(await LiveClerk.open(api.url, cookie));
    }
    scratch.onEnd(() => Promise.resolve(opened.forEach((clerk) => clerk.close())));
    desks.push({ agencyId, clerks: opened });
  }
  return desks;
}

/** One document after another to one agency: from its commit until all its clerks have read it in their lists. */
async function sendDocuments(
  province: ProvinceServer,
  desks: readonly Desk[],
  listening: Client,
  file: string,
): Promise<readonly number[]> {
  const documents = await OutgoingDocuments.by(province);
  const values: number[] = [];
  for (let sent = 0; sent < documentsSent; sent += 1) {
    const desk = desks[sent % desks.length];
    if (desk === undefined) {
      throw new Error('nobody has the page open');
    }
    const path = await documents.draft([desk.agencyId]);
    await documents.attach(path, file);
    await documents.issue(path);
    const { symbol } = await documents.clerk.get(path, DocumentView);
    const committed = untilTold(
      listening,
      (notice) => notice.topic === 'arrivals' && notice.agencyId === desk.agencyId,
    );
    const seen = Promise.all(desk.clerks.map((clerk) => untilSeen(clerk, symbol ?? '')));
    await documents.send(path);
    const at = await committed;
    values.push(Math.max(...(await seen)) - at);
  }
  return values;
}

async function untilSeen(clerk: LiveClerk, symbol: string): Promise<number> {
  return new Promise((tell, fail) => {
    const timer = setTimeout(() => fail(new Error(`a clerk was not told of ${symbol}`)), patienceMs);
    clerk.onHeard = ({ topic }) => {
      if (topic === 'arrivals') {
        clerk.sees(symbol).then((sees) => {
          if (sees) {
            clearTimeout(timer);
            tell(performance.now());
          }
        }, fail);
      }
    };
  });
}

/** Events that are for everybody: from the commit until the last has heard it. */
async function tellAll(
  province: ProvinceServer,
  desks: readonly Desk[],
  listening: Client,
): Promise<readonly number[]> {
  const all = desks.flatMap((desk) => desk.clerks);
  const values: number[] = [];
  for (let told = 0; told < eventsForAll; told += 1) {
    const eventId = `bench-${told}`;
    const committed = untilTold(listening, (notice) => notice.eventId === eventId);
    const heard = Promise.all(all.map((clerk) => untilHeard(clerk, eventId)));
    await publish(province, [null], () => eventId);
    const at = await committed;
    values.push(Math.max(...(await heard).map((one) => one.at)) - at);
  }
  return values;
}

async function untilHeard(clerk: LiveClerk, eventId: string): Promise<Heard> {
  return new Promise((tell, fail) => {
    const timer = setTimeout(() => fail(new Error(`a clerk did not hear ${eventId}`)), patienceMs);
    clerk.onHeard = (heard) => {
      if (heard.eventId === eventId) {
        clearTimeout(timer);
        tell(heard);
      }
    };
  });
}

/** Many events, each for the clerks of one agency, and the last one heard by all of them. */
async function tellAgencies(province: ProvinceServer, desks: readonly Desk[]): Promise<void> {
  const last = desks.map(({ clerks: [clerk] }) => clerk).filter((clerk) => clerk !== undefined);
  for (let told = 0; told < eventsOfAgencies; told += eventsAtOnce) {
    const agencies = Array.from(
      { length: eventsAtOnce },
      (_one, place) => desks[(told + place) % desks.length]?.agencyId,
    );
    await publish(
      province,
      agencies.map((id) => id ?? null),
      (place) => `agency-${told + place}`,
    );
    await delay(20);
  }
  const heard = Promise.all(last.map((clerk) => untilHeard(clerk, 'the-last')));
  await publish(province, [null], () => 'the-last');
  await heard;
}

/** As the application tells its pages; topic of a page that nobody has open. */
async function publish(
  { database }: ProvinceServer,
  agencyIds: readonly (string | null)[],
  idOf: (place: number) => string,
): Promise<void> {
  const notices = agencyIds.map((agencyId, place) => ({ eventId: idOf(place), agencyId, topic: 'archive', id: null }));
  await database.query(`SELECT pg_notify('vanthu_live', notice::text) FROM jsonb_array_elements($1::jsonb) AS notice`, [
    JSON.stringify(notices),
  ]);
}

interface Notice {
  readonly eventId?: string;
  readonly agencyId?: string | null;
  readonly topic?: string;
}

/** When the commit was told on a connection of our own. */
async function untilTold(listening: Client, isIt: (notice: Notice) => boolean): Promise<number> {
  return new Promise((tell) => {
    const hear = ({ payload = '{}' }: { payload?: string | undefined }): void => {
      if (isIt(JSON.parse(payload) as Notice)) {
        listening.off('notification', hear);
        tell(performance.now());
      }
    };
    listening.on('notification', hear);
  });
}

async function memoryOf({ pid }: ServerProcess, file: string): Promise<Memory> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGWINCH');
  let usage: Memory | undefined;
  await waitUntil('the server tells its memory', patienceMs, async () => {
    try {
      usage = MemoryUsage.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      usage = undefined;
    }
    return usage !== undefined;
  });
  if (usage === undefined) {
    throw new Error('the server told nothing');
  }
  return usage;
}

/** What is kept of past events is bounded: the last rounds leave what those before them left. */
function memoryFigures(alone: Memory, connected: Memory, afterwards: readonly Memory[]): Figure[] {
  const heap = (when: string, of: readonly Memory[]): Figure => ({
    what: `heap after a collection, ${when}`,
    unit: 'MB',
    values: of.map(({ heapUsed }) => heapUsed / bytesPerMegabyte),
  });
  const half = rounds / 2;
  const [before, during] = [heap('nobody connected', [alone]), heap(`${clerks} connected`, [connected])];
  const [first, last] = [afterwards.slice(0, half), afterwards.slice(half)];
  const early = heap(`of the first ${half * eventsOfAgencies} events`, first);
  return [
    before,
    { ...during, against: before },
    { ...early, against: during },
    {
      ...heap(`of the last ${half * eventsOfAgencies} of ${rounds * eventsOfAgencies}`, last),
      against: early,
      goal: Math.round(median(early.values) + growthMegabytes),
    },
    { what: 'resident, of the last', unit: 'MB', values: last.map(({ rss }) => rss / bytesPerMegabyte) },
  ];
}
