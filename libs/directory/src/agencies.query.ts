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
 * The rows from which a page of a search is cut, more than a page has: so the planner weighs a walk along the codes
 * against the search index as for a long list. For fifty rows it would walk, and walk on where what is sought stands
 * at the end of the directory (a code, the name of a province).
 */
const searchDepth = 5_000;

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
    const { conditions, values } = conditionsOf(filter, today);
    const place = (value: unknown): string => `$${values.push(value)}`;
    const limited = place(limit);
    const day = place(today);
    const found = [conditions, `code > ${place(after.ranked === 1 ? after.code : '')}`];
    const branches: string[] = [];
    if (key !== null) {
      const named = place(key);
      if (after.ranked === 0) {
        const isKey = `search_keys @> ARRAY[${named}]`;
        branches.push(branch('exact', 0, [conditions, isKey, `code > ${place(after.code)}`], limited));
      }
      // Not `NOT … @>`: the planner would think that most hits are left and walk along the codes, often to the end.
      found.push(`array_position(search_keys, ${named}) IS NULL`);
    }
    branches.push(branch('found', 1, found, filter.search === undefined ? limited : place(searchDepth)));
    const sql = `WITH ${branches.join(', ')}
      SELECT ranked, ${agencyColumns(day)}
        FROM (SELECT ranked, id, code FROM (${branches.length > 1 ? 'TABLE exact UNION ALL ' : ''}TABLE found) AS every
               ORDER BY ranked, code LIMIT ${limited}) AS chosen
        JOIN agencies AS agency ON agency.id = chosen.id
        LEFT JOIN agencies AS parent ON parent.id = agency.parent_id
       ORDER BY ranked, agency.code`;
    return { sql, values };
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

function branch(name: string, ranked: 0 | 1, conditions: readonly string[], limit: string): string {
  return `${name} AS MATERIALIZED (
    SELECT ${ranked} AS ranked, id, code FROM agencies WHERE ${conditions.join(' AND ')} ORDER BY code LIMIT ${limit})`;
}

/** Which agencies a filter means, as conditions on `agencies` with the values they name. */
export function conditionsOf(filter: AgencyFilter, today: string): { conditions: string; values: unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = agencyPatterns(filter.search ?? '').map((pattern) => `search_text LIKE ${place(pattern)}`);
  if (!filter.closed) {
    conditions.push(isOpenOn(place(today)));
  }
  if (filter.level !== undefined) {
    conditions.push(`level = ${place(filter.level)}`);
  }
  if (filter.parentId !== undefined) {
    conditions.push(`parent_id = ${place(filter.parentId)}`);
  }
  if (filter.roots) {
    conditions.push('parent_id IS NULL');
  }
  return { conditions: conditions.length === 0 ? 'true' : conditions.join(' AND '), values };
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
