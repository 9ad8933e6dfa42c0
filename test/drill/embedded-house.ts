import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '#testing';
import type { Scratch } from '../../bench/scratch.js';
import { vanthu } from './command-line.js';
import { type House, mainOf, password, sharedSettings, untilReady } from './house.js';
import { InnerPostgresPart, type Part, postmasterOf, ProgramPart } from './parts.js';
import { Proxy } from './proxy.js';

/** Everything in one process, with a PostgreSQL of its own, the queue in it, and files in a folder. */
export async function openEmbeddedHouse(scratch: Scratch): Promise<House> {
  const folder = scratch.folder();
  const fileStore = smallFileStore(folder, scratch);
  const port = await freePort();
  const proxy = await Proxy.open(() => port);
  scratch.onEnd(() => proxy.close());
  const address = `http://127.0.0.1:${proxy.port}`;
  const environment = { ...sharedSettings(), DATA_DIR: folder, PUBLIC_URL: address, PORT: String(port) };
  const seeded = await vanthu(['seed', '--password', password], environment);
  if (!seeded.isGood) {
    throw new Error(seeded.output);
  }
  const standalone = new ProgramPart(process.execPath, [mainOf('standalone')], environment);
  scratch.onEnd(() => standalone.stop());
  const tails = (): string => `standalone: ${standalone.tail}`;
  await untilReady(address, tails);

  const cluster = join(folder, 'postgresql');
  const secret = readFileSync(`${cluster}.password`, 'utf8').trim();
  const urlOf = (role: string): string =>
    `postgresql://${role}:${secret}@127.0.0.1:${postmasterOf(cluster).port}/vanthu`;
  const database = async (): Promise<Client> => {
    const client = new Client({ connectionString: urlOf('vanthu') });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  return {
    name: 'embedded engines',
    addresses: [address],
    parts: new Map<string, Part>([
      ['standalone', standalone],
      ['postgres', new InnerPostgresPart(cluster)],
    ]),
    lines: new Map([['standalone', proxy]]),
    fileStore,
    settings: () => ({
      ...environment,
      DATABASE_URL: urlOf('vanthu_application'),
      MIGRATION_DATABASE_URL: urlOf('vanthu'),
    }),
    tails,
    database,
    wipeQueue: async () => {
      const client = await database();
      try {
        const { rows } = await client.query<{ names: string }>(
          `SELECT string_agg(format('bullmq.%I', tablename), ', ') AS names FROM pg_tables
            WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
        );
        await client.query(`TRUNCATE ${rows[0]?.names ?? ''}`);
      } finally {
        await client.end();
      }
    },
  };
}

/** A file system of its own for the files, small enough to be filled; only root can make one. */
function smallFileStore(folder: string, scratch: Scratch): House['fileStore'] {
  const files = join(folder, 'files');
  const ballast = join(files, 'ballast');
  mkdirSync(files);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512m', 'tmpfs', files], { stdio: 'ignore' });
  } catch {
    console.log('The store of files can’t be made full here: it takes root to mount a small one.');
    return undefined;
  }
  scratch.onEnd(() => void execFileSync('umount', ['-l', files]));
  return {
    fill: () => {
      const piece = Buffer.alloc(16 * 1024 * 1024);
      for (let free = freeBytes(files); free > 0; free = freeBytes(files)) {
        writeFileSync(ballast, piece.subarray(0, free), { flag: 'a' });
      }
      return Promise.resolve();
    },
    free: () => {
      rmSync(ballast, { force: true });
      return Promise.resolve();
    },
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
