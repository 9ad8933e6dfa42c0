import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';

/**
 * The same rule as `recipients_of_group`, counted for many groups at once: what is under an agency is walked once, and
 * every group by level under it sums the levels that it wants. OFFSET 0 has agencies looked up one by one, and not the whole national catalogue read for a join.
 */
const sizes = `
  WITH RECURSIVE shown AS MATERIALIZED (
    SELECT id, kind, levels, parent_id FROM recipient_groups WHERE id = ANY ($1::uuid[])),
  above AS (
    SELECT id, parent_id, level, 0 AS step FROM agencies WHERE id = $2
    UNION ALL
    SELECT parent.id, parent.parent_id, parent.level, above.step + 1
      FROM above JOIN agencies AS parent ON parent.id = above.parent_id
     WHERE above.level <> 'province' AND above.step < 20),
  home AS MATERIALIZED (SELECT id FROM above ORDER BY step DESC LIMIT 1),
  under AS (
    SELECT agency.id AS root, agency.id, agency.level, agency.valid_from, agency.valid_to
      FROM agencies AS agency
     WHERE agency.id = ANY (ARRAY(SELECT coalesce(parent_id, (SELECT id FROM home)) FROM shown WHERE kind = 'level'))
    UNION
    SELECT under.root, child.*
      FROM under CROSS JOIN LATERAL (
           SELECT id, level, valid_from, valid_to FROM agencies WHERE parent_id = under.id OFFSET 0) AS child),
  tally AS MATERIALIZED (
    SELECT root, level, id = root AS is_root, count(*) AS count FROM under
     WHERE valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3) AND id <> $2
     GROUP BY root, level, id = root),
  listed AS MATERIALIZED (
    SELECT group_id, agency_id FROM recipient_group_members WHERE group_id = ANY ($1::uuid[])),
  named AS MATERIALIZED (
    SELECT member.agency_id, place.id
      FROM (SELECT DISTINCT agency_id FROM listed) AS member
     CROSS JOIN LATERAL (
           SELECT id, valid_from, valid_to FROM agencies WHERE id = member.agency_id OFFSET 0) AS agency
     CROSS JOIN LATERAL (
           SELECT agency.id
            WHERE agency.valid_from <= $3 AND (agency.valid_to IS NULL OR agency.valid_to >= $3)
           UNION ALL
           SELECT successor.id FROM agencies AS successor
            WHERE agency.valid_to < $3 AND successor.id = lead_successor(agency.id)
              AND successor.valid_from <= $3 AND (successor.valid_to IS NULL OR successor.valid_to >= $3)) AS place)
  SELECT shown.id, coalesce(sum(tally.count), 0)::integer AS count
    FROM shown
    LEFT JOIN tally ON tally.root = coalesce(shown.parent_id, (SELECT id FROM home))
                   AND tally.level = ANY (shown.levels) AND (shown.parent_id IS NULL OR NOT tally.is_root)
   WHERE shown.kind = 'level' GROUP BY shown.id
  UNION ALL
  SELECT shown.id, count(DISTINCT named.id)::integer
    FROM shown
    LEFT JOIN listed ON listed.group_id = shown.id
    LEFT JOIN named ON named.agency_id = listed.agency_id AND named.id <> $2
   WHERE shown.kind = 'list' GROUP BY shown.id`;

/** How many agencies each of several groups stands for today. */
@Injectable()
export class GroupSizes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** When this agency sends, which is left out of its groups itself. */
  async of(senderId: string, groupIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(sizes, [
      groupIds,
      senderId,
      dayOf(this.clock.now()),
    ]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
