import { Injectable } from '@nestjs/common';
import { accessFactsOf } from '#access';
import type { Actor, ArrivalRequest, RequestKind, RequestState } from '#contracts';
import { Database } from '#platform';
import { type GuardedArrival, mayDecide, mayReadArrival } from './arrival-policy.js';

interface Row extends GuardedArrival {
  readonly id: string;
  readonly kind: RequestKind;
  readonly requestState: RequestState;
  readonly reason: string;
  readonly requestDigest: string;
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly isBy: boolean;
  readonly arrivalId: string | null;
  readonly typeName: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly subject: string;
}

/** What the sender asked about an arrival, and what that one updates or replaces itself; the newest first. */
@Injectable()
export class ArrivalRequests {
  constructor(private readonly database: Database) {}

  async of(actor: Actor, arrivalId: string, arrival: GuardedArrival): Promise<ArrivalRequest[]> {
    const rows = await this.database.query<Row>(
      `SELECT request.id, request.kind, request.state AS "requestState", request.reason,
              request.digest AS "requestDigest", request.asked_at AS "askedAt", request.decided_at AS "decidedAt",
              request.decided_by AS "decidedBy", request.note, request.is_by AS "isBy",
              other.id AS "arrivalId", other.type_name AS "typeName", other.symbol, other.issued_on AS "issuedOn",
              other.subject, other.agency_id AS "agencyId", other.state, other.arrival_number AS "arrivalNumber",
              ${accessFactsOf('arrival', 'other')}
         FROM arrivals AS own
        CROSS JOIN LATERAL (
          SELECT about.*, false AS is_by, by_delivery_id AS other_id
            FROM sender_requests AS about WHERE about.delivery_id = own.delivery_id
           UNION ALL
          SELECT brought.*, true, delivery_id
            FROM sender_requests AS brought WHERE brought.by_delivery_id = own.delivery_id) AS request
         LEFT JOIN arrivals AS other ON other.delivery_id = request.other_id
        WHERE own.id = $1 AND request.state <> 'sent' AND (request.kind = 'recall' OR other.id IS NOT NULL)
        ORDER BY request.id DESC`,
      [arrivalId],
    );
    return rows
      .filter((row) => row.arrivalId === null || mayReadArrival(actor, row))
      .map((row) => present(row, !row.isBy && row.requestState === 'asked' && mayDecide(actor, arrival)));
  }
}

function present(row: Row, decides: boolean): ArrivalRequest {
  const { arrivalId, typeName, symbol, issuedOn, subject, arrivalNumber, state } = row;
  return {
    id: row.id,
    kind: row.kind,
    state: row.requestState,
    reason: row.reason,
    digest: row.requestDigest,
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    note: row.note,
    isBy: row.isBy,
    other: arrivalId === null ? null : { arrivalId, typeName, symbol, issuedOn, subject, arrivalNumber, state },
    mayDecide: decides,
  };
}
