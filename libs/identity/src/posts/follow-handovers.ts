import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { MovedPost } from './moved-post.js';

/** A planned hand-over whose posts were moved: as it was when it ends, as it is when it goes on. */
export interface FollowedHandover {
  readonly personId: string;
  readonly agencyId: string;
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly goesOn: boolean;
}

/**
 * Planned hand-overs go on between the new posts. One whose two posts are no longer of the same agency is taken back:
 * the work of one agency is never handed to another. [own] What was handed over before stays as it was.
 */
@Injectable()
export class FollowHandovers {
  constructor(private readonly database: Database) {}

  /** In the transaction that moves the posts, when the successors are known. */
  async execute(moved: readonly MovedPost[]): Promise<FollowedHandover[]> {
    // A post that ends with the day before is not moved itself: what it leaves is at the successor of its agency.
    return this.database.query<FollowedHandover>(
      `WITH moved AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("fromPostId" uuid, "toPostId" uuid)),
       planned AS MATERIALIZED (
         SELECT handover.id, handover.effective_on, handover.reason, giver.id AS giver_id, giver.person_id,
                receiver.id AS receiver_id, receiver.agency_id,
                receiver.agency_id = CASE WHEN giver_moved."toPostId" IS NULL THEN lead_successor(giver.agency_id)
                                          ELSE giver.agency_id END AS goes_on
           FROM post_handovers AS handover
           LEFT JOIN moved AS giver_moved ON giver_moved."fromPostId" = handover.from_post_id
           LEFT JOIN moved AS receiver_moved ON receiver_moved."fromPostId" = handover.to_post_id
           JOIN posts AS giver ON giver.id = coalesce(giver_moved."toPostId", handover.from_post_id)
           JOIN posts AS receiver ON receiver.id = coalesce(receiver_moved."toPostId", handover.to_post_id)
          WHERE handover.done_at IS NULL
            AND (giver_moved."toPostId" IS NOT NULL OR receiver_moved."toPostId" IS NOT NULL)),
       followed AS (
         UPDATE post_handovers AS handover SET from_post_id = planned.giver_id, to_post_id = planned.receiver_id
           FROM planned WHERE handover.id = planned.id AND planned.goes_on),
       taken_back AS (
         DELETE FROM post_handovers AS handover
          USING planned WHERE handover.id = planned.id AND NOT planned.goes_on)
       SELECT person_id AS "personId", agency_id AS "agencyId", giver_id AS "fromPostId", receiver_id AS "toPostId",
              effective_on AS "effectiveOn", reason, goes_on AS "goesOn"
         FROM planned ORDER BY id`,
      [JSON.stringify(moved)],
    );
  }
}
