import { Injectable } from '@nestjs/common';
import type { Actor, FindTrail, Page, TrailEntryDetails, TrailEntryView, TrailFilter } from '#contracts';
import { DomainError } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import { conditionsOf, type TrailConditions } from './trail-filter.js';
import { chainFor } from './trail-policy.js';

type Row = Omit<TrailEntryView, 'at'> & { readonly at: Date };

/** Where a page begins: the entry before it. */
export type TrailKey = readonly [at: string, id: string];

/** What happened, newest first, for those who look after the trail and who audit it. */
@Injectable()
export class TrailQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`, `not-found` for a chain that is not theirs, `request.invalid` for a cursor that is none of ours. */
  async page(actor: Actor, { after, limit, ...filter }: FindTrail): Promise<Page<TrailEntryView>> {
    const chain = chainFor(actor, filter.agencyId);
    const rows = await this.rows(filter, chain, keyOf(after), limit + 1);
    return toPage(
      rows,
      limit,
      (row) => [row.at, row.id],
      (row) => row,
    );
  }

  /** Rows of the filter in a chain that the reader was let to, from a key on. */
  async rows(
    filter: TrailFilter,
    chain: string | null,
    after: TrailKey | undefined,
    limit: number,
  ): Promise<TrailEntryView[]> {
    const conditions = conditionsOf(filter, chain);
    const { sql, values, words } = conditions;
    const next =
      after === undefined ? 'true' : `(at, id) < ($${values.length + 2}::timestamptz, $${values.length + 3}::uuid)`;
    const size = `$${values.length + 1}`;
    const given = [...values, limit, ...(after ?? [])];
    if (words === 'true') {
      return this.read(newest(sql, next, size), given);
    }
    // Which way is short depends on how often the words occur together, which the database can’t know: a look at the
    // newest entries tells. Common words mostly fill the page there and then.
    const found = await this.read(newestWithin(conditions, next, limit), given);
    if (found.length === limit) {
      return found;
    }
    const isRare = found.length * 10 < limit && conditions.isIndexed;
    return this.read((isRare ? newestOfAll : newest)(sql, next, size), given);
  }

  private async read(entries: string, values: readonly unknown[]): Promise<TrailEntryView[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${entryColumns} FROM (${entries}) AS entry ${joins} ORDER BY entry.at DESC, entry.id DESC`,
      values,
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
  }

  /** @throws DomainError `permission.denied`, `not-found`, for what is not there and for another’s alike. */
  async details(actor: Actor, id: string): Promise<TrailEntryDetails> {
    const chain = chainFor(actor);
    const [row] = await this.database.query<Row & Omit<TrailEntryDetails, keyof TrailEntryView>>(
      `SELECT ${entryColumns}, entry.post_id AS "postId", entry.request_id AS "requestId",
              entry.before_digest AS "beforeDigest", entry.after_digest AS "afterDigest", entry.data,
              CASE WHEN seal.entry_id IS NOT NULL
                   THEN json_build_object('position', seal.position, 'hash', seal.hash,
                          'sealedAt', to_char(seal.sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                   END AS seal
         FROM audit_entries AS entry ${joins} LEFT JOIN audit_seals AS seal ON seal.entry_id = entry.id
        WHERE entry.id = $1 AND ($2::uuid IS NULL OR entry.agency_id = ANY ($3::uuid[]))`,
      [id, chain, [actor.agencyId, ...actor.predecessorIds]],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return { ...row, at: row.at.toISOString() };
  }
}

/** What the files of a document are called is for its readers, whom the reader of the trail need not be among. */
const entryColumns = `entry.id, entry.at, entry.action, entry.object_type AS "objectType",
  entry.object_id AS "objectId", entry.address,
  CASE WHEN entry.action NOT LIKE 'document.file-%' THEN entry.note END AS note,
  CASE WHEN chain.id IS NOT NULL THEN json_build_object('id', chain.id, 'name', chain.name) END AS agency,
  CASE WHEN entry.person_id IS NOT NULL
       THEN json_build_object('personId', entry.person_id, 'fullName', coalesce(entry.actor_name, ''),
              'position', coalesce(entry.actor_position, ''),
              'agency', CASE WHEN employer.id IS NOT NULL
                             THEN json_build_object('id', employer.id, 'name', employer.name) END) END AS actor`;

const joins = `LEFT JOIN agencies AS chain ON chain.id = entry.agency_id
  LEFT JOIN agencies AS employer ON employer.id = coalesce(entry.actor_agency_id, entry.agency_id)`;

/** Newest first until the page is full. */
function newest(sql: string, next: string, limit: string): string {
  return `SELECT * FROM audit_entries WHERE ${sql} AND ${next} ORDER BY at DESC, id DESC LIMIT ${limit}`;
}

/** The words looked for in the newest entries alone, twenty for each that the page holds. */
function newestWithin({ plain, words, values }: TrailConditions, next: string, limit: number): string {
  return `SELECT * FROM (${newest(plain, next, String(limit * 20))}) AS entry
           WHERE ${words} ORDER BY at DESC, id DESC LIMIT $${values.length + 1}`;
}

/** All that the index of the words finds, then the newest of them: short where they are rare, however old. */
function newestOfAll(sql: string, next: string, limit: string): string {
  return `WITH found AS MATERIALIZED (SELECT * FROM audit_entries WHERE ${sql} AND ${next})
          SELECT * FROM found ORDER BY at DESC, id DESC LIMIT ${limit}`;
}

function keyOf(cursor: string | undefined): TrailKey | undefined {
  const [at = '', id = ''] = decodeCursor(cursor, 2) ?? [];
  if (cursor === undefined) {
    return undefined;
  }
  if (!/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(at) || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new DomainError('request.invalid');
  }
  return [at, id];
}
