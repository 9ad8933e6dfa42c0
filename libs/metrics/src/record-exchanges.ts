import { Injectable } from '@nestjs/common';
import { deliveriesRecalled, deliveriesReached, deliveryRefused } from '#exchange';
import { type FormerPaper, paperChanged } from '#incoming';
import { Database, OnEvent } from '#platform';
import { isPaperOf, isSamePaper } from './expected-exchanges.js';
import { type ExchangeKey, WriteExchanges } from './write-exchanges.js';

/** One class of locks, one lock an issuer: shared by its dispatches, held alone where its paper is registered. */
const issuerLocks = 7_301_170;

interface PaperChange {
  readonly arrivalId: string;
  readonly former: FormerPaper | null;
}

/**
 * Keeps the count of exchanges up to date with the registers. What an event says is only where to look: the registers
 * themselves say what is true, so that an event told twice or late changes nothing.
 */
@Injectable()
export class RecordExchanges {
  constructor(
    private readonly database: Database,
    private readonly write: WriteExchanges,
  ) {}

  @OnEvent(deliveriesReached)
  async onReached({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    await this.ofDeliveries(deliveryIds, deliveriesReached.name);
  }

  @OnEvent(deliveryRefused)
  async onRefused({ deliveryId }: { readonly deliveryId: string }): Promise<void> {
    await this.ofDeliveries([deliveryId], deliveryRefused.name);
  }

  @OnEvent(deliveriesRecalled)
  async onRecalled({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    await this.ofDeliveries(deliveryIds, deliveriesRecalled.name);
  }

  /**
   * Whoever registers paper of the same issuer at this moment either sees these deliveries or is seen by them; the
   * dispatches of an issuer do not wait for each other.
   */
  private async ofDeliveries(deliveryIds: readonly string[], cause: string): Promise<void> {
    if (deliveryIds.length === 0) {
      return;
    }
    await this.database.transaction(async () => {
      const exchanges = await this.database.query<ExchangeKey>(
        `WITH these AS (
           SELECT DISTINCT delivery.document_id, delivery.recipient_id, document.agency_id
             FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
            WHERE delivery.id = ANY ($1::uuid[]) AND delivery.recipient_id IS NOT NULL),
         issuers AS MATERIALIZED (SELECT DISTINCT agency_id FROM these ORDER BY agency_id),
         held AS MATERIALIZED (
           SELECT pg_advisory_xact_lock_shared(${issuerLocks}, hashtext(agency_id::text)) FROM issuers)
         SELECT document_id AS "originId", recipient_id AS "recipientId" FROM these, (SELECT count(*) FROM held) AS all_held`,
        [deliveryIds],
      );
      await this.write.execute(exchanges, cause);
    });
  }

  /** Paper was registered, corrected, joined to what came electronically, or noted beside it. */
  @OnEvent(paperChanged)
  async onPaper({ arrivalId, former }: PaperChange): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(
        `SELECT pg_advisory_xact_lock(${issuerLocks}, hashtext(sender_id::text))
           FROM (SELECT sender_id FROM arrivals WHERE id = $1
                 UNION SELECT $2::uuid
                 ORDER BY sender_id) AS issuers WHERE sender_id IS NOT NULL`,
        [arrivalId, former?.senderId ?? null],
      );
      await this.write.execute(await this.touchedBy(arrivalId, former), paperChanged.name);
    });
  }

  /** Its own exchange, and those of the same document under what it says now and said before. */
  private async touchedBy(arrivalId: string, former: FormerPaper | null): Promise<ExchangeKey[]> {
    return this.database.query<ExchangeKey>(
      `WITH this AS (SELECT id, agency_id, sender_id, symbol, issued_on, delivery_id FROM arrivals WHERE id = $1),
       paper AS (
         SELECT agency_id, sender_id, symbol, issued_on, 'paper' AS source FROM this
         UNION
         SELECT agency_id, $2::uuid, $3::text, $4::date, 'paper' FROM this WHERE $2::uuid IS NOT NULL)
       SELECT id AS "originId", agency_id AS "recipientId" FROM this
       UNION
       SELECT other.id, other.agency_id
         FROM paper JOIN arrivals AS other ON other.agency_id = paper.agency_id AND ${isSamePaper('other', 'paper')}
       UNION
       SELECT delivery.document_id, delivery.recipient_id
         FROM paper JOIN documents AS document ON ${isPaperOf('document', 'paper')}
         JOIN deliveries AS delivery
           ON delivery.document_id = document.id AND delivery.recipient_id = paper.agency_id
       UNION
       SELECT delivery.document_id, delivery.recipient_id
         FROM this JOIN deliveries AS delivery ON delivery.id = this.delivery_id`,
      [arrivalId, former?.senderId ?? null, former?.symbol ?? null, former?.issuedOn ?? null],
    );
  }
}
