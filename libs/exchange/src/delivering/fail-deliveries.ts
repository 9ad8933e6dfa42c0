import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { DeliveryCause } from '#contracts';
import { Clock } from '#kernel';
import { Database, Events, LiveChannel } from '#platform';
import { deliveriesFailed } from '../exchange-events.js';

interface Failed {
  readonly id: string;
  readonly dispatchId: string;
  readonly documentId: string;
  readonly senderId: string;
}

export interface Failure {
  readonly cause: DeliveryCause;
  /** In the words of the other side, or as the system named the fault. */
  readonly detail: string;
}

/**
 * No further try is made by itself: the deliveries need attention, and the sender is told at once. They keep everything
 * that another try needs; nothing is ever deleted. Joins a transaction.
 */
@Injectable()
export class FailDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
    private readonly events: Events,
  ) {}

  async execute(deliveryIds: readonly string[], { cause, detail }: Failure): Promise<void> {
    const now = this.clock.now();
    const failed = await this.database.query<Failed>(
      `UPDATE deliveries AS delivery
          SET transport_state = 'failed', state = 'needs-attention', state_at = $2, cause = $3, failure = $4,
              next_try_at = NULL, lease_until = NULL
         FROM dispatches AS dispatch
        WHERE delivery.id = ANY ($1::uuid[]) AND dispatch.id = delivery.dispatch_id
          AND (delivery.transport_state IN ('queued', 'sending')
               OR (delivery.transport_state = 'done' AND delivery.state = 'sent'))
       RETURNING delivery.id, delivery.dispatch_id AS "dispatchId", delivery.document_id AS "documentId",
                 dispatch.agency_id AS "senderId"`,
      [deliveryIds, now, cause, detail],
    );
    if (failed.length === 0) {
      return;
    }
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at, note)
       SELECT uuidv7(), delivery_id, 'failed', $2, $2, $3 FROM unnest($1::uuid[]) AS delivery_id`,
      [failed.map(({ id }) => id), now, cause],
    );
    await this.events.emit(deliveriesFailed, { deliveryIds: failed.map(({ id }) => id) });
    await this.tell(failed, { cause, detail });
  }

  private async tell(failed: readonly Failed[], { cause, detail }: Failure): Promise<void> {
    const dispatches = new Map(failed.map((one) => [one.dispatchId, one]));
    await this.audit.record(
      null,
      ...[...dispatches.values()].map(({ dispatchId, documentId, senderId }) => ({
        action: 'document.delivery-failed' as const,
        objectType: 'document' as const,
        objectId: documentId,
        agencyId: senderId,
        data: { dispatchId, cause, detail, deliveries: failed.filter((one) => one.dispatchId === dispatchId).length },
        after: { dispatchId, state: 'needs-attention', cause },
      })),
    );
    for (const { senderId, documentId } of dispatches.values()) {
      await this.live.publish([senderId], 'documents', documentId);
    }
  }
}
