import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type FindRegister,
  isPermitted,
  type Page,
  type RegisterEntry,
  type RegisterFilter,
} from '#contracts';
import { registerOf } from '#directory';
import { Clock, DomainError, yearOf } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import {
  conditionsBesideWords,
  registerConditions,
  type RegisterWanted,
  selectIsCommon,
} from './register-conditions.js';
import { afterKey, type LineKey, RegisterSearch } from './register-search.js';
import { searchedWords } from './register-words.js';

/** Names of recipients in one line [own]: with more of them, one writes on paper too how many others there are. */
const namesShown = 60;

const latestFirst = 'day DESC, id DESC';

interface Row extends Omit<RegisterEntry, 'cancelled'> {
  readonly cancelled: { readonly reason: string; readonly at: string; readonly by: RegisterEntry['enteredBy'] } | null;
}

/** The outgoing register of a year (Decree 30/2020, Annex IV). */
@Injectable()
export class OutgoingRegisterQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly search: RegisterSearch,
  ) {}

  /**
   * The latest first. [own]
   *
   * @throws DomainError `permission.denied`, `not-found` for a register that is not theirs.
   */
  async page(actor: Actor, { after, limit, ...filter }: FindRegister): Promise<Page<RegisterEntry>> {
    const wanted = await this.wanted(actor, filter);
    const rows = await this.latest(wanted, keyOf(decodeCursor(after, 2)), limit + 1);
    return toPage(rows, limit, ({ day, id }) => [day, id], presented);
  }

  private async latest(wanted: RegisterWanted, after: LineKey | undefined, count: number): Promise<Row[]> {
    const words = searchedWords(wanted.search ?? '');
    if (words !== null) {
      const ids = await this.search.execute({ wanted, words, after, count });
      return ids.length === 0
        ? []
        : this.database.query<Row>(select('id = ANY ($1::uuid[])', latestFirst, '$2'), [ids, count]);
    }
    const { sql, values } = afterKey(conditionsBesideWords(wanted), after);
    return this.database.query<Row>(select(sql, latestFirst, `$${values.length + 1}`), [...values, count]);
  }

  /** In the order of the book, from a line on. */
  async inBookOrder(
    wanted: RegisterWanted,
    after: { readonly series: string; readonly number: number } | undefined,
    limit: number,
  ): Promise<RegisterEntry[]> {
    const { sql, values } = registerConditions(wanted);
    const beyond =
      after === undefined ? '' : `AND (series, number) > ($${values.length + 2}, $${values.length + 3}::int)`;
    const rows = await this.database.query<Row>(select(`${sql} ${beyond}`, 'series, number', `$${values.length + 1}`), [
      ...values,
      limit,
      ...(after === undefined ? [] : [after.series, after.number]),
    ]);
    return rows.map(presented);
  }

  /** Whose register and which year a search is about. @throws DomainError `permission.denied`, `not-found`. */
  async wanted(actor: Actor, filter: RegisterFilter): Promise<RegisterWanted> {
    if (!isPermitted(actor, 'register:read')) {
      throw new DomainError('permission.denied');
    }
    return {
      ...filter,
      agencyId: registerOf(actor, filter.agencyId),
      year: filter.year ?? yearOf(this.clock.now()),
      isCommonRecipient: await this.isCommon(filter.recipientId),
    };
  }

  private async isCommon(recipientId: string | undefined): Promise<boolean> {
    if (recipientId === undefined) {
      return false;
    }
    const [found] = await this.database.query<{ isCommon: boolean }>(selectIsCommon, [recipientId]);
    return found?.isCommon ?? false;
  }
}

function presented({ cancelled, ...row }: Row): RegisterEntry {
  return { ...row, cancelled: cancelled === null ? null : { ...cancelled, at: new Date(cancelled.at).toISOString() } };
}

/** @throws DomainError `request.invalid`. */
function keyOf(parts: readonly string[] | undefined): LineKey | undefined {
  if (parts === undefined) {
    return undefined;
  }
  const [day = '', id = ''] = parts;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new DomainError('request.invalid');
  }
  return { day, id };
}

