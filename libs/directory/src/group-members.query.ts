import { Injectable } from '@nestjs/common';
import type { Actor, GroupMemberView, Page, PageQuery } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import { RecipientGroups } from './recipient-groups.js';

const ref = (agency: string): string =>
  `json_build_object('id', ${agency}.id, 'code', ${agency}.code, 'name', ${agency}.name,
                     'abbreviation', ${agency}.abbreviation)`;

/**
 * Who a group is today, in the order of codes: of a list every agency that was put on it, closed ones with their
 * successor; of a group by level what the levels give.
 */
@Injectable()
export class GroupMembersQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groups: RecipientGroups,
  ) {}

  /** @throws DomainError `not-found`, `request.invalid` for a cursor that is none of ours. */
  async page(actor: Actor, groupId: string, query: PageQuery): Promise<Page<GroupMemberView>> {
    const group = await this.groups.read(actor, groupId);
    const members =
      group.kind === 'list'
        ? 'SELECT agency_id AS id FROM recipient_group_members WHERE group_id = $1 AND $2::uuid IS NOT NULL'
        : 'SELECT id FROM recipients_of_group($1, $2, $3) AS id';
    const rows = await this.database.query<GroupMemberView>(
      `SELECT ${ref('agency')} AS agency, page.closed,
              CASE WHEN successor.id <> agency.id AND (successor.valid_to IS NULL OR successor.valid_to >= $3)
                   THEN ${ref('successor')} END AS successor
         FROM (SELECT agencies.id, coalesce(agencies.valid_to < $3, false) AS closed
                 FROM (${members}) AS member JOIN agencies ON agencies.id = member.id
                WHERE $4::text IS NULL OR agencies.code > $4
                ORDER BY agencies.code LIMIT $5) AS page
         JOIN agencies AS agency ON agency.id = page.id
         LEFT JOIN agencies AS successor ON page.closed AND successor.id = lead_successor(page.id)
        ORDER BY agency.code`,
      [groupId, actor.agencyId, dayOf(this.clock.now()), decodeCursor(query.after, 1)?.[0] ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.agency.code],
      (row) => row,
    );
  }
}
