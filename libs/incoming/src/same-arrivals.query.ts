import { Injectable } from '@nestjs/common';
import { type Actor, type FindSamePaper, isPermitted, type SameArrival } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';

/** As many as a notice names. [own] */
const named = 5;

/** What a document on paper is compared by. */
export interface PaperKey {
  readonly senderId: string | null;
  readonly senderName: string;
  readonly symbol: string;
}

/**
 * What seems to be the same document as an arrival: sent under the same id, or with the same number and notation of the
 * same issuer (Decree 30/2020, Annex VI, III.2). Looked up while it waits to be received; nothing is refused by itself.
 */
@Injectable()
export class SameArrivalsQuery {
  constructor(private readonly database: Database) {}

  async of(arrivalId: string): Promise<SameArrival[]> {
    return this.select(
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
           JOIN arrivals AS other ON other.delivery_id = sent.id AND other.agency_id = this.agency_id)`,
      'id <> $1',
      [arrivalId],
    );
  }

  /** What a paper that is being entered seems to be. */
  async ofPaper(agencyId: string, { senderId, senderName, symbol }: PaperKey): Promise<SameArrival[]> {
    const isSame = 'agency_id = $1 AND upper(symbol) = upper($4) AND (sender_id = $2 OR sender_name = $3)';
    return this.select(
      `WITH same AS (
         SELECT id FROM arrivals WHERE ${isSame} AND arrival_number IS NOT NULL
         UNION
         SELECT id FROM arrivals WHERE ${isSame} AND state = 'arrived')`,
      'true',
      [agencyId, senderId, senderName, symbol],
    );
  }

  /** @throws DomainError `permission.denied`. */
  async find(actor: Actor, { agencyId, name = '', symbol }: FindSamePaper): Promise<SameArrival[]> {
    if (!isPermitted(actor, 'arrival:receive')) {
      throw new DomainError('permission.denied');
    }
    const [agency] =
      agencyId === undefined
        ? []
        : await this.database.query<{ name: string }>('SELECT name FROM agencies WHERE id = $1', [agencyId]);
    const key = { senderId: agencyId ?? null, senderName: agency?.name ?? name, symbol };
    return this.ofPaper(actor.agencyId, key);
  }

  private async select(same: string, condition: string, values: readonly unknown[]): Promise<SameArrival[]> {
    const rows = await this.database.query<Omit<SameArrival, 'arrivedAt'> & { arrivedAt: Date }>(
      `${same}
       SELECT id, symbol, sender_name AS "senderName",
              CASE WHEN restricted THEN NULL ELSE subject END AS subject, state, source, issued_on AS "issuedOn",
              arrival_number AS "arrivalNumber", arrived_at AS "arrivedAt", paper_arrived_on AS "paperArrivedOn"
         FROM arrivals
        WHERE id IN (SELECT id FROM same) AND ${condition} AND state NOT IN ('refused', 'recalled', 'replaced', 'joined')
        ORDER BY id DESC LIMIT ${named}`,
      values,
    );
    return rows.map((row) => ({ ...row, arrivedAt: row.arrivedAt.toISOString() }));
  }
}
