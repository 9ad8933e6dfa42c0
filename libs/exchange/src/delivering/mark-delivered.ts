import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Events, LiveChannel } from '#platform';
import { trackingCodes } from '../delivery-tracking.js';
import { deliveriesReached } from '../exchange-events.js';

/**
 * A recipient elsewhere has it, or the transport took it over. Joins a transaction that holds the delivery; nothing
 * happens when it was delivered before.
 */
@Injectable()
export class MarkDelivered {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly live: LiveChannel,
  ) {}

  async execute(deliveryId: string, arrived: boolean): Promise<void> {
    const now = this.clock.now();
    const [marked] = await this.database.query<{ documentId: string; senderId: string }>(
      `UPDATE deliveries AS delivery
          SET transport_state = 'done', state = $3, state_at = $2, cause = NULL, failure = NULL,
              next_try_at = NULL, lease_until = NULL, called_at = NULL
         FROM dispatches AS dispatch
        WHERE delivery.id = $1 AND dispatch.id = delivery.dispatch_id
          AND delivery.transport_state IN ('queued', 'sending', 'failed')
       RETURNING delivery.document_id AS "documentId", dispatch.agency_id AS "senderId"`,
      [deliveryId, now, arrived ? 'arrived' : 'sent'],
    );
    if (marked === undefined) {
      return;
    }
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at) VALUES (uuidv7(), $1, $2, $3, $3)`,
      [deliveryId, arrived ? trackingCodes.arrived : 'passed-on', now],
    );
    if (arrived) {
      await this.events.emit(deliveriesReached, { deliveryIds: [deliveryId] });
    }
    await this.live.publish([marked.senderId], 'documents', marked.documentId);
  }
}
