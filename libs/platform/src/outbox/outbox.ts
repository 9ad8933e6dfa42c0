import { Injectable } from '@nestjs/common';
import { Clock, newId } from '#kernel';
import { Database } from '../database/database.js';
import type { JobDeclaration } from '../jobs/job.js';

export const outboxChannelName = 'vanthu_outbox';

/** Priority of work that nobody waits for. */
export const ordinaryPriority = 10;

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

  async add<Payload>(job: JobDeclaration<Payload>, payload: Payload, priority = ordinaryPriority): Promise<void> {
    if (!this.database.inTransaction) {
      throw new Error(`${job.name} was promised outside a transaction`);
    }
    await this.database.query(
      'INSERT INTO outbox_messages (id, job, payload, priority, created_at) VALUES ($1, $2, $3, $4, $5)',
      [newId(), job.name, JSON.stringify(job.payload.parse(payload)), priority, this.clock.now()],
    );
    await this.database.query('SELECT pg_notify($1, $2)', [outboxChannelName, '']);
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
        `UPDATE outbox_messages SET failed_at = NULL, failure = NULL, relayed_at = NULL
          WHERE failed_at IS NOT NULL AND ($1::uuid IS NULL OR id = $1::uuid)`,
        [id === 'all' ? null : id],
      );
      await this.database.query('SELECT pg_notify($1, $2)', [outboxChannelName, '']);
      return affected;
    });
  }
}
