import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import {
  type Actor,
  type FindLateDeliveries,
  isPermitted,
  type LateCounts,
  type LateDelivery,
  type LateKind,
  type Page,
} from '#contracts';
import { documentIsOpenTo } from '#documents';
import { DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import { LateMoments } from './late-moments.js';
import { lateKind, mayBeLate } from './late-sql.js';

interface Row extends Omit<LateDelivery, 'dueAt'> {
  readonly sentAt: Date;
  readonly stateAt: Date;
  readonly dueDate: string | null;
}

const bounds = { sentBefore: '$2', arrivedBefore: '$3', today: '$4' } as const;

/** Late deliveries of what the reader may read, as the rows of a list. */
const lateRows = `
  SELECT delivery.id, delivery.recipient_id, delivery.recipient_name, delivery.document_id, delivery.state,
         delivery.state_at, dispatch.sent_at, ${lateKind(bounds)} AS kind
    FROM deliveries AS delivery
    JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
    JOIN documents AS document ON document.id = delivery.document_id
   WHERE delivery.id IN (${mayBeLate('$1::uuid[]', bounds.today)})
     AND ${documentIsOpenTo('document', { posts: '$5::uuid[]', readsNarrowed: '$6::boolean', isClerk: 'false' })}`;

/** Whom the agency waits for too long: open to everybody of it who reads documents. */
@Injectable()
export class LateDeliveriesQuery {
  constructor(
    private readonly database: Database,
    private readonly moments: LateMoments,
  ) {}

  /** Those that wait longest first. @throws DomainError `permission.denied`. */
  async page(actor: Actor, query: FindLateDeliveries): Promise<Page<LateDelivery>> {
    const { values, dueAt } = await this.reader(actor);
    const rows = await this.database.query<Row>(
      `SELECT late.id, late.document_id AS "documentId", document.symbol,
              coalesce(document.type_name, type.name) AS "typeName", document.subject, document.urgency,
              json_build_object('id', late.recipient_id, 'name', late.recipient_name) AS recipient, late.state,
              late.kind, late.sent_at AS "sentAt", late.state_at AS "stateAt", document.due_date AS "dueDate"
         FROM (SELECT * FROM (${lateRows}) AS every
                WHERE kind IS NOT NULL AND ($7::text IS NULL OR kind = $7)
                  AND ($8::uuid IS NULL OR recipient_id = $8) AND ($9::uuid IS NULL OR id > $9)
                ORDER BY id LIMIT $10) AS late
         JOIN documents AS document ON document.id = late.document_id
         JOIN document_types AS type ON type.code = document.type_code
        ORDER BY late.id`,
      [...values, query.kind ?? null, query.recipientId ?? null, decodeIdCursor(query.after) ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      ({ sentAt, stateAt, dueDate, ...row }) => ({
        ...row,
        dueAt: (dueAt({ kind: row.kind, sentAt, stateAt, dueDate }) ?? stateAt).toISOString(),
      }),
    );
  }

  /** @throws DomainError `permission.denied`. */
  async counts(actor: Actor): Promise<LateCounts> {
    const { values } = await this.reader(actor);
    const rows = await this.database.query<{ id: string | null; name: string; kind: LateKind; count: number }>(
      `SELECT recipient_id AS id, max(recipient_name) AS name, kind, count(*) AS count
         FROM (${lateRows}) AS every WHERE kind IS NOT NULL GROUP BY recipient_id, kind`,
      values,
    );
    const tally = (among: typeof rows) => {
      const of = (kind: LateKind): number =>
        among.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0);
      return { notArrived: of('not-arrived'), notAnswered: of('not-answered'), notCompleted: of('not-completed') };
    };
    const names = new Map(rows.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const])));
    const recipients = [...names].map(([id, name]) => ({ id, name, ...tally(rows.filter((row) => row.id === id)) }));
    return { ...tally(rows), recipients: recipients.toSorted((a, b) => totalOf(b) - totalOf(a)).slice(0, mostShown) };
  }

  private async reader(actor: Actor) {
    if (!isPermitted(actor, 'document:read')) {
      throw new DomainError('permission.denied');
    }
    const { sentBefore, arrivedBefore, today, dueAt } = await this.moments.now();
    const agencies = [actor.agencyId, ...actor.predecessorIds];
    const values = [agencies, sentBefore, arrivedBefore, today, heldPosts(actor), readsWhatIsNarrowed(actor)];
    return { values, dueAt };
  }
}

const mostShown = 30;

function totalOf({ notArrived, notAnswered, notCompleted }: Omit<LateCounts, 'recipients'>): number {
  return notArrived + notAnswered + notCompleted;
}
