import { Injectable } from '@nestjs/common';
import type { Actor, WorkReceiver } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { type KnownPost, People } from '../people/people.js';
import { canTakeOver, type GuardedPost, mayManagePost } from '../people/person-policy.js';
import { WritePost } from './write-post.js';

/** The post that takes over: one that is held on that day, or a new one that begins with it. */
@Injectable()
export class ReceivingPost {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly posts: WritePost,
  ) {}

  /**
   * Gives its id; the caller holds the people and posts that are named.
   *
   * @throws DomainError `post.unfit-receiver`, `permission.denied`, `person.own-rights`, and what `WritePost` refuses.
   */
  async of(actor: Actor, from: KnownPost, receiver: WorkReceiver, day: string): Promise<string> {
    if (receiver.kind === 'post') {
      return this.existing(from, receiver.postId, day);
    }
    const { personId, role, unitId, position, signingForms } = receiver;
    const post = { agencyId: from.agencyId, role };
    const person = await this.people.readForChange(actor, personId);
    if (person.id === actor.personId) {
      throw new DomainError('person.own-rights');
    }
    if (!mayManagePost(actor, person, post)) {
      throw new DomainError('permission.denied');
    }
    if (!canTakeOver(from, post) || person.disabledAt !== null) {
      throw new DomainError('post.unfit-receiver');
    }
    return this.posts.execute({ ...post, personId, unitId, position, signingForms, validFrom: day, validTo: null });
  }

  private async existing(from: KnownPost, postId: string, day: string): Promise<string> {
    const [post] = await this.database.query<GuardedPost>(
      `SELECT post.agency_id AS "agencyId", post.role
         FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = $1 AND post.id <> $3 AND person.kind = 'person' AND person.disabled_at IS NULL
          AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)`,
      [postId, day, from.id],
    );
    if (post === undefined || !canTakeOver(from, post)) {
      throw new DomainError('post.unfit-receiver');
    }
    return postId;
  }
}
