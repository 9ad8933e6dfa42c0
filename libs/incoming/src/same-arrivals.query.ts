import { Injectable } from '@nestjs/common';
import type { SameArrival } from '#contracts';
import { Database } from '#platform';

/** As many as a notice names. [own] */
const named = 5;

/**
 * What seems to be the same document as an arrival: sent under the same id, or with the same number and notation of the
 * same issuer (Decree 30/2020, Annex VI, III.2). Looked up while it waits to be received; nothing is refused by itself.
 */
@Injectable()
export class SameArrivalsQuery {
  constructor(private readonly database: Database) {}

  async of(arrivalId: string): Promise<SameArrival[]> {
    const rows = await this.database.query<Omit<SameArrival, 'arrivedAt'> & { arrivedAt: Date }>(
      `WITH this AS (
         SELECT arrival.id, arrival.agency_id, upper(arrival.symbol) AS symbol, arrival.sender_name,
                delivery.document_id
           FROM arrivals AS arrival LEFT JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
          WHERE arrival.id = $1),
       same AS (
         SELECT other.id FROM this JOIN arrivals AS other
             ON other.agency_id = this.agency_id AND upper(other.symbol) = this.symbol
            AND other.sender_name = this.sender_name AND other.arrival_number IS NOT NULL
         UNION
         SELECT other.id FROM this JOIN arrivals AS other
             ON other.agency_id = this.agency_id AND other.state = 'arrived' AND upper(other.symbol) = this.symbol
            AND other.sender_name = this.sender_name
         UNION
         SELECT other.id FROM this JOIN deliveries AS sent ON sent.document_id = this.document_id
           JOIN arrivals AS other ON other.delivery_id = sent.id AND other.agency_id = this.agency_id)
       SELECT id, symbol, sender_name AS "senderName",
              CASE WHEN restricted THEN NULL ELSE subject END AS subject, state, arrival_number AS "arrivalNumber",
              arrived_at AS "arrivedAt"
         FROM arrivals
        WHERE id IN (SELECT id FROM same) AND id <> $1 AND state NOT IN ('refused', 'recalled', 'replaced')
        ORDER BY id DESC LIMIT ${named}`,
      [arrivalId],
    );
    return rows.map((row) => ({ ...row, arrivedAt: row.arrivedAt.toISOString() }));
  }
}
