import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { SettleRequests } from '../requests/settle-requests.js';
import { FailedDeliveries } from './failed-deliveries.js';

/** Somebody decides, with a reason, that a document does not go to a recipient any more. Everything is kept. */
@Injectable()
export class GiveUpDelivery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly failed: FailedDeliveries,
    private readonly requests: SettleRequests,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `delivery.not-failed`. */
  async execute(actor: Actor, deliveryId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const delivery = await this.failed.hold(actor, deliveryId);
      await this.database.query(
        `UPDATE deliveries SET transport_state = 'cancelled', state = 'given-up', state_at = $2 WHERE id = $1`,
        [deliveryId, this.clock.now()],
      );
      await this.requests.fellAway([deliveryId]);
      await this.failed.tell(actor, [delivery], {
        code: 'given-up',
        action: 'document.delivery-given-up',
        note: reason,
        after: { state: 'given-up' },
      });
    });
  }
}
