import { Injectable } from '@nestjs/common';
import type { WebhookKind } from '#contracts';
import { deliveriesFailed, deliveriesReached, deliveriesRecalled, deliveryStateChanged, recallsAsked } from '#exchange';
import { arrivalCompleted, arrivalRegistered } from '#incoming';
import { Clock } from '#kernel';
import { Database, OnEvent, Outbox } from '#platform';
import { postWebhookMessagesJob } from './post-webhook-messages.job.js';

/** What is told of an arrival: facts of its line in the register. Its subject and files are for who may read it. */
const ofArrivals = (which: string): string => `
  SELECT lead_successor(arrival.agency_id) AS keeper_id, arrival.symbol,
         jsonb_build_object(
           'arrivalId', arrival.id, 'state', arrival.state, 'source', arrival.source, 'urgency', arrival.urgency,
           'symbol', arrival.symbol, 'issuedOn', arrival.issued_on,
           'sender', jsonb_build_object('code', arrival.sender_code, 'name', arrival.sender_name),
           'arrivalYear', arrival.arrival_year, 'arrivalNumber', arrival.arrival_number) AS data
    FROM arrivals AS arrival WHERE ${which}`;

/** What is told of a delivery to whoever sent it. */
const ofDeliveries = `
  SELECT lead_successor(dispatch.agency_id) AS keeper_id, document.symbol,
         jsonb_build_object(
           'deliveryId', delivery.id, 'documentId', document.id, 'state', delivery.state,
           'stateAt', to_char(delivery.state_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'cause', delivery.cause, 'urgency', document.urgency,
           'symbol', document.symbol, 'issuedOn', document.issued_on,
           'recipient', jsonb_build_object('code', delivery.recipient_code, 'name', delivery.recipient_name),
           'arrivalNumber', delivery.arrival_number) AS data
    FROM deliveries AS delivery
    JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
    JOIN documents AS document ON document.id = delivery.document_id
   WHERE delivery.id = ANY ($1::uuid[]) AND delivery.channel <> 'paper'`;

type Ids = readonly string[];

/** Writes what an agency’s own systems are told, once a system, in the transaction in which it happened. */
@Injectable()
export class TellWebhooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(deliveriesReached)
  async onReached({ deliveryIds }: { readonly deliveryIds: Ids }): Promise<void> {
    await this.tell('arrival.arrived', ofArrivals('arrival.delivery_id = ANY ($1::uuid[])'), deliveryIds);
    await this.tell('delivery.state-changed', ofDeliveries, deliveryIds);
  }

  @OnEvent(deliveryStateChanged)
  async onStateChanged({ deliveryId }: { readonly deliveryId: string }): Promise<void> {
    await this.tell('delivery.state-changed', ofDeliveries, [deliveryId]);
  }

  @OnEvent(deliveriesFailed)
  async onFailed({ deliveryIds }: { readonly deliveryIds: Ids }): Promise<void> {
    await this.tell('delivery.failed', ofDeliveries, deliveryIds);
  }

  @OnEvent(recallsAsked)
  async onRecallsAsked({ deliveryIds }: { readonly deliveryIds: Ids }): Promise<void> {
    await this.tell('arrival.recall-asked', ofArrivals('arrival.delivery_id = ANY ($1::uuid[])'), deliveryIds);
  }

  @OnEvent(deliveriesRecalled)
  async onRecalled({ deliveryIds }: { readonly deliveryIds: Ids }): Promise<void> {
    await this.tell('arrival.recalled', ofArrivals('arrival.delivery_id = ANY ($1::uuid[])'), deliveryIds);
    await this.tell('delivery.state-changed', ofDeliveries, deliveryIds);
  }

  @OnEvent(arrivalRegistered)
  async onRegistered({ arrivalId }: { readonly arrivalId: string }): Promise<void> {
    await this.tell('arrival.registered', ofArrivals('arrival.id = ANY ($1::uuid[])'), [arrivalId]);
  }

  @OnEvent(arrivalCompleted)
  async onCompleted({ arrivalId }: { readonly arrivalId: string }): Promise<void> {
    await this.tell('arrival.completed', ofArrivals('arrival.id = ANY ($1::uuid[])'), [arrivalId]);
  }

  /** `happened` is a SELECT of `keeper_id, symbol, data` over the ids `$1`. Most installations have nobody to tell. */
  private async tell(kind: WebhookKind, happened: string, ids: Ids): Promise<void> {
    const [{ isAnybodyTold } = { isAnybodyTold: false }] = await this.database.query<{ isAnybodyTold: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM webhooks WHERE state <> 'removed' AND $1 = ANY (kinds)) AS "isAnybodyTold"`,
      [kind],
    );
    if (!isAnybodyTold || ids.length === 0) {
      return;
    }
    const told = await this.database.query<{ webhookId: string }>(
      `WITH happened AS MATERIALIZED (${happened}),
       told AS (
         INSERT INTO webhook_messages (id, webhook_id, kind, symbol, data, occurred_at, state)
         SELECT uuidv7(), webhook.id, $2, happened.symbol, happened.data, $3, 'waiting'
           FROM happened JOIN webhooks AS webhook ON webhook.agency_id = happened.keeper_id
          WHERE webhook.state <> 'removed' AND $2 = ANY (webhook.kinds)
         RETURNING webhook_id)
       SELECT DISTINCT webhook_id AS "webhookId" FROM told`,
      [ids, kind, this.clock.now()],
    );
    await this.outbox.addMany(postWebhookMessagesJob, told);
  }
}
