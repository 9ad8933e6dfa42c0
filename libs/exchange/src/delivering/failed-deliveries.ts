import { Injectable } from '@nestjs/common';
import { type Actor, actsFor, type ChannelName, isPermitted } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Audit, type AuditRecord } from '#audit';
import { Database, LiveChannel } from '#platform';

/** A delivery that needs attention, held until the transaction ends. */
export interface FailedDelivery {
  readonly id: string;
  readonly documentId: string;
  readonly senderId: string;
  readonly recipientId: string | null;
  readonly recipientName: string;
  readonly channel: ChannelName;
  readonly cause: string | null;
}

const columns = `
  delivery.id, delivery.document_id AS "documentId", dispatch.agency_id AS "senderId",
  delivery.recipient_id AS "recipientId", delivery.recipient_name AS "recipientName", delivery.channel, delivery.cause`;

interface Told {
  readonly code: string;
  readonly action: AuditRecord['action'];
  readonly note: string | null;
  readonly after: { readonly state: string; readonly channel?: string };
}

/** Who may deal with deliveries that need attention, and what every such act writes down. */
@Injectable()
export class FailedDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /**
   * One, for a change. @throws DomainError `not-found` for what is not there and what is not the actor’s alike,
   * `permission.denied`, `delivery.not-failed`.
   */
  async hold(actor: Actor, deliveryId: string): Promise<FailedDelivery> {
    const [delivery] = await this.database.query<FailedDelivery & { isFailed: boolean }>(
      `SELECT ${columns}, delivery.transport_state = 'failed' AS "isFailed"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.id = $1 FOR UPDATE OF delivery`,
      [deliveryId],
    );
    if (delivery === undefined || !(this.operatesAll(actor) || actsFor(actor, delivery.senderId))) {
      throw new DomainError('not-found');
    }
    this.check(actor);
    if (!delivery.isFailed) {
      throw new DomainError('delivery.not-failed');
    }
    return delivery;
  }

  /** All with the same recipient, channel and cause that the actor may deal with, in the order of their ids. */
  async holdAllLike(actor: Actor, { recipientId, channel, cause }: FailedDelivery): Promise<FailedDelivery[]> {
    return this.database.query<FailedDelivery>(
      `SELECT ${columns}
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.transport_state = 'failed' AND delivery.recipient_id IS NOT DISTINCT FROM $1
          AND delivery.channel = $2 AND delivery.cause IS NOT DISTINCT FROM $3
          AND ($4 OR dispatch.agency_id = ANY ($5::uuid[]))
        ORDER BY delivery.id FOR UPDATE OF delivery`,
      [recipientId, channel, cause, this.operatesAll(actor), [actor.agencyId, ...actor.predecessorIds]],
    );
  }

  /** The timeline, the trail and the open pages of the sender. */
  async tell(actor: Actor, deliveries: readonly FailedDelivery[], { code, action, note, after }: Told): Promise<void> {
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at, actor, note)
       SELECT uuidv7(), delivery_id, $2, $3, $3, $4, $5 FROM unnest($1::uuid[]) AS delivery_id`,
      [deliveries.map(({ id }) => id), code, this.clock.now(), actor.fullName, note],
    );
    await this.audit.record(
      actor,
      ...deliveries.map((delivery) => ({
        action,
        objectType: 'document',
        objectId: delivery.documentId,
        agencyId: delivery.senderId,
        note,
        data: { deliveryId: delivery.id, recipient: delivery.recipientName },
        before: { state: 'needs-attention', cause: delivery.cause, channel: delivery.channel },
        after: { ...after },
      })),
    );
    for (const { senderId, documentId } of deliveries) {
      await this.live.publish([senderId], 'documents', documentId);
    }
  }

  private check(actor: Actor): void {
    if (!isPermitted(actor, 'delivery:operate') && !this.operatesAll(actor)) {
      throw new DomainError('permission.denied');
    }
  }

  private operatesAll(actor: Actor): boolean {
    return isPermitted(actor, 'delivery:operate-all');
  }
}
