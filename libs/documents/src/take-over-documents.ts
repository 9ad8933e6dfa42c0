import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { postWorkHandedOver } from '#identity';
import { Clock } from '#kernel';
import { Database, LiveChannel, OnEvent } from '#platform';

type HandedOver = NonNullable<(typeof postWorkHandedOver)['payload']>;

interface Moved {
  readonly id: string;
  readonly agencyId: string;
}

/**
 * A post’s unfinished documents become another’s: its drafts and returned documents, what it has laid before a leader,
 * and what waits for its signature. What was approved or issued keeps the names under which it was.
 */
@Injectable()
export class TakeOverDocuments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(postWorkHandedOver)
  async execute({ fromPostId, toPostId, actor, reason }: HandedOver): Promise<void> {
    const moved = await this.database.query<Moved>(
      `WITH moved AS (
         UPDATE documents
            SET drafter_post_id = CASE WHEN drafter_post_id = $1 THEN $2 ELSE drafter_post_id END,
                signer_post_id = CASE WHEN signer_post_id = $1 THEN $2 ELSE signer_post_id END,
                version = version + 1, updated_at = $3
          WHERE (drafter_post_id = $1 OR signer_post_id = $1) AND state IN ('draft', 'returned', 'in-review', 'submitted')
          RETURNING id, agency_id)
       SELECT id, agency_id AS "agencyId" FROM moved ORDER BY id`,
      [fromPostId, toPostId, this.clock.now()],
    );
    if (moved.length === 0) {
      return;
    }
    await this.audit.record(
      actor,
      ...moved.map(({ id, agencyId }) => ({
        action: 'document.taken-over',
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
