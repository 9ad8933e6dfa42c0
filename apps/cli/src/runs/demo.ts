import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hashPassword } from '#identity';
import { Config, loadConfig, removeCluster } from '#platform';
import { type Standalone, startStandalone, stopSignal } from '../../../standalone/src/index.js';
import { demoPassword } from '../demo/demo-password.js';
import { playDemo } from '../demo/play-demo.js';
import { isExact, reportOf } from '../demo/report.js';
import { type Province, readProvince, readSamples, samplesFolder, seedProvince } from '../seed-province.js';

export interface DemoFlags {
  readonly files?: string;
  readonly exit?: boolean;
  readonly fresh?: boolean;
}

export async function runDemo(flags: DemoFlags): Promise<void> {
  const stop = stopSignal();
  const config = demoConfig(loadConfig());
  if (flags.fresh === true) {
    await removeCluster(config.dataDir);
    await rm(config.dataDir, { recursive: true, force: true });
  }
  const stopwatch = new Stopwatch();
  const files = await filesIn(resolve(flags.files ?? samplesFolder));
  const server = await startStandalone(config);
  stopwatch.step(`started: PostgreSQL, queue, API, worker and web at ${server.url}`);
  try {
    const playing = play(config, server, files, stopwatch);
    // An interrupted play fails once its server is gone; nobody asks for its outcome then.
    playing.catch(() => undefined);
    const played = await Promise.race([playing, stop.then(() => 'interrupted' as const)]);
    if (played !== 'interrupted' && flags.exit !== true) {
      console.log(played.welcome);
      await stop;
    }
    process.exitCode = played !== 'interrupted' && played.exact ? 0 : 1;
  } finally {
    await server.stop();
    stopwatch.step('stopped, the database too');
  }
}

async function play(
  config: Config,
  server: Standalone,
  files: readonly string[],
  stopwatch: Stopwatch,
): Promise<{ exact: boolean; welcome: string }> {
  const province = await readProvince();
  const password = await demoPassword(config.dataDir);
  await seedProvince(server, province, await hashPassword(password));
  stopwatch.step(`the province is there: ${province.agencies.length} agencies, ${province.people.length} people`);
  const samples = await readSamples();
  const onStep = (step: string): void => stopwatch.step(step);
  const outcome = await playDemo({ url: server.url, province, samples, password, files, onStep });
  const exact = isExact(outcome);
  console.log(`\n${reportOf(outcome)}\n`);
  console.log(exact ? 'Every recipient has the exact bytes.' : 'NOT every recipient has the exact bytes.');
  return { exact, welcome: welcome(server.url, province, password) };
}

/**
 * The demonstration has engines and data of its own, whatever the settings say: its people share a printed password
 * and belong into nobody’s real database, and it can be thrown away without touching anyone’s documents.
 */
function demoConfig(config: Config): Config {
  return Object.assign(Object.create(Config.prototype) as Config, config, {
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    redisUrl: undefined,
    s3: undefined,
    dataDir: join(config.dataDir, 'demo'),
    logLevel: 'warn' as const,
    // Its players sign in all at once, from one address.
    signInPerMinute: 10_000,
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/^\.|\.(md|csv)$/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .toSorted();
  if (files.length === 0) {
    throw new Error(`there is no file to send in ${folder}`);
  }
  return files;
}

function welcome(url: string, province: Province, password: string): string {
  const shown = [
    'chuyenvien1.snv',
    'lanhdao.snv',
    'vanthu.snv',
    'vanthu.stc',
    'lanhdao.ubndtinh',
    'luutru.snv',
    'quantri.snv',
    'thanhtra.ttt',
    'quantri',
  ];
  const rows = province.people
    .filter(({ userName }) => shown.includes(userName))
    .map(({ userName, position, agencyCode }) => {
      const agency = province.agencies.find(({ code }) => code === agencyCode);
      return `  ${userName.padEnd(18)} ${position}, ${agency?.name ?? agencyCode}`;
    });
  return [
    '',
    `Open ${url} and sign in. Everyone’s password: ${password}`,
    ...rows,
    'All names stand in samples/hoa-binh-2017/people.csv. Ctrl-C stops everything.',
  ].join('\n');
}

/** Prints each step with the seconds since the last one. */
class Stopwatch {
  private last = performance.now();

  step(text: string): void {
    const now = performance.now();
    console.log(`${((now - this.last) / 1000).toFixed(2).padStart(6)} s  ${text}`);
    this.last = now;
  }
}
