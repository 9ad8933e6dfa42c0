import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { deliveriesFailed, deliveriesReached, deliveryRefused, recallsAsked } from '#exchange';
import { OnEvent } from '#platform';
import { Notify } from './notify.js';

/**
 * The arrivals of the deliveries `$1`, each with the clerks of whoever keeps the register in which it is today. Who that is
 * is looked up once an arrival, behind a fence: joined as it stands, it would be asked for every pair with a post.
 */
const arrivalsWithClerks = `
  (SELECT arrivals.*, lead_successor(agency_id) AS keeper_id FROM arrivals
    WHERE delivery_id = ANY ($1::uuid[]) OFFSET 0) AS arrival
  JOIN posts AS post ON post.agency_id = arrival.keeper_id AND post.role = 'clerk'`;

const arrivalColumns = `post.id AS post_id, 'arrival' AS object_type, arrival.id AS object_id, arrival.urgency,
  arrival.symbol, arrival.subject, arrival.sender_name AS who`;

const documentColumns = `'document' AS object_type, document.id AS object_id, document.urgency, document.symbol,
  document.subject`;

const sending = `
  FROM deliveries AS delivery
  JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
  JOIN documents AS document ON document.id = delivery.document_id`;

/** Tells clerks what comes to them, and those who sent something what became of it. */
@Injectable()
export class TellOfDeliveries {
  constructor(private readonly notify: Notify) {}

  @OnEvent(deliveriesReached)
  async onReached({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    if (deliveryIds.length === 0) {
      return;
    }
    await this.notify.execute('arrival-arrived', {
      sql: `SELECT ${arrivalColumns}, sender.person_id AS caused_by
              FROM ${arrivalsWithClerks}
              JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
              JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
              JOIN posts AS sender ON sender.id = dispatch.sent_by_post_id`,
      values: [deliveryIds],
    });
  }

  @OnEvent(recallsAsked)
  async onRecallsAsked({ deliveryIds, actor }: { deliveryIds: readonly string[]; actor: Actor }): Promise<void> {
    await this.notify.execute('recall-asked', {
      sql: `SELECT ${arrivalColumns}, $2::uuid AS caused_by
              FROM ${arrivalsWithClerks}`,
      values: [deliveryIds, actor.personId],
    });
  }

  @OnEvent(deliveryRefused)
  async onRefused({ deliveryId, personId }: { deliveryId: string; personId?: string }): Promise<void> {
    await this.notify.execute('document-refused', {
      sql: `SELECT concerned.post_id, ${documentColumns}, delivery.recipient_name AS who, $2::uuid AS caused_by
              ${sending}
             CROSS JOIN LATERAL unnest(ARRAY[document.drafter_post_id, dispatch.sent_by_post_id]) AS concerned(post_id)
             WHERE delivery.id = $1`,
      values: [deliveryId, personId ?? null],
    });
  }

  /** However many of a document fail, it is one notification. */
  @OnEvent(deliveriesFailed)
  async onFailed({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    await this.notify.execute('delivery-failed', {
      sql: `SELECT dispatch.sent_by_post_id AS post_id, ${documentColumns},
                   CASE WHEN count(*) = 1 THEN min(delivery.recipient_name) END AS who, NULL::uuid AS caused_by
              ${sending}
             WHERE delivery.id = ANY ($1::uuid[])
             GROUP BY dispatch.sent_by_post_id, document.id`,
      values: [deliveryIds],
    });
  }
}
