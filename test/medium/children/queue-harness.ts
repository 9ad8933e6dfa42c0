import { Redis } from 'ioredis';
import { Client, DatabaseError } from 'pg';

import { PostgresQueueBackend, RedisQueueBackend, type QueueBackend } from '#platform';
import { createEmptyDatabase, createTestRedis } from '#testing';

import { EngineProxy } from './engine-proxy.js';

type OnFault = (error: Error, source: string) => void;

/** One kind of queue under test, on an engine that can be cut off. */
export interface QueueHarness {
  readonly proxy: EngineProxy;
  /** Each call gives another backend, as another process would have it. */
  backend(onFault?: OnFault): QueueBackend;
  /** Removes everything that the queue knew, behind its back. */
  wipe(): Promise<void>;
  /** Ends every session of the backends from the engine's side. */
  endSessions(): Promise<void>;
  /** How many connections the backends hold. */
  connections(): Promise<number>;
  remove(): Promise<void>;
}

export type QueueKind = 'postgres' | 'redis';

export function openBackend(kind: QueueKind, url: string, onFault?: OnFault): QueueBackend {
  const fault = onFault === undefined ? {} : { onFault };
  return kind === 'postgres'
    ? new PostgresQueueBackend({ connectionString: url, ...fault })
    : new RedisQueueBackend({ url, ...fault });
}

export async function postgresHarness(): Promise<QueueHarness & { dropEverything(): Promise<void> }> {
  const database = await createEmptyDatabase();
  const proxy = new EngineProxy(new URL(database.url));
  await proxy.open();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return {
    proxy,
    backend: (onFault) => openBackend('postgres', proxy.url, onFault),
    wipe: async () => {
      const { rows } = await client.query<{ names: string }>(
        `SELECT string_agg(format('bullmq.%I', tablename), ', ') AS names FROM pg_tables
          WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
      );
      await client.query(`TRUNCATE ${rows[0]?.names ?? ''}`);
    },
    dropEverything: async () => {
      await dropQueues(client);
    },
    endSessions: async () => {
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    },
    connections: async () => {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      return rows[0]?.count ?? 0;
    },
    remove: async () => {
      await client.end();
      await proxy.close();
      await database.drop();
    },
  };
}

export async function redisHarness(): Promise<QueueHarness> {
  const { url } = await createTestRedis();
  const proxy = new EngineProxy(new URL(url));
  await proxy.open();
  const client = new Redis(url);
  const sessions = async (): Promise<string[]> => {
    const own = await client.client('ID');
    const lines = String(await client.client('LIST')).split('\n');
    const here = lines.filter((line) => line.includes(` db=${new URL(url).pathname.slice(1)} `));
    return here.map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '').filter((id) => id !== String(own));
  };
  return {
    proxy,
    backend: (onFault) => openBackend('redis', proxy.url, onFault),
    wipe: async () => {
      await client.flushdb();
      await client.script('FLUSH');
    },
    endSessions: async () => {
      await Promise.all((await sessions()).map((id) => client.call('CLIENT', 'KILL', 'ID', id)));
    },
    connections: async () => (await sessions()).length,
    remove: async () => {
      client.disconnect();
      await proxy.close();
    },
  };
}

/** A worker may be at the tables in another order: PostgreSQL ends one of the two, and if that was us, we ask again. */
async function dropQueues(client: Client): Promise<void> {
  const deadlock = '40P01';
  try {
    await client.query('DROP SCHEMA bullmq CASCADE');
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== deadlock) {
      throw error;
    }
    await dropQueues(client);
  }
}
