import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, MarkHandover as Handover } from '#contracts';
import { Documents } from '#documents';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database, LiveChannel } from '#platform';

interface HandoverCommand {
  readonly documentId: string;
  readonly deliveryId: string;
  readonly handover: Handover;
}

interface OnItsWay {
  readonly mode: string;
  readonly recipientName: string;
  readonly sentAt: Date;
  readonly handedOn: string | null;
  readonly takenBy: string | null;
}

/**
 * The clerk marks that paper was handed over (ngày chuyển) and who took it (ký nhận), as in the outgoing register
 * (Decree 30/2020, Annex IV). A wrong mark is marked anew; the trail keeps both.
 */
@Injectable()
export class MarkHandover {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `not-found`, `delivery.not-on-paper`, `delivery.handover-day-wrong`. */
  async execute(actor: Actor, { documentId, deliveryId, handover }: HandoverCommand): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send-copies');
      const delivery = await this.find(documentId, deliveryId);
      if (delivery.mode === 'electronic') {
        throw new DomainError('delivery.not-on-paper');
      }
      const now = this.clock.now();
      if (handover.handedOn < dayOf(delivery.sentAt) || handover.handedOn > dayOf(now)) {
        throw new DomainError('delivery.handover-day-wrong');
      }
      if (handover.handedOn === delivery.handedOn && handover.takenBy === delivery.takenBy) {
        return;
      }
      await this.write(actor, deliveryId, handover, now);
      await this.audit.record(actor, {
        action: 'document.handed-over',
        objectType: 'document',
        objectId: documentId,
        note: `${delivery.recipientName}: ${handover.takenBy}`,
        data: { deliveryId, handedOn: handover.handedOn },
        before: { handedOn: delivery.handedOn, takenBy: delivery.takenBy },
        after: { ...handover },
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
    });
  }

  private async find(documentId: string, deliveryId: string): Promise<OnItsWay> {
    const [delivery] = await this.database.query<OnItsWay>(
      `SELECT delivery.mode, recipient_name AS "recipientName", dispatch.sent_at AS "sentAt",
              handed_on AS "handedOn", taken_by AS "takenBy"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.id = $1 AND delivery.document_id = $2`,
      [deliveryId, documentId],
    );
    if (delivery === undefined) {
      throw new DomainError('not-found');
    }
    return delivery;
  }

  private async write(actor: Actor, deliveryId: string, handover: Handover, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE deliveries SET handed_on = $2, taken_by = $3, handover_marked_by_post_id = $4 WHERE id = $1',
      [deliveryId, handover.handedOn, handover.takenBy, actor.postId],
    );
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at, actor, note)
       VALUES ($1, $2, 'handed-over', $3, $3, $4, $5)`,
      [newId(now.getTime()), deliveryId, now, actor.fullName, handover.takenBy],
    );
  }
}
