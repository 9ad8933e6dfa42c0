import { Injectable } from '@nestjs/common';
import {
  type Actor,
  arrivalStatesInWork,
  type FindIncomingEntries,
  type IncomingEntry,
  type IncomingRegisterFilter,
  isPermitted,
  type Page,
} from '#contracts';
import { registerOf } from '#directory';
import { Clock, dayOf, DomainError, yearOf } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';

/** Whose register of which year is meant, and what of it. */
export interface IncomingWanted extends IncomingRegisterFilter {
  readonly agencyId: string;
  readonly year: number;
}

interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The incoming register of a year, with what became of each line (Decree 30/2020, Annex IV). */
@Injectable()
export class IncomingRegisterQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The latest number first. [own]
   *
   * @throws DomainError `permission.denied`, `not-found` for a register that is not theirs, `request.invalid`.
   */
  async page(actor: Actor, { after, limit, year, ...filter }: FindIncomingEntries): Promise<Page<IncomingEntry>> {
    const isOfAllYears = year === 'all';
    const wanted = this.wanted(actor, isOfAllYears || year === undefined ? filter : { ...filter, year });
    const { sql, values } = this.conditions(wanted, isOfAllYears);
    const before = numbersOf(decodeCursor(after, 2));
    const beyond =
      before.length === 0 ? '' : `AND (arrival_year, arrival_number) < ($${values.length + 2}, $${values.length + 3})`;
    const rows = await this.database.query<IncomingEntry>(select(`${sql} ${beyond}`, 'DESC', `$${values.length + 1}`), [
      ...values,
      limit + 1,
      ...before,
    ]);
    return toPage(
      rows,
      limit,
      (entry) => [entry.year, entry.number],
      (row) => row,
    );
  }

  /** In the order of the book, after a number. */
  async inBookOrder(wanted: IncomingWanted, after: number, limit: number): Promise<IncomingEntry[]> {
    const { sql, values } = this.conditions(wanted);
    const beyond = `AND arrival_number > $${values.length + 2}`;
    return this.database.query<IncomingEntry>(select(`${sql} ${beyond}`, 'ASC', `$${values.length + 1}`), [
      ...values,
      limit,
      after,
    ]);
  }

  async count(wanted: IncomingWanted, most: number): Promise<number> {
    const { sql, values } = this.conditions(wanted);
    const [found] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM arrivals WHERE ${sql} LIMIT ${most}) AS entry`,
      values,
    );
    return found?.count ?? 0;
  }

  /** @throws DomainError `permission.denied`, `not-found` for a register that is not theirs. */
  wanted(actor: Actor, filter: IncomingRegisterFilter): IncomingWanted {
    if (!isPermitted(actor, 'register:read')) {
      throw new DomainError('permission.denied');
    }
    return {
      ...filter,
      agencyId: registerOf(actor, filter.agencyId),
      year: filter.year ?? yearOf(this.clock.now()),
    };
  }

  /** Only what is asked for becomes a condition. */
  private conditions({ agencyId, year, from, to, progress, lead }: IncomingWanted, isOfAllYears = false): Conditions {
    const values: unknown[] = [agencyId];
    const conditions = ['agency_id = $1', 'arrival_number IS NOT NULL'];
    const add = (value: unknown, condition: (parameter: string) => string): void => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    if (!isOfAllYears) {
      add(year, (wanted) => `arrival_year = ${wanted}`);
    }
    if (from !== undefined) {
      add(from, (day) => `${dayOfArrival} >= ${day}`);
    }
    if (to !== undefined) {
      add(to, (day) => `${dayOfArrival} <= ${day}`);
    }
    if (progress !== undefined) {
      conditions.push(progressIs[progress](`'${dayOf(this.clock.now())}'`));
    }
    if (lead === 'nobody') {
      conditions.push(`NOT EXISTS (${leadOf('arrivals')})`);
    } else if (lead === 'no-unit') {
      conditions.push(`EXISTS (SELECT 1 FROM (${leadOf('arrivals')}) AS lead WHERE unit_id IS NULL)`);
    } else if (lead !== undefined) {
      add(lead, (unit) => `EXISTS (SELECT 1 FROM (${leadOf('arrivals')}) AS lead WHERE unit_id = ${unit}::uuid)`);
    }
    return { sql: conditions.join(' AND '), values };
  }
}

/** The year and the number after which a page begins. @throws DomainError `request.invalid`. */
function numbersOf(parts: readonly string[] = []): readonly number[] {
  if (!parts.every((part) => /^\d{1,9}$/.test(part))) {
    throw new DomainError('request.invalid');
  }
  return parts.map(Number);
}

export const dayIn = (moment: string): string => `(${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
export const dayOfArrival = dayIn('arrived_at');

/** The day given to whoever leads the whole; else the one that its sender asks for. */
export const dueOn = (arrival: string): string => `coalesce(
  (SELECT lead.due_on FROM assignments AS lead
    WHERE lead.arrival_id = ${arrival}.id AND lead.parent_id IS NULL AND lead.role = 'lead'
      AND lead.state IN ('open', 'in-process', 'done')
    ORDER BY lead.id DESC LIMIT 1), ${arrival}.due_date)`;

/** Who leads the work on an arrival, and the unit of theirs. */
export const leadOf = (arrival: string): string => `
  SELECT assignment.id, coalesce(assignment.unit_id, post.unit_id) AS unit_id
    FROM assignments AS assignment LEFT JOIN posts AS post ON post.id = assignment.post_id
   WHERE assignment.arrival_id = ${arrival}.id AND assignment.parent_id IS NULL AND assignment.role = 'lead'
     AND assignment.state IN ('open', 'in-process', 'done')
   ORDER BY assignment.id DESC LIMIT 1`;

const inWork = `state IN (${arrivalStatesInWork.map((state) => `'${state}'`).join(', ')})`;
const completedOn = dayIn('completed_at');
const due = dueOn('arrivals');

/** What each wish means on a day, as the report on handling counts. */
const progressIs: Readonly<Record<NonNullable<IncomingRegisterFilter['progress']>, (today: string) => string>> = {
  open: () => inWork,
  completed: () => `state = 'completed'`,
  late: (today) => `(${inWork} OR state = 'completed') AND ${due} < coalesce(${completedOn}, ${today}::date)`,
  received: () => `state NOT IN ('recalled', 'replaced')`,
  'done-in-time': () => `state = 'completed' AND coalesce(${completedOn} <= ${due}, true)`,
  'done-late': () => `state = 'completed' AND ${completedOn} > ${due}`,
  'open-late': (today) => `${inWork} AND ${due} < ${today}::date`,
};

const holders = `
  SELECT coalesce(json_agg(holder.name ORDER BY holder.role, holder.id), '[]')
    FROM (SELECT part.id, part.role, coalesce(unit.name, person.full_name) AS name
            FROM assignments AS part
            LEFT JOIN units AS unit ON unit.id = part.unit_id
            LEFT JOIN posts AS post ON post.id = part.post_id
            LEFT JOIN people AS person ON person.id = post.person_id
           WHERE part.arrival_id = entry.id AND part.parent_id IS NULL
             AND part.state IN ('open', 'in-process', 'done')) AS holder`;

const replies = `
  SELECT coalesce(json_agg(reply.symbol ORDER BY reply.id), '[]')
    FROM document_relations AS relation JOIN documents AS reply ON reply.id = relation.document_id
   WHERE relation.target_type = 'arrival' AND relation.target_id = entry.id AND relation.kind = 'replies-to'
     AND reply.symbol IS NOT NULL`;

const inBook = (arrival: string, order: string): string =>
  `${arrival}.arrival_year ${order}, ${arrival}.arrival_number ${order}`;

const select = (conditions: string, order: 'ASC' | 'DESC', limit: string): string => `
  SELECT entry.id, entry.arrival_year AS year, entry.arrival_number AS number,
         ${dayIn('entry.arrived_at')} AS "arrivedOn", entry.sender_name AS "senderName", entry.symbol,
         entry.issued_on AS "issuedOn", entry.type_name AS "typeName", entry.subject, entry.state,
         (${holders}) AS holders,
         ${dayIn(`least(entry.submitted_at, (SELECT min(assigned_at) FROM assignments WHERE arrival_id = entry.id))`)}
           AS "passedOn",
         ${dueOn('entry')} AS "dueOn", ${dayIn('entry.completed_at')} AS "completedOn",
         (${replies}) AS replies, entry.source, entry.paper_too AS "paperToo"
    FROM (SELECT * FROM arrivals WHERE ${conditions} ORDER BY ${inBook('arrivals', order)} LIMIT ${limit}) AS entry
   ORDER BY ${inBook('entry', order)}`;
