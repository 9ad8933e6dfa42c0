import { Injectable } from '@nestjs/common';
import type { MovedPost } from '#identity';
import { Database } from '#platform';

/**
 * What was sent to somebody to know stays in their box, read or not, when a reorganisation gives them another post; what
 * is still a draft names the new post.
 */
@Injectable()
export class FollowNotices {
  constructor(private readonly database: Database) {}

  /** In the transaction that moves the posts. */
  async execute(moved: readonly MovedPost[]): Promise<void> {
    await this.database.query(
      `WITH moved AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("fromPostId" uuid, "toPostId" uuid)),
       named AS (
         UPDATE document_informed_posts AS named SET post_id = moved."toPostId"
           FROM moved, documents AS document
          WHERE named.post_id = moved."fromPostId" AND document.id = named.document_id
            AND content_is_open(document.state))
       UPDATE document_notices AS notice SET reader_post_id = moved."toPostId"
         FROM moved WHERE notice.reader_post_id = moved."fromPostId"`,
      [JSON.stringify(moved)],
    );
  }
}
