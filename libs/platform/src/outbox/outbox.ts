import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '../database/database.js';
import type { JobDeclaration } from '../jobs/job.js';

export const outboxChannelName = 'vanthu_outbox';

/** Priority of work that nobody waits for. */
export const ordinaryPriority = 10;

export interface PromiseOptions {
  /** 1 is served first. */
  readonly priority?: number;
  /** Not before. */
  readonly runAt?: Date;
}

export interface FailedMessage {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  readonly failure: string;
  readonly failedAt: Date;
}

/** Promises jobs in the transaction of the change that they follow from; nobody puts anything into a queue directly. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add<Payload>(job: JobDeclaration<Payload>, payload: Payload, options: PromiseOptions = {}): Promise<void> {
    await this.addMany(job, [payload], options);
  }

  /** Each payload is a job of its own. */
  async addMany<Payload>(
    job: JobDeclaration<Payload>,
    payloads: readonly Payload[],
    { priority = ordinaryPriority, runAt }: PromiseOptions = {},
  ): Promise<void> {
    if (!this.database.inTransaction) {
      throw new Error(`${job.name} was promised outside a transaction`);
    }
    if (payloads.length === 0) {
      return;
    }
    await this.database.query(
      `INSERT INTO outbox_messages (id, job, payload, priority, created_at, run_at)
       SELECT uuidv7(), $1, payload, $3, $4, $5 FROM jsonb_array_elements($2::jsonb) AS payload`,
      [
        job.name,
        JSON.stringify(payloads.map((payload) => job.payload.parse(payload))),
        priority,
        this.clock.now(),
        runAt ?? null,
      ],
    );
    await this.wakeRelay();
  }

  /**
   * Counts a try that begins. Gives which one it is; nothing when the job is done, was kept as failed, or when this is a
   * job of an earlier round that the queue still held.
   */
  async begin(id: string, round: number): Promise<number | undefined> {
    const [begun] = await this.database.query<{ tries: number }>(
      'UPDATE outbox_messages SET tries = tries + 1 WHERE id = $1 AND round = $2 AND failed_at IS NULL RETURNING tries',
      [id, round],
    );
    return begun?.tries;
  }

  /** To be tried again after so many milliseconds. */
  async putBack(id: string, pause: number): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(
        `UPDATE outbox_messages SET run_at = now() + $2 * interval '1 ms', relayed_at = NULL, round = round + 1
          WHERE id = $1`,
        [id, pause],
      );
      await this.wakeRelay();
    });
  }

  async finish(id: string): Promise<void> {
    await this.database.query('DELETE FROM outbox_messages WHERE id = $1', [id]);
  }

  /** Keeps the message with its payload and the reason, until an operator has it tried again. */
  async fail(id: string, failure: string): Promise<void> {
    await this.database.query('UPDATE outbox_messages SET failed_at = $2, failure = $3 WHERE id = $1', [
      id,
      this.clock.now(),
      failure,
    ]);
  }

  async failed(limit: number): Promise<FailedMessage[]> {
    return this.database.query<FailedMessage>(
      `SELECT id, job, payload, failure, failed_at AS "failedAt"
         FROM outbox_messages WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT $1`,
      [limit],
    );
  }

  /** Has failed messages tried again: one by its id, or `all`. Gives how many. */
  async retry(id: string): Promise<number> {
    return this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `UPDATE outbox_messages SET failed_at = NULL, failure = NULL, relayed_at = NULL,
                run_at = NULL, tries = 0, round = round + 1
          WHERE failed_at IS NOT NULL AND ($1::uuid IS NULL OR id = $1::uuid)`,
        [id === 'all' ? null : id],
      );
      await this.wakeRelay();
      return affected;
    });
  }

  private async wakeRelay(): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [outboxChannelName, '']);
  }
}