const personOf = (person: string, post: string): string =>
  `json_build_object('fullName', ${person}.full_name, 'position', ${post}.position)`;

/** Names as they were at the sending, before it as they are. */
const recipients = `
  SELECT 1 AS kind, addressed.sending, addressed.position, coalesce(delivery.recipient_name, agency.name) AS name
    FROM document_recipients AS addressed
    JOIN agencies AS agency ON agency.id = addressed.agency_id
    LEFT JOIN LATERAL (SELECT recipient_name FROM deliveries
                        WHERE document_id = addressed.document_id AND recipient_id = addressed.agency_id
                        ORDER BY id LIMIT 1) AS delivery ON true
   WHERE addressed.document_id = entry.document_id
  UNION ALL
  SELECT 2, addressed.sending, addressed.position, coalesce(addressed.sent_name, named.name)
    FROM document_recipient_groups AS addressed JOIN recipient_groups AS named ON named.id = addressed.group_id
   WHERE addressed.document_id = entry.document_id
  UNION ALL
  SELECT 3, sending, position, name FROM document_external_recipients WHERE document_id = entry.document_id
  UNION ALL
  SELECT 4, informed.sending, informed.position, person.full_name
    FROM document_informed_posts AS informed
    JOIN posts AS post ON post.id = informed.post_id JOIN people AS person ON person.id = post.person_id
   WHERE informed.document_id = entry.document_id`;

const select = (conditions: string, order: string, limit: string): string => `
  SELECT entry.id, entry.year, entry.number, entry.series, entry.state, entry.symbol, entry.day,
         coalesce(document.type_name, type.name) AS "typeName", entry.reason,
         CASE WHEN document.id IS NOT NULL
              THEN json_build_object('id', document.id, 'subject', document.subject, 'state', document.state,
                     'draftingUnit', document.drafting_unit, 'drafterName', drafter.full_name) END AS document,
         CASE WHEN document.id IS NOT NULL
              THEN json_build_object('fullName', document.signer_name, 'position', document.signer_position) END AS signer,
         coalesce(addressed.names, '[]') AS recipients, coalesce(addressed.total, 0)::int AS "recipientCount",
         document.issued_amount AS "issuedAmount",
         (SELECT (min(sent_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM dispatches
           WHERE document_id = entry.document_id) AS "sentOn",
         ${personOf('clerk', 'clerk_post')} AS "enteredBy",
         CASE WHEN entry.cancelled_at IS NOT NULL
              THEN json_build_object('reason', entry.cancel_reason, 'at', entry.cancelled_at,
                     'by', ${personOf('canceller', 'canceller_post')}) END AS cancelled
    FROM (SELECT * FROM outgoing_entries WHERE ${conditions} ORDER BY ${order} LIMIT ${limit}) AS entry
    LEFT JOIN document_types AS type ON type.code = entry.type_code
    LEFT JOIN documents AS document ON document.id = entry.document_id
    LEFT JOIN posts AS drafter_post ON drafter_post.id = document.drafter_post_id
    LEFT JOIN people AS drafter ON drafter.id = drafter_post.person_id
    JOIN posts AS clerk_post ON clerk_post.id = entry.entered_by_post_id
    JOIN people AS clerk ON clerk.id = clerk_post.person_id
    LEFT JOIN posts AS canceller_post ON canceller_post.id = entry.cancelled_by_post_id
    LEFT JOIN people AS canceller ON canceller.id = canceller_post.person_id
    LEFT JOIN LATERAL (
      SELECT json_agg(name ORDER BY place) FILTER (WHERE place <= ${namesShown}) AS names, count(*) AS total
        FROM (SELECT name, row_number() OVER (ORDER BY kind, sending, position) AS place
                FROM (${recipients}) AS recipient) AS placed) AS addressed ON entry.document_id IS NOT NULL
   ORDER BY ${order.replaceAll(/\b(day|id|series|number)\b/g, 'entry.$1')}`;
