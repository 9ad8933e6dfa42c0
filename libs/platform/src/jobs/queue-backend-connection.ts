import { setTimeout as delay } from 'node:timers/promises';

import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

import type { QueuePool } from './queue-backend-pool.js';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

/**
 * BullMQ knows a lost connection by this sentence alone, and of PostgreSQL's own faults none: a job that was done while
 * the engine restarted would be written down as failed, with the lost connection for its reason.
 */
const CLOSED = 'Connection is closed.';

/** SQLSTATE: connection exceptions, an engine that stops or starts, and no connection left. */
const CONNECTION_STATES = /^(08...|57P0[1-5]|53300)$/;
const DRIVER_SENTENCES =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/**
 * What one queue or worker of BullMQ takes for its pool. Connections are tried for until they succeed, because BullMQ
 * remembers a failed first one for the life of the object, and pauses long after a failed later one.
 */
export class QueueConnection implements PgPool {
  /** BullMQ looks here: with keep-alive it trusts a listening connection for longer. */
  readonly options = { keepAlive: true };
  readonly #closing = new AbortController();

  constructor(private readonly pool: QueuePool) {}

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    try {
      return await this.pool.query<R>(text, params);
    } catch (error) {
      if (!isConnectionFault(error)) {
        throw error;
      }
      this.pool.onFault(error, 'query');
      throw new Error(CLOSED, { cause: error });
    }
  }

  async connect(): Promise<PgPoolClient> {
    const { signal } = this.#closing;
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      signal.throwIfAborted();
      try {
        return await this.pool.dedicated();
      } catch (error) {
        this.pool.onFault(error instanceof Error ? error : new Error(String(error)), 'connect');
      }
      await delay(wait, undefined, { signal });
    }
  }

  /** Stops trying to connect, so that closing never waits for an engine that is away. */
  giveUp(): void {
    this.#closing.abort(new Error('the queue is closing'));
  }

  /** The pool outlives each of its users. */
  async end(): Promise<void> {
    this.giveUp();
  }

  /** Faults of the pool are reported once, by the pool itself, and not once for each object that shares it. */
  on(): this {
    return this;
  }

  removeAllListeners(): this {
    return this;
  }
}

function isConnectionFault(error: unknown): error is Error {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return CONNECTION_STATES.test(code) || /^E[A-Z]+$/.test(code) || DRIVER_SENTENCES.test(error.message);
}
