import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed, sharedWith } from '#access';
import {
  type Actor,
  type ArrivalState,
  arrivalStatesInWork,
  type ArrivalSummary,
  type FindArrivals,
  isPermitted,
  type Page,
} from '#contracts';
import { registerOf } from '#directory';
import { askedOf } from '#exchange';
import { DomainError, foldVietnamese } from '#kernel';
import { Database, decodeIdCursor, hasWords, toPage, wordPatterns } from '#platform';
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

const statesOf: Readonly<Record<FindArrivals['box'], readonly ArrivalState[] | null>> = {
  all: null,
  'to-receive': ['arrived'],
  'to-assign': ['submitted'],
  'in-work': arrivalStatesInWork,
  completed: ['completed'],
  refused: ['refused'],
  asked: null,
  'taken-back': ['recalled', 'replaced'],
  shared: null,
};

/** The agency’s incoming documents, newest first. */
@Injectable()
export class ArrivalsQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied` for roles that read no arrivals, `not-found` for a register that is not theirs. */
  async page(actor: Actor, query: FindArrivals): Promise<Page<ArrivalSummary>> {
    if (!isPermitted(actor, 'arrival:read')) {
      throw new DomainError('permission.denied');
    }
    const after = decodeIdCursor(query.after);
    const values = [
      registersOf(actor, query),
      statesOf[query.box],
      wordPatterns(foldVietnamese(query.search ?? '')),
      after ?? null,
      query.limit + 1,
      heldPosts(actor),
    ];
    const rows =
      query.box === 'shared'
        ? await this.database.query<ArrivalSummaryRow>(selectShared, values)
        : await this.database.query<ArrivalSummaryRow>(selectOf[query.box] ?? selectOwn, [
            ...values,
            seesUnregistered(actor),
            readsWhatIsNarrowed(actor),
            isPermitted(actor, 'arrival:receive'),
          ]);
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({ ...row, arrivedAt: row.arrivedAt.toISOString() }),
    );
  }
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
   WHERE ${register} AND ($2::text[] IS NULL OR state = ANY ($2)) AND ${condition}
     AND ${hasWords('$3')} AND ($4::uuid IS NULL OR id < $4::uuid)
   ORDER BY id DESC LIMIT $5`;

/** What is not registered is the desk’s, and what is narrowed is for those named, as in arrival-policy.ts. */
const isOwn = `
  ($7 OR arrival_number IS NOT NULL)
  AND ${arrivalIsOpenTo('arrivals', { posts: '$6::uuid[]', readsNarrowed: '$8', isClerk: '$9' })}`;

const selectOwn = select(isOwn);

const selectAsked = select(
  `delivery_id IN (SELECT delivery_id FROM sender_requests WHERE state = 'asked') AND ${isOwn}`,
  'agency_id = ANY ($1::uuid[])',
);

/** What was submitted to the reader, or to whom the reader stands in for. */
const selectToAssign = select(`submitted_to_post_id = ANY ($6::uuid[]) AND ${isOwn}`, 'agency_id = ANY ($1::uuid[])');

const selectOf: Partial<Record<FindArrivals['box'], string>> = { asked: selectAsked, 'to-assign': selectToAssign };

/** What colleagues opened to the reader, before it is registered too. */
const selectShared = select(`id IN (${sharedWith('arrival', '$6::uuid[]')})`);
