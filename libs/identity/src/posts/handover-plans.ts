import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { hasEnded, type KnownPost } from '../people/people.js';
import { checkLastDay, dayBefore } from './post-days.js';

export interface HandoverPlan {
  readonly from: KnownPost;
  /** The last day of the post. */
  readonly validTo: string | null;
  readonly toPostId: string;
  /** From which its work is the other’s: the day after its last one, or later where it had ended before. */
  readonly day: string;
  readonly reason: string;
}

/** The hand-overs that are on record, and what they say about the end of a post. */
@Injectable()
export class HandoverPlans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Ends the post on the day before, where it has not ended, and gives its last day. Whoever else changes the end of this
   * post waits.
   *
   * @throws DomainError `post.day-passed`, `post.days-crossed`, `post.handed-over`, `post.awaits-work`.
   */
  async endPost(post: KnownPost, day: string): Promise<string | null> {
    await this.checkEnd(post, dayBefore(day));
    if (hasEnded(post, dayOf(this.clock.now()))) {
      return post.validTo;
    }
    await this.database.query('UPDATE posts SET valid_to = $2 WHERE id = $1', [post.id, dayBefore(day)]);
    return dayBefore(day);
  }

  /** Gives its id. */
  async write(actor: Actor, plan: HandoverPlan): Promise<string> {
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.query(
      `INSERT INTO post_handovers (id, from_post_id, to_post_id, effective_on, reason, made_by_post_id, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, plan.from.id, plan.toPostId, plan.day, plan.reason, actor.postId, now],
    );
    await this.audit.record(actor, {
      action: 'post.handed-over',
      objectType: 'person',
      objectId: plan.from.personId,
      agencyId: plan.from.agencyId,
      note: plan.reason,
      before: { postId: plan.from.id, validTo: plan.from.validTo },
      after: { postId: plan.from.id, validTo: plan.validTo, toPostId: plan.toPostId, day: plan.day },
    });
    return id;
  }

  /**
   * Whether a post may end on this day (null: never). Holds the post, so that a hand-over to it and its end go one
   * after the other.
   *
   * @throws DomainError `post.day-passed`, `post.days-crossed`, `post.handed-over`, `post.awaits-work`.
   */
  async checkEnd(post: KnownPost, lastDay: string | null): Promise<void> {
    checkLastDay(post.validFrom, lastDay, dayOf(this.clock.now()));
    await this.hold([post.id]);
    const [plan] = await this.database.query<{ day: string; isOwn: boolean }>(
      `SELECT effective_on AS day, from_post_id = $1 AS "isOwn" FROM post_handovers
        WHERE from_post_id = $1 OR (to_post_id = $1 AND done_at IS NULL AND effective_on > $2::date)
        ORDER BY from_post_id = $1 DESC, effective_on DESC LIMIT 1`,
      [post.id, lastDay],
    );
    if (plan !== undefined) {
      throw new DomainError(plan.isOwn ? 'post.handed-over' : 'post.awaits-work', { day: plan.day });
    }
  }

  /** Several at once, in one order. */
  async hold(postIds: readonly string[]): Promise<void> {
    await this.database.query('SELECT 1 FROM posts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [postIds]);
  }
}
