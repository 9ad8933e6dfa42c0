import { Injectable } from '@nestjs/common';
import type { Urgency } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { kindOf } from '../requests/request-sql.js';
import type { RemoteDelivery } from '../channel.js';
import type { RemoteChannelName } from './carry-delivery.job.js';
import { isPaused } from './delivery-pauses.js';
import { leaseOfTry, triedFor } from './delivery-timing.js';
import { RecipientLines, type Line } from './recipient-lines.js';

/** A try that this worker has begun. */
export interface Claimed {
  readonly delivery: RemoteDelivery;
  readonly line: Line;
}

interface Waiting extends Omit<RemoteDelivery, 'number'> {
  readonly recipientId: string;
  readonly urgency: Urgency;
  readonly tries: number;
}

/**
 * Begins one try: counts it and writes it down before anything leaves the house, so that a try whose worker died is
 * known. Of two workers one gets it.
 */
@Injectable()
export class ClaimDelivery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lines: RecipientLines,
  ) {}

  /** Nothing when there is nothing to do now: delivered, paused, not due, or its recipient’s line has no room. */
  async execute(deliveryId: string, channel: RemoteChannelName): Promise<Claimed | undefined> {
    return this.database.transaction(async () => {
      const waiting = await this.find(deliveryId, channel);
      if (waiting === undefined) {
        return undefined;
      }
      const line = { agencyId: waiting.recipientId, channel };
      if (!(await this.lines.enter(line))) {
        await this.database.query('UPDATE deliveries SET called_at = NULL WHERE id = $1 AND called_at IS NOT NULL', [
          deliveryId,
        ]);
        return undefined;
      }
      const { recipientId: _recipientId, urgency, tries, ...rest } = waiting;
      const delivery = { ...rest, number: tries + 1 };
      await this.begin(delivery, channel, urgency);
      return { delivery, line };
    });
  }

  private async find(deliveryId: string, channel: RemoteChannelName): Promise<Waiting | undefined> {
    // Held first: what is paused, or asked of it, while this waits is seen.
    await this.database.query('SELECT FROM deliveries WHERE id = $1 FOR UPDATE', [deliveryId]);
    const [waiting] = await this.database.query<Waiting>(
      `SELECT delivery.id, delivery.document_id AS "documentId", delivery.dispatch_id AS "dispatchId", ${kindOf('delivery')} AS kind,
              dispatch.digest, delivery.recipient_id AS "recipientId",
              lead_successor(delivery.recipient_id) AS "agencyId", document.urgency, delivery.tries
         FROM deliveries AS delivery
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         JOIN documents AS document ON document.id = delivery.document_id
        WHERE delivery.id = $1 AND delivery.channel = $2 AND delivery.transport_state = 'queued'
          AND (delivery.next_try_at IS NULL OR delivery.next_try_at <= $3) AND NOT ${isPaused('delivery')}`,
      [deliveryId, channel, this.clock.now()],
    );
    return waiting;
  }

  private async begin({ id, number }: RemoteDelivery, channel: RemoteChannelName, urgency: Urgency): Promise<void> {
    const now = this.clock.now();
    const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    await this.database.query(
      `UPDATE deliveries SET transport_state = 'sending', tries = $2, lease_until = $3, called_at = NULL,
              next_try_at = NULL, give_up_at = coalesce(give_up_at, $4) WHERE id = $1`,
      [id, number, after(leaseOfTry), after(triedFor[urgency])],
    );
    await this.database.query(
      'INSERT INTO delivery_tries (delivery_id, number, channel, began_at) VALUES ($1, $2, $3, $4)',
      [id, number, channel, now],
    );
  }
}
