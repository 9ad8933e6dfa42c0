import type { TrailFilter } from '#contracts';
import { foldVietnamese } from '#kernel';
import { wordPatterns } from '#platform';

export interface TrailConditions {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** The same in two parts: what is compared as it stands, and the words, which cost a hundred times as much a row. */
  readonly plain: string;
  readonly words: string;
  /** Whether the index of the words can find them: it knows pieces of three letters. */
  readonly isIndexed: boolean;
}

/** What is searched: the expression of the index audit_entries_search. */
const searched = `fold_vietnamese(coalesce(actor_name, '') || ' ' || coalesce(note, ''))`;

/**
 * The conditions of a search in the trail, in the chain that the reader may see. Only what is asked for is written
 * down: then the database sees which index serves.
 */
export function conditionsOf(filter: TrailFilter, chain: string | null): TrailConditions {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const startOf = (day: string, plus: number): string =>
    `((${parameter(day)}::date + ${plus})::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;
  const parts = [
    chain === null ? null : `agency_id = ${parameter(chain)}`,
    filter.from === undefined ? null : `at >= ${startOf(filter.from, 0)}`,
    filter.to === undefined ? null : `at < ${startOf(filter.to, 1)}`,
    filter.personId === undefined ? null : `person_id = ${parameter(filter.personId)}`,
    filter.action === undefined ? null : `action = ${parameter(filter.action)}`,
    filter.objectType === undefined ? null : `object_type = ${parameter(filter.objectType)}`,
    filter.objectId === undefined ? null : `object_id = ${parameter(filter.objectId)}`,
  ];
  const patterns = wordPatterns(foldVietnamese(filter.search ?? ''));
  const words = allOf(patterns.map((pattern) => `${searched} LIKE ${parameter(pattern)}`));
  const plain = allOf(parts.filter((part) => part !== null));
  const sql = allOf([plain, words].filter((part) => part !== 'true'));
  return { sql, values, plain, words, isIndexed: patterns.some((pattern) => /[a-z0-9]{3}/.test(pattern)) };
}

function allOf(parts: readonly string[]): string {
  return parts.join(' AND ') || 'true';
}
