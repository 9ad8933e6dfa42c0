import { Redis } from 'ioredis';
import { Client } from 'pg';
import { findPrograms, freePort, startS3 } from '#testing';
import type { Scratch } from '../../bench/scratch.js';
import { vanthu } from './command-line.js';
import { type House, mainOf, password, sharedSettings, untilReady } from './house.js';
import { GatewayPart, type Part, PostgresPart, ProgramPart } from './parts.js';
import { Proxy } from './proxy.js';

/** Two of the API, two workers, PostgreSQL, Redis that keeps nothing when it dies, and an S3 gateway. */
export async function openSeparateHouse(scratch: Scratch): Promise<House> {
  const postgres = await PostgresPart.begin(scratch.folder());
  scratch.onEnd(() => postgres.stop());
  const redisPort = await freePort();
  const redisArgs = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = new ProgramPart(findPrograms().redis, [...redisArgs, '--maxmemory-policy', 'noeviction']);
  scratch.onEnd(() => redis.stop());
  const store = await startS3();
  scratch.onEnd(() => store.stop());

  const lines = new Map<string, Proxy>();
  const parts = new Map<string, Part>([
    ['postgres', postgres],
    ['redis', redis],
    ['s3', new GatewayPart(store)],
  ]);
  const line = async (name: string, target: () => number): Promise<number> => {
    const proxy = await Proxy.open(target);
    scratch.onEnd(() => proxy.close());
    lines.set(name, proxy);
    return proxy.port;
  };
  const postgresPort = await line('postgres', () => postgres.port);
  const direct = {
    ...sharedSettings(),
    DATA_DIR: scratch.folder(),
    S3_ACCESS_KEY: store.accessKey,
    S3_SECRET_KEY: store.secretKey,
    S3_BUCKET: 'drill',
  };
  const settings = (): Record<string, string> => ({
    ...direct,
    DATABASE_URL: postgres.applicationUrl,
    MIGRATION_DATABASE_URL: postgres.url,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    S3_ENDPOINT: store.endpoint,
  });
  const through = {
    ...direct,
    DATABASE_URL: withPort(postgres.applicationUrl, postgresPort),
    REDIS_URL: `redis://127.0.0.1:${await line('redis', () => redisPort)}`,
    S3_ENDPOINT: withPort(store.endpoint, await line('s3', () => Number(new URL(store.endpoint).port))),
  };
  const seeded = await vanthu(['seed', '--password', password], settings());
  if (!seeded.isGood) {
    throw new Error(seeded.output);
  }

  const apiPorts = [await freePort(), await freePort()];
  const addresses: string[] = [];
  for (const [index, port] of apiPorts.entries()) {
    addresses.push(`http://127.0.0.1:${await line(`api-${index + 1}`, () => port)}`);
  }
  const ours = new Map<string, ProgramPart>();
  const program = (name: string, main: string, port: number): void => {
    const environment = { ...through, PUBLIC_URL: addresses[0] ?? '', PORT: String(port) };
    const part = new ProgramPart(process.execPath, [main], environment);
    scratch.onEnd(() => part.stop());
    ours.set(name, part);
    parts.set(name, part);
  };
  for (const [index, port] of apiPorts.entries()) {
    program(`api-${index + 1}`, mainOf('api'), port);
    program(`worker-${index + 1}`, mainOf('worker'), await freePort());
  }
  const tails = (): string => [...ours].map(([name, part]) => `${name}: ${part.tail}`).join('\n');
  for (const address of addresses) {
    await untilReady(address, tails);
  }
  return {
    name: 'PostgreSQL, Redis and S3',
    addresses,
    parts,
    lines,
    fileStore: undefined,
    settings,
    tails,
    wipeQueue: async () => {
      const client = new Redis(`redis://127.0.0.1:${redisPort}`);
      await client.flushall();
      client.disconnect();
    },
    database: async () => {
      const client = new Client({ connectionString: postgres.url });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
  };
}

function withPort(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href.replace(/\/$/, '');
}
