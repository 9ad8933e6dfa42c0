import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { FailedDeliveries } from './failed-deliveries.js';
import { PromiseDeliveries } from './promise-deliveries.js';

/** One delivery, or all that failed like this one: same recipient, channel and cause. */
interface RetryCommand {
  readonly deliveryId: string;
  readonly allAlike: boolean;
}

/** Has what failed tried again, with all its time before it; the delivery stays the same, and so does its id. */
@Injectable()
export class RetryDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly failed: FailedDeliveries,
    private readonly promises: PromiseDeliveries,
  ) {}

  /** Gives how many. @throws DomainError `not-found`, `permission.denied`, `delivery.not-failed`. */
  async execute(actor: Actor, { deliveryId, allAlike }: RetryCommand): Promise<number> {
    return this.database.transaction(async () => {
      const one = await this.failed.hold(actor, deliveryId);
      const deliveries = allAlike ? await this.failed.holdAllLike(actor, one) : [one];
      const ids = deliveries.map(({ id }) => id);
      await this.database.query(
        `UPDATE deliveries SET transport_state = 'queued', state = 'queued', state_at = $2, next_try_at = NULL,
                called_at = NULL, give_up_at = NULL WHERE id = ANY ($1::uuid[])`,
        [ids, this.clock.now()],
      );
      await this.promises.execute(ids);
      await this.failed.tell(actor, deliveries, {
        code: 'retried',
        action: 'document.delivery-retried',
        note: null,
        after: { state: 'queued' },
      });
      return ids.length;
    });
  }
}
