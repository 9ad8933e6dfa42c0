import { Injectable } from '@nestjs/common';
import type { Actor, DeliveryView, LateKind, Page, PageQuery } from '#contracts';
import { Documents } from '#documents';
import { Database, decodeIdCursor, toPage } from '#platform';
import { handoverOf } from './handover-sql.js';
import { type LateBounds, LateMoments } from './late/late-moments.js';
import { lateKind } from './late/late-sql.js';
import { askedOf } from './requests/request-sql.js';
import { showsOpening } from './opening-sql.js';

interface Row extends Omit<DeliveryView, 'stateAt' | 'sentAt' | 'events' | 'late' | 'answerBy' | 'nextTryAt'> {
  readonly sentAt: Date;
  readonly stateAt: Date;
  readonly nextTryAt: Date | null;
  readonly kind: LateKind | null;
  readonly dueDate: string | null;
  readonly events: readonly { code: string; occurredAt: string; actor: string | null; note: string | null }[];
}

/** Where a sent document is with each recipient, and how it got there. */
@Injectable()
export class DeliveriesQuery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly moments: LateMoments,
  ) {}

  /** @throws DomainError `not-found` when the document is not the actor’s. */
  async page(actor: Actor, documentId: string, query: PageQuery): Promise<Page<DeliveryView>> {
    await this.documents.read(actor, documentId);
    const after = decodeIdCursor(query.after);
    const bounds = await this.moments.now();
    const rows = await this.database.query<Row>(
      `SELECT delivery.id, delivery.mode AS channel, delivery.state, delivery.state_at AS "stateAt",
              delivery.arrival_number AS "arrivalNumber",
              json_build_object('id', delivery.recipient_id, 'code', delivery.recipient_code,
                'name', delivery.recipient_name, 'abbreviation', coalesce(agency.abbreviation, '')) AS recipient,
              delivery.recipient_address AS address, delivery.paper_reason AS "paperReason",
              dispatch.sending, dispatch.sent_at AS "sentAt", ${handoverOf('delivery')} AS handover, ${askedOf('delivery.id')} AS asked,
              document.due_date AS "dueDate", ${lateKind({ sentBefore: '$4', arrivedBefore: '$5', today: '$6' })} AS kind,
              CASE WHEN delivery.transport_state = 'done' THEN 0 ELSE delivery.tries END AS "failedTries",
              delivery.cause, delivery.next_try_at AS "nextTryAt",
              coalesce((SELECT json_agg(json_build_object('code', event.code, 'occurredAt', event.occurred_at,
                                 'actor', event.actor, 'note', event.note) ORDER BY event.occurred_at, event.id)
                          FROM tracking_events AS event
                         WHERE event.delivery_id = delivery.id
                           AND (event.code <> 'opened' OR ${showsOpening('delivery')})), '[]') AS events
         FROM deliveries AS delivery
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         JOIN documents AS document ON document.id = delivery.document_id
         LEFT JOIN agencies AS agency ON agency.id = delivery.recipient_id
        WHERE delivery.document_id = $1 AND ($2::uuid IS NULL OR delivery.id > $2::uuid)
        ORDER BY delivery.id LIMIT $3`,
      [documentId, after ?? null, query.limit + 1, bounds.sentBefore, bounds.arrivedBefore, bounds.today],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => present(row, bounds),
    );
  }
}

function present(row: Row, bounds: LateBounds): DeliveryView {
  const dueAt = bounds.dueAt(row);
  return {
    id: row.id,
    recipient: row.recipient,
    address: row.address,
    channel: row.channel,
    paperReason: row.paperReason,
    handover: row.handover,
    sending: row.sending,
    sentAt: row.sentAt.toISOString(),
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    arrivalNumber: row.arrivalNumber,
    late: row.kind === null || dueAt === null ? null : { kind: row.kind, dueAt: dueAt.toISOString() },
    answerBy: row.state === 'arrived' ? bounds.answerBy(row.stateAt).toISOString() : null,
    failedTries: row.failedTries,
    cause: row.cause,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    asked: row.asked,
    events: row.events.map((event) => ({ ...event, occurredAt: new Date(event.occurredAt).toISOString() })),
  };
}
