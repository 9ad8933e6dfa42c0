import type { TrailFilter } from '#contracts';
import { foldVietnamese } from '#kernel';
import { wordPatterns } from '#platform';

export interface TrailConditions {
  readonly sql: string;
  readonly values: readonly unknown[];
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
    ...wordPatterns(foldVietnamese(filter.search ?? '')).map((pattern) => `${searched} LIKE ${parameter(pattern)}`),
  ];
  return { sql: parts.filter((part) => part !== null).join(' AND ') || 'true', values };
}
