import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, NewPost } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { People } from '../people/people.js';
import { mayManagePost } from '../people/person-policy.js';
import { WritePost } from './write-post.js';

/** An administrator gives a person another post. */
@Injectable()
export class AddPost {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly posts: WritePost,
    private readonly audit: Audit,
  ) {}

  /** Gives its id. @throws DomainError `not-found`, `permission.denied`, `person.own-rights` and what `WritePost` refuses. */
  async execute(actor: Actor, personId: string, post: NewPost): Promise<string> {
    return this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      if (person.id === actor.personId) {
        throw new DomainError('person.own-rights');
      }
      if (!mayManagePost(actor, person, post)) {
        throw new DomainError('permission.denied');
      }
      const validFrom = post.validFrom ?? dayOf(this.clock.now());
      const id = await this.posts.execute({ ...post, personId, validFrom });
      await this.audit.record(actor, {
        action: 'post.added',
        objectType: 'person',
        objectId: personId,
        agencyId: post.agencyId,
        after: { ...post, id, validFrom },
      });
      return id;
    });
  }
}
