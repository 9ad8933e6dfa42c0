import { Injectable } from '@nestjs/common';
import { type Actor, type FindRecipientGroups, isPermitted, type Page, type RecipientGroupView } from '#contracts';
import { DomainError, foldVietnamese } from '#kernel';
import { Database, decodeCursor, hasWords, toPage, wordPatterns } from '#platform';
import { GroupSizes } from './group-sizes.js';
import { mayManageGroup, mayReadGroup } from './recipient-group-policy.js';

interface Row extends Omit<RecipientGroupView, 'shared' | 'memberCount' | 'mayManage'> {
  readonly agencyId: string | null;
  readonly searchText: string;
}

const columns = `
  groups.id, groups.agency_id AS "agencyId", groups.kind, groups.name, groups.levels, groups.version,
  groups.search_text AS "searchText",
  CASE WHEN parent.id IS NOT NULL THEN json_build_object('id', parent.id, 'code', parent.code, 'name', parent.name,
                                                         'abbreviation', parent.abbreviation) END AS parent`;

const from = `recipient_groups AS groups LEFT JOIN agencies AS parent ON parent.id = groups.parent_id`;

/** The groups that the actor’s agency can send to: its own and those for everybody, by name. */
@Injectable()
export class RecipientGroupsQuery {
  constructor(
    private readonly database: Database,
    private readonly sizes: GroupSizes,
  ) {}

  /** @throws DomainError `permission.denied`, `request.invalid` for a cursor that is none of ours. */
  async page(actor: Actor, query: FindRecipientGroups): Promise<Page<RecipientGroupView>> {
    if (!isPermitted(actor, 'group:read')) {
      throw new DomainError('permission.denied');
    }
    const after = decodeCursor(query.after, 2);
    const rows = await this.database.query<Row>(
      `SELECT ${columns}
         FROM (SELECT * FROM recipient_groups
                WHERE (agency_id IS NULL OR agency_id = ANY ($1::uuid[])) AND deleted_at IS NULL
                  AND ${hasWords('$2')} AND ($3::text IS NULL OR (search_text, id::text) > ($3, $4))
                ORDER BY search_text, id::text LIMIT $5) AS groups
         LEFT JOIN agencies AS parent ON parent.id = groups.parent_id
        ORDER BY groups.search_text, groups.id::text`,
      [
        [actor.agencyId, ...actor.predecessorIds],
        wordPatterns(foldVietnamese(query.search ?? '')),
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    const counts = await this.sizes.of(
      actor.agencyId,
      rows.slice(0, query.limit).map(({ id }) => id),
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.searchText, row.id],
      (row) => present(actor, row, counts.get(row.id) ?? 0),
    );
  }

  /** @throws DomainError `not-found`, for what is not there, was deleted, or is another agency’s, alike. */
  async view(actor: Actor, id: string): Promise<RecipientGroupView> {
    const [row] = await this.database.query<Row>(
      `SELECT ${columns} FROM ${from} WHERE groups.id = $1 AND groups.deleted_at IS NULL`,
      [id],
    );
    if (row === undefined || !mayReadGroup(actor, row)) {
      throw new DomainError('not-found');
    }
    const counts = await this.sizes.of(actor.agencyId, [id]);
    return present(actor, row, counts.get(id) ?? 0);
  }
}

function present(actor: Actor, row: Row, memberCount: number): RecipientGroupView {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    levels: row.levels,
    parent: row.parent,
    shared: row.agencyId === null,
    version: row.version,
    memberCount,
    mayManage: mayManageGroup(actor, row),
  };
}
