import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { postWorkHandedOver } from '#identity';
import { Clock } from '#kernel';
import { Database, LiveChannel, OnEvent } from '#platform';

type HandedOver = NonNullable<(typeof postWorkHandedOver)['payload']>;

/**
 * What a post has to do of incoming documents becomes another’s with its work, and what waited for a leader waits for
 * the other. Whoever has a part of the same document already gets no second one. What has ended keeps its name.
 */
@Injectable()
export class TakeOverAssignments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(postWorkHandedOver)
  async execute({ fromPostId, toPostId, actor, reason }: HandedOver): Promise<void> {
    const moved = await this.database.query<{ id: string; agencyId: string }>(
      `WITH twice AS (
         UPDATE assignments AS assignment SET state = 'withdrawn', ended_at = $3, changed_at = $3
          WHERE post_id = $1 AND ended_at IS NULL AND role = 'support'
            AND EXISTS (SELECT 1 FROM assignments AS other
                         WHERE other.arrival_id = assignment.arrival_id AND other.ended_at IS NULL
                           AND other.parent_id IS NOT DISTINCT FROM assignment.parent_id AND other.post_id = $2)
          RETURNING id),
       moved AS (
         UPDATE assignments SET post_id = $2, changed_at = $3, seen_at = NULL
          WHERE post_id = $1 AND ended_at IS NULL AND id NOT IN (SELECT id FROM twice) RETURNING arrival_id),
       waiting AS (
         UPDATE arrivals SET submitted_to_post_id = $2
          WHERE submitted_to_post_id = $1 AND state = 'submitted' RETURNING id)
       SELECT id, agency_id AS "agencyId" FROM arrivals
        WHERE id IN (SELECT arrival_id FROM moved UNION SELECT id FROM waiting) ORDER BY id`,
      [fromPostId, toPostId, this.clock.now()],
    );
    if (moved.length === 0) {
      return;
    }
    await this.audit.record(
      actor,
      ...moved.map(({ id, agencyId }) => ({
        action: 'arrival.work-taken-over',
        objectType: 'arrival',
        objectId: id,
        agencyId,
        note: reason,
        before: { postId: fromPostId },
        after: { postId: toPostId },
      })),
    );
    await this.live.publish([...new Set(moved.map(({ agencyId }) => agencyId))], 'arrivals');
  }
}
