import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed, sharedWith } from '#access';
import {
  type Actor,
  type ArrivalState,
  arrivalStatesInWork,
  type ArrivalSummary,
  type FindArrivals,
  Id,
  isPermitted,
  type Page,
  type Urgency,
} from '#contracts';
import { registerOf } from '#directory';
import { askedOf } from '#exchange';
import { DomainError, foldVietnamese } from '#kernel';
import { Database, decodeCursor, decodeIdCursor, hasWords, toPage, wordPatterns } from '#platform';
import { seesUnregistered } from './arrival-policy.js';
import { arrivalIsOpenTo } from './narrowed-arrivals.js';

export type ArrivalSummaryRow = Omit<ArrivalSummary, 'arrivedAt'> & { readonly arrivedAt: Date };

export const summaryColumns = `
  id, state, json_build_object('id', sender_id, 'code', sender_code, 'name', sender_name) AS sender,
  CASE WHEN addressee_name IS NOT NULL
       THEN json_build_object('code', addressee_code, 'name', addressee_name) END AS addressee,
  type_name AS "typeName", symbol, subject, urgency, issued_on AS "issuedOn", due_date AS "dueDate",
  arrived_at AS "arrivedAt", arrival_number AS "arrivalNumber", source, paper_too AS "paperToo",
  ${askedOf('arrivals.delivery_id')} AS asked`;

