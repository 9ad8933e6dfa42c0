import { Injectable } from '@nestjs/common';
import type { Urgency } from '#contracts';
import { Clock } from '#kernel';
import { Database, PermanentFailure } from '#platform';
import { DigestConflict } from '../channel.js';
import { pauseAfter, triedFor } from './delivery-timing.js';
import { FailDeliveries } from './fail-deliveries.js';
import { PromiseDeliveries } from './promise-deliveries.js';

interface Queued {
  readonly tries: number;
  readonly giveUpAt: Date | null;
  readonly urgency: Urgency;
}

/** One delivery inside this system that could not be carried out alone: kept as a try, and tried again or failed. */
@Injectable()
export class SetBack {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly promises: PromiseDeliveries,
    private readonly failures: FailDeliveries,
  ) {}

  async execute(deliveryId: string, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    const isPermanent = error instanceof PermanentFailure;
    const cause = error instanceof DigestConflict ? 'digest-conflict' : 'internal';
    await this.database.transaction(async () => {
      const queued = await this.hold(deliveryId);
      if (queued === undefined) {
        return;
      }
      const now = this.clock.now();
      const number = queued.tries + 1;
      const next = new Date(now.getTime() + pauseAfter(number));
      const giveUpAt = queued.giveUpAt ?? new Date(now.getTime() + triedFor[queued.urgency]);
      await this.database.query(
        `INSERT INTO delivery_tries (delivery_id, number, channel, began_at, ended_at, outcome, cause, detail)
         VALUES ($1, $2, 'local', $3, $3, $4, $5, $6)`,
        [deliveryId, number, now, isPermanent ? 'permanent' : 'retryable', cause, detail],
      );
      await this.database.query(
        `UPDATE deliveries SET tries = $2, next_try_at = $3, give_up_at = $4, cause = $5, failure = $6
          WHERE id = $1`,
        [deliveryId, number, next, giveUpAt, cause, detail],
      );
      if (isPermanent || next > giveUpAt) {
        await this.failures.execute([deliveryId], { cause, detail });
      } else {
        await this.promises.execute([deliveryId], next);
      }
    });
  }

  private async hold(deliveryId: string): Promise<Queued | undefined> {
    const [queued] = await this.database.query<Queued>(
      `SELECT delivery.tries, delivery.give_up_at AS "giveUpAt", document.urgency
         FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
        WHERE delivery.id = $1 AND delivery.transport_state = 'queued' FOR UPDATE OF delivery`,
      [deliveryId],
    );
    return queued;
  }
}
