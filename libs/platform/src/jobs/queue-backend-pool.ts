import { setTimeout as delay } from 'node:timers/promises';

import { DEFAULT_SCHEMA, runMigrations, type PgPool, type PgPoolClient, type PgQueryResult } from 'bullmq';
import { Client, Pool, type ClientConfig } from 'pg';

import type { QueueFault } from './queue-backend.js';

/** Queries of all queues and workers together: they are short, and an embedded engine has 100 connections in all. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

/**
 * What BullMQ takes for its pool: one real pool for the queries of every queue and worker, and a connection of its own
 * for each worker that listens, so that listeners never use up the pool. A first connection is tried until it succeeds,
 * because BullMQ remembers a failed first one for the life of the object.
 */
export class SharedQueuePool implements PgPool {
  /** BullMQ reads this: with keep-alive it trusts a listening connection for longer. */
  readonly options = { keepAlive: true };
  readonly #config: ClientConfig;
  readonly #pool: Pool;
  readonly #leaving = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #migrated: Promise<void> | undefined;

  constructor(
    connectionString: string,
    private readonly onFault: QueueFault,
  ) {
    this.#config = {
      connectionString,
      options: `-c search_path="${DEFAULT_SCHEMA}"`,
      application_name: 'vanthu-queue',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    };
    this.#pool = new Pool({ ...this.#config, max: MAX_CONNECTIONS });
    this.#pool.on('error', (error) => this.onFault(error, 'pool'));
  }

  /** Creates or updates BullMQ's schema; callers at the same time share one run, and a failed run may be repeated. */
  async migrate(): Promise<void> {
    this.#migrated ??= this.#migrate();
    try {
      await this.#migrated;
    } catch (error) {
      this.#migrated = undefined;
      throw error;
    }
  }

  /** Looks at the schema again, though it was there before: someone may have dropped it since. */
  async ready(): Promise<void> {
    this.#migrated = undefined;
    await this.migrate();
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    const { rows, rowCount } = await this.#pool.query(text, params === undefined ? undefined : [...params]);
    return { rows, rowCount };
  }

  async connect(): Promise<PgPoolClient> {
    const { signal } = this.#closing;
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      try {
        await this.migrate();
        return await this.#dedicated();
      } catch (error) {
        if (signal.aborted) {
          throw error;
        }
        this.onFault(asError(error), 'connect');
      }
      await delay(wait, undefined, { signal });
    }
  }

  /** Stops trying to connect, so that closing never waits for an engine that is away. */
  giveUp(): void {
    this.#closing.abort(new Error('the queue is closing'));
  }

  async end(): Promise<void> {
    this.giveUp();
    await Promise.all(this.#leaving);
    if (!this.#pool.ended) {
      await this.#pool.end();
    }
  }

  /** Faults of the pool are reported once, by the pool itself, and not once for each object that shares it. */
  on(): this {
    return this;
  }

  removeAllListeners(): this {
    return this;
  }

  async #migrate(): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await runMigrations(client, DEFAULT_SCHEMA);
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async #dedicated(): Promise<PgPoolClient> {
    this.#closing.signal.throwIfAborted();
    const client = new Client(this.#config);
    client.on('error', (error) => this.onFault(error, 'listener'));
    await client.connect();
    const release = (): void => {
      client.on('error', () => undefined);
      const leaving = client.end().catch(() => undefined);
      this.#leaving.add(leaving);
      void leaving.then(() => this.#leaving.delete(leaving));
    };
    return Object.assign(client, { release });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