/** The agency’s incoming documents, newest first; what waits for somebody, the most urgent before that. */
@Injectable()
export class ArrivalsQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied` for roles that read no arrivals, `not-found` for a register that is not theirs. */
  async page(actor: Actor, query: FindArrivals): Promise<Page<ArrivalSummary>> {
    if (!isPermitted(actor, 'arrival:read')) {
      throw new DomainError('permission.denied');
    }
    switch (query.box) {
      case 'to-receive':
      case 'to-assign':
        return this.waiting(actor, query, query.box);
      case 'shared':
        return this.listed(query, selectShared, valuesOf(actor, query, decodeIdCursor(query.after)));
      default:
        return this.listed(query, selectListed[query.box], [
          ...valuesOf(actor, query, decodeIdCursor(query.after)),
          ...rightsOf(actor),
        ]);
    }
  }

  private async listed(query: FindArrivals, sql: string, values: readonly unknown[]): Promise<Page<ArrivalSummary>> {
    const rows = await this.database.query<ArrivalSummaryRow>(sql, values);
    return toPage(rows, query.limit, (row) => [row.id], present);
  }

  private async waiting(
    actor: Actor,
    query: FindArrivals,
    box: keyof typeof selectWaiting,
  ): Promise<Page<ArrivalSummary>> {
    const [rank, id] = decodeWaitingCursor(query.after);
    const rows = await this.database.query<ArrivalSummaryRow>(selectWaiting[box], [
      ...valuesOf(actor, query, id),
      ...rightsOf(actor),
      rank ?? null,
    ]);
    return toPage(rows, query.limit, (row) => [rankOf[row.urgency], row.id], present);
  }
}

const valuesOf = (actor: Actor, query: FindArrivals, afterId: string | undefined): readonly unknown[] => [
  registersOf(actor, query),
  wordPatterns(foldVietnamese(query.search ?? '')),
  afterId ?? null,
  query.limit + 1,
  heldPosts(actor),
];

const rightsOf = (actor: Actor): readonly boolean[] => [
  seesUnregistered(actor),
  readsWhatIsNarrowed(actor),
  isPermitted(actor, 'arrival:receive'),
];

function present(row: ArrivalSummaryRow): ArrivalSummary {
  return { ...row, arrivedAt: row.arrivedAt.toISOString() };
}

/** The more urgent, the earlier. */
const rankOf: Readonly<Record<Urgency, number>> = { express: 1, 'very-urgent': 2, urgent: 3, normal: 4 };

function decodeWaitingCursor(cursor: string | undefined): [rank: number, id: string] | [] {
  const [rank, id] = decodeCursor(cursor, 2) ?? [];
  if (rank === undefined || id === undefined) {
    return [];
  }
  if (!/^[1-4]$/.test(rank) || !Id.safeParse(id).success) {
    throw new DomainError('request.invalid');
  }
  return [Number(rank), id];
}

/** One register; what senders ask and what leaders get waits in those of the agencies before as well, where it stays. */
function registersOf(actor: Actor, { box, agencyId }: FindArrivals): string | readonly string[] {
  const isOfMany = box === 'asked' || box === 'to-assign';
  return isOfMany && agencyId === undefined
    ? [actor.agencyId, ...actor.predecessorIds]
    : isOfMany
      ? [registerOf(actor, agencyId)]
      : registerOf(actor, agencyId);
}

const select = (condition: string, register = 'agency_id = $1'): string => `
  SELECT ${summaryColumns} FROM arrivals
   WHERE ${register} AND ${condition}
     AND ${hasWords('$2')} AND ($3::uuid IS NULL OR id < $3::uuid)
   ORDER BY id DESC LIMIT $4`;

const urgencyRank = `CASE urgency ${Object.entries(rankOf)
  .map(([urgency, rank]) => `WHEN '${urgency}' THEN ${rank}`)
  .join(' ')} END`;

/** The few that are urgent, sorted; then the many that are not, which an index has in their order. */
const selectUrgentFirst = (state: ArrivalState, condition: string, register: string): string => {
  const half = (which: string, order: string): string => `
    (SELECT ${summaryColumns} FROM arrivals
      WHERE ${register} AND state = '${state}' AND ${condition} AND ${hasWords('$2')}
        AND ${which}
      ORDER BY ${order} LIMIT $4)`;
  const urgent = half(
    `urgency <> 'normal' AND ($9::integer IS NULL OR ${urgencyRank} > $9 OR (${urgencyRank} = $9 AND id < $3::uuid))`,
    `${urgencyRank}, id DESC`,
  );
  const others = half(`urgency = 'normal' AND ($9 IS NULL OR $9 < ${rankOf.normal} OR id < $3::uuid)`, 'id DESC');
  return `SELECT * FROM (${urgent} UNION ALL ${others}) AS waiting ORDER BY ${urgencyRank}, id DESC LIMIT $4`;
};

/** What is not registered is the desk’s, and what is narrowed is for those named, as in arrival-policy.ts. */
const isOwn = `
  ($6 OR arrival_number IS NOT NULL)
  AND ${arrivalIsOpenTo('arrivals', { posts: '$5::uuid[]', readsNarrowed: '$7', isClerk: '$8' })}`;

/** One state is compared as such: an index then has what is in it in the order of the list. */
const selectIn = (state: ArrivalState): string => select(`state = '${state}' AND ${isOwn}`);

const selectInAny = (states: readonly ArrivalState[]): string =>
  select(`state IN (${states.map((state) => `'${state}'`).join(', ')}) AND ${isOwn}`);

const selectListed = {
  all: select(isOwn),
  'in-work': selectInAny(arrivalStatesInWork),
  completed: selectIn('completed'),
  refused: selectIn('refused'),
  'taken-back': selectInAny(['recalled', 'replaced']),
  asked: select(
    `delivery_id IN (SELECT delivery_id FROM sender_requests WHERE state = 'asked') AND ${isOwn}`,
    'agency_id = ANY ($1::uuid[])',
  ),
};

const selectWaiting = {
  'to-receive': selectUrgentFirst('arrived', isOwn, 'agency_id = $1'),
  /** What was submitted to the reader, or to whom the reader stands in for. */
  'to-assign': selectUrgentFirst(
    'submitted',
    `submitted_to_post_id = ANY ($5::uuid[]) AND ${isOwn}`,
    'agency_id = ANY ($1::uuid[])',
  ),
};

/** What colleagues opened to the reader, before it is registered too. */
const selectShared = select(`id IN (${sharedWith('arrival', '$5::uuid[]')})`);
