import { Injectable } from '@nestjs/common';
import type { AccessObjectType } from '#contracts';
import type { MovedPost } from '#identity';
import { Database } from '#platform';

export interface FollowedChange {
  readonly id: string;
  readonly objectType: AccessObjectType;
  readonly objectId: string;
  readonly agencyId: string;
}

/**
 * Rights on one document follow the people whom they name, and the change stays theirs who made it. What was withdrawn
 * keeps the posts that it had.
 */
@Injectable()
export class FollowPosts {
  constructor(private readonly database: Database) {}

  /** In the transaction that moves the posts. */
  async execute(moved: readonly MovedPost[]): Promise<FollowedChange[]> {
    return this.database.query<FollowedChange>(
      `WITH moved AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("fromPostId" uuid, "toPostId" uuid)),
       named AS (
         UPDATE access_change_posts AS named SET post_id = moved."toPostId"
           FROM moved, access_changes AS change
          WHERE named.post_id = moved."fromPostId" AND change.id = named.change_id AND change.withdrawn_at IS NULL
         RETURNING named.change_id),
       made AS (
         UPDATE access_changes AS change SET changed_by_post_id = moved."toPostId"
           FROM moved WHERE change.changed_by_post_id = moved."fromPostId" AND change.withdrawn_at IS NULL
         RETURNING change.id)
       SELECT id, object_type AS "objectType", object_id AS "objectId", agency_id AS "agencyId"
         FROM access_changes WHERE id IN (SELECT change_id FROM named UNION SELECT id FROM made) ORDER BY id`,
      [JSON.stringify(moved)],
    );
  }
}
