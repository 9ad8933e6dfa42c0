import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { postWorkHandedOver } from '#identity';
import { Database, LiveChannel, OnEvent } from '#platform';

type HandedOver = NonNullable<(typeof postWorkHandedOver)['payload']>;

/**
 * Opinions that a post still owes become another’s with its work, and drafts name the new post in the place of the old.
 * What was said keeps the name under which it was.
 */
@Injectable()
export class TakeOverReviews {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(postWorkHandedOver)
  async execute({ fromPostId, toPostId, actor, reason }: HandedOver): Promise<void> {
    await this.database.query(
      `UPDATE document_reviewers AS named SET post_id = $2
        WHERE post_id = $1
          AND NOT EXISTS (SELECT 1 FROM document_reviewers WHERE document_id = named.document_id AND post_id = $2)`,
      [fromPostId, toPostId],
    );
    await this.database.query('DELETE FROM document_reviewers WHERE post_id = $1', [fromPostId]);
    const moved = await this.database.query<{ id: string; agencyId: string }>(
      `WITH moved AS (
         UPDATE review_steps SET post_id = $2
          WHERE post_id = $1 AND state IN ('waiting', 'asked') RETURNING document_id)
       SELECT id, agency_id AS "agencyId" FROM documents WHERE id IN (SELECT document_id FROM moved) ORDER BY id`,
      [fromPostId, toPostId],
    );
    if (moved.length === 0) {
      return;
    }
    await this.audit.record(
      actor,
      ...moved.map(({ id, agencyId }) => ({
        action: 'document.review-taken-over',
        objectType: 'document',
        objectId: id,
        agencyId,
        note: reason,
        before: { postId: fromPostId },
        after: { postId: toPostId },
      })),
    );
    await this.live.publish([...new Set(moved.map(({ agencyId }) => agencyId))], 'documents');
  }
}
