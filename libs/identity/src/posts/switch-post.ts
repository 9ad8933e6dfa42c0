import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { Sessions } from '../sessions.js';

/** Somebody with several posts goes on working in another of them, in the same session. */
@Injectable()
export class SwitchPost {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the new token of the session: other rights, other token. What was open in other windows in the old post can’t
   * be saved in the new one by mistake.
   *
   * @throws DomainError `not-found` for a post that is not the actor’s own today.
   */
  async execute(actor: Actor, sessionId: string, postId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `UPDATE sessions SET post_id = post.id
           FROM posts AS post
          WHERE sessions.id = $1 AND sessions.person_id = $2 AND post.id = $3 AND post.person_id = $2
            AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4)`,
        [sessionId, actor.personId, postId, dayOf(this.clock.now())],
      );
      if (affected !== 1) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'session.post-switched',
        objectType: 'person',
        objectId: actor.personId,
        before: { postId: actor.postId },
        after: { postId },
      });
      return this.sessions.rotate(sessionId);
    });
  }
}
