import { Injectable } from '@nestjs/common';
import type { Actor, AgencyView, FindAgencies, Page } from '#contracts';
import { Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import { mayReadAgencies } from './agency-policy.js';
import { agencyPatterns } from './agency-search.js';

export type AgencyFilter = Pick<FindAgencies, 'search' | 'level' | 'parentId' | 'roots' | 'closed'>;

/** `ranked` first 0 (named exactly) or 1, then by code: the key of a page. */
interface Row extends AgencyView {
  readonly ranked: number;
}

/**
 * The agencies that a search looks through one by one from where its page begins. A common word fills the page from
 * them in a few milliseconds; only for a rarer one, or one that stands further on, are all hits gathered.
 */
const nearby = 2_000;

/** Agencies by place in the tree, level or what a search finds: those that are open today, unless asked for all. */
@Injectable()
export class AgenciesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async page(actor: Actor, { after, limit, ...filter }: FindAgencies): Promise<Page<AgencyView>> {
    if (!mayReadAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
    const key = await this.keyNamed(filter.search);
    const { sql, values } = this.statement(filter, key, keyOf(after), limit + 1);
    const rows = await this.database.query<Row>(sql, values);
    return toPage(
      rows,
      limit,
      (row) => [row.ranked, row.code],
      ({ ranked: _ranked, ...view }) => view,
    );
  }

  /** What is searched for when it is the code or abbreviation of somebody, to the letter. */
  private async keyNamed(search: string | undefined): Promise<string | null> {
    const key = foldVietnamese(search ?? '');
    if (key === '') {
      return null;
    }
    const [row] = await this.database.query<{ isKey: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM agencies WHERE search_keys @> ARRAY[$1]) AS "isKey"',
      [key],
    );
    return row?.isKey === true ? key : null;
  }

  private statement(
    filter: AgencyFilter,
    key: string | null,
    after: PageKey,
    limit: number,
  ): { sql: string; values: unknown[] } {
    const today = dayOf(this.clock.now());
    const { place, match, values } = conditionsOf(filter, today);
    const value = (given: unknown): string => `$${values.push(given)}`;
    const limited = value(limit);
    const from = `code > ${value(after.ranked === 1 ? after.code : '')}`;
    const named = key === null ? [] : [`search_keys @> ARRAY[${value(key)}]`];
    const found = [...match, ...named.map((condition) => `NOT ${condition}`)];
    const branches = new Map<string, string>();
    if (key !== null && after.ranked === 0) {
      branches.set('exact', ranked(0, [...place, ...match, ...named, `code > ${value(after.code)}`], 'code', limited));
    }
    if (filter.search === undefined) {
      branches.set('listed', ranked(1, [...place, ...found, from], 'code', limited));
    } else {
      const rows = `(SELECT * FROM agencies WHERE ${all([...place, from])} ORDER BY code LIMIT ${nearby}) AS nearby`;
      branches.set('near', ranked(1, found, 'code', limited, rows));
      const isWanting = `${[...branches.keys()].map((name) => `(SELECT count(*) FROM ${name})`).join(' + ')} < ${limited}`;
      // Not by the bare code: the planner would walk along the codes for the first hits, often to the end.
      const hits = ranked(1, [...place, ...found, from], `code || ''`, limited);
      // Asked around the hits: within them, processes that help would be started before anybody asks.
      branches.set('far', ranked(1, [isWanting], 'code', limited, `(${hits}) AS hits`));
    }
    return { sql: pageFrom(branches, agencyColumns(value(today)), limited), values };
  }
}

interface PageKey {
  readonly ranked: 0 | 1;
  readonly code: string;
}

function keyOf(after: string | undefined): PageKey {
  const [ranked = '0', code = ''] = decodeCursor(after, 2) ?? [];
  if (ranked !== '0' && ranked !== '1') {
    throw new DomainError('request.invalid');
  }
  return { ranked: ranked === '0' ? 0 : 1, code };
}

/** The first of all branches; one agency may stand in two of them. */
function pageFrom(branches: ReadonlyMap<string, string>, columns: string, limit: string): string {
  const named = Array.from(branches, ([name, rows]) => `${name} AS MATERIALIZED (${rows})`);
  const every = Array.from(branches.keys(), (name) => `TABLE ${name}`);
  return `WITH ${named.join(', ')}
    SELECT ranked, ${columns}
      FROM (SELECT ranked, id, code FROM (${every.join(' UNION ')}) AS every ORDER BY ranked, code LIMIT ${limit}) AS chosen
      JOIN agencies AS agency ON agency.id = chosen.id
      LEFT JOIN agencies AS parent ON parent.id = agency.parent_id
     ORDER BY ranked, agency.code`;
}

function ranked(rank: 0 | 1, conditions: readonly string[], order: string, limit: string, rows = 'agencies'): string {
  return `SELECT ${rank} AS ranked, id, code FROM ${rows} WHERE ${all(conditions)} ORDER BY ${order} LIMIT ${limit}`;
}

export interface AgencyConditions {
  /** Where in the directory to look: each has an index in the order of the codes. */
  readonly place: readonly string[];
  /** What is looked for there. */
  readonly match: readonly string[];
  /** What the conditions name, to be added to. */
  readonly values: unknown[];
}

/** Which agencies a filter means, as conditions on `agencies`. */
export function conditionsOf(filter: AgencyFilter, today: string): AgencyConditions {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const match = agencyPatterns(filter.search ?? '').map((pattern) => `search_text LIKE ${value(pattern)}`);
  const place: string[] = [];
  if (!filter.closed) {
    match.push(isOpenOn(value(today)));
  }
  if (filter.level !== undefined) {
    place.push(`level = ${value(filter.level)}`);
  }
  if (filter.parentId !== undefined) {
    place.push(`parent_id = ${value(filter.parentId)}`);
  }
  if (filter.roots) {
    place.push('parent_id IS NULL');
  }
  return { place, match, values };
}

/** All of these conditions at once. */
export function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** The condition that an agency is open on a day. */
export function isOpenOn(day: string, agency = ''): string {
  return `${agency}valid_from <= ${day}::date AND (${agency}valid_to IS NULL OR ${agency}valid_to >= ${day}::date)`;
}

function agencyColumns(day: string): string {
  return `agency.id, agency.code, agency.code102, agency.name, agency.abbreviation, agency.level,
    agency.parent_id AS "parentId", parent.name AS "parentName",
    agency.valid_from AS "validFrom", agency.valid_to AS "validTo",
    -- In the order of the index of children: else the planner reads the whole table until it meets a child.
    (SELECT true FROM agencies AS child WHERE child.parent_id = agency.id AND ${isOpenOn(day, 'child.')}
      ORDER BY child.code LIMIT 1) IS NOT NULL AS "hasChildren",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', successor.id, 'code', successor.code, 'name', successor.name,
                                                  'abbreviation', successor.abbreviation)
                               ORDER BY succession.is_lead DESC, successor.code)
                FROM agency_successions AS succession JOIN agencies AS successor ON successor.id = succession.successor_id
               WHERE succession.predecessor_id = agency.id), '[]') AS successors`;
}
