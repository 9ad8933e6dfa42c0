import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { MovedPost } from '../posts/moved-post.js';

/** A delegation as it goes on. */
export interface FollowedDelegation {
  readonly personId: string;
  readonly agencyId: string;
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * Delegations go on between the new posts of two people who came to the same agency. One that runs ends with the old
 * posts and begins again with the new ones, so that it stays on record who stood in until then. [own] Between posts that
 * came to different agencies it ends with the old posts.
 */
@Injectable()
export class FollowDelegations {
  constructor(private readonly database: Database) {}

  /** In the transaction that moves the posts. */
  async execute(moved: readonly MovedPost[], day: string): Promise<FollowedDelegation[]> {
    return this.database.query<FollowedDelegation>(
      `WITH moved AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("fromPostId" uuid, "toPostId" uuid)),
       lasting AS MATERIALIZED (
         SELECT delegation.*, absent.id AS absent_id, absent.person_id, absent.agency_id, present.id AS present_id,
                delegation.valid_from < $2 AS is_running
           FROM delegations AS delegation
           JOIN moved AS absent_moved ON absent_moved."fromPostId" = delegation.from_post_id
           JOIN moved AS present_moved ON present_moved."fromPostId" = delegation.to_post_id
           JOIN posts AS absent ON absent.id = absent_moved."toPostId"
           JOIN posts AS present ON present.id = present_moved."toPostId" AND present.agency_id = absent.agency_id
          WHERE delegation.revoked_at IS NULL AND delegation.valid_to >= $2),
       ended AS (
         UPDATE delegations AS delegation SET valid_to = $2::date - 1
           FROM lasting WHERE delegation.id = lasting.id AND lasting.is_running),
       begun AS (
         INSERT INTO delegations (id, from_post_id, to_post_id, valid_from, valid_to, reason, made_by_post_id, made_at)
         SELECT uuidv7(), absent_id, present_id, $2, valid_to, reason, made_by_post_id, made_at
           FROM lasting WHERE is_running),
       coming AS (
         UPDATE delegations AS delegation SET from_post_id = lasting.absent_id, to_post_id = lasting.present_id
           FROM lasting WHERE delegation.id = lasting.id AND NOT lasting.is_running)
       SELECT person_id AS "personId", agency_id AS "agencyId", absent_id AS "fromPostId", present_id AS "toPostId",
              greatest(valid_from, $2::date) AS "validFrom", valid_to AS "validTo"
         FROM lasting ORDER BY id`,
      [JSON.stringify(moved), day],
    );
  }
}
