import { DEFAULT_SCHEMA, runMigrations, type PgPoolClient, type PgQueryResult } from 'bullmq';
import { Client, Pool, type ClientConfig } from 'pg';

import type { QueueFault } from './queue-backend.js';

/** Queries of all queues and workers together: they are short, and an embedded engine has 200 connections in all. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/** The connections of all queues and workers of one process, with BullMQ's schema behind them. */
export class QueuePool {
  readonly #config: ClientConfig;
  readonly #pool: Pool;
  readonly #leaving = new Set<Promise<void>>();
  #migrated: Promise<void> | undefined;

  constructor(
    connectionString: string,
    readonly onFault: QueueFault,
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

  /** A connection outside the pool, for whoever keeps it: a listener must not use up what queries share. */
  async dedicated(): Promise<PgPoolClient> {
    await this.migrate();
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

  async end(): Promise<void> {
    await Promise.all(this.#leaving);
    await this.#pool.end();
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
}
