import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { FollowPeople } from './follow-people.js';
import type { Takeover } from './takeover.js';

/**
 * Posts at closed agencies end the day before, and their holders get the same post at the successor. The unit is left
 * behind with the agency that it was a part of.
 */
@Injectable()
export class MovePosts {
  constructor(
    private readonly database: Database,
    private readonly follow: FollowPeople,
  ) {}

  async execute(takeover: Takeover, title: string): Promise<void> {
    const { planId, effectiveOn, leads, assigned } = takeover;
    await this.database.query(
      `WITH lead AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("agencyId" uuid, "successorId" uuid)),
       assigned AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS row("postId" uuid, "successorId" uuid)),
       moving AS MATERIALIZED (
         SELECT post.*, coalesce(assigned."successorId", lead."successorId") AS successor_id, uuidv7() AS new_id
           FROM posts AS post
           LEFT JOIN assigned ON assigned."postId" = post.id
           LEFT JOIN lead ON lead."agencyId" = post.agency_id
          WHERE (post.id IN (SELECT "postId" FROM assigned) OR post.agency_id IN (SELECT "agencyId" FROM lead))
            AND post.valid_from < $3 AND (post.valid_to IS NULL OR post.valid_to >= $3)),
       added AS (
         INSERT INTO posts (id, person_id, agency_id, role, position, valid_from, valid_to, signing_forms)
         SELECT new_id, person_id, successor_id, role, position, $3, valid_to, signing_forms FROM moving),
       ended AS (
         UPDATE posts AS post SET valid_to = $3::date - 1 FROM moving WHERE post.id = moving.id)
       INSERT INTO reorganisation_moved_posts (plan_id, from_post_id, to_post_id)
       SELECT $4, id, new_id FROM moving`,
      [JSON.stringify(leads), JSON.stringify(assigned), effectiveOn, planId],
    );
    await this.moveFuturePosts(leads, effectiveOn);
    await this.follow.execute(takeover, title);
  }

  /** Who was to begin at a closed agency later begins at the successor. */
  private async moveFuturePosts(leads: Takeover['leads'], effectiveOn: string): Promise<void> {
    await this.database.query(
      `UPDATE posts AS post SET agency_id = lead."successorId", unit_id = NULL
         FROM jsonb_to_recordset($1::jsonb) AS lead("agencyId" uuid, "successorId" uuid)
        WHERE post.agency_id = lead."agencyId" AND post.valid_from >= $2`,
      [JSON.stringify(leads), effectiveOn],
    );
  }
}
