import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, type AddPerson as NewPerson, isPermitted } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { WritePost } from '../posts/write-post.js';
import { mayGive } from './person-policy.js';
import { personSearchText } from './person-search-text.js';

/** An administrator adds a person with a first post. They have no password: an invitation lets them choose one. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
    private readonly posts: WritePost,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the id of the person.
   *
   * @throws DomainError `permission.denied`, `person.user-name-taken`, `person.email-taken` and what `WritePost` refuses.
   */
  async execute(actor: Actor, person: NewPerson): Promise<string> {
    if (!isPermitted(actor, 'person:manage') || !mayGive(actor, person.post)) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      await this.structure.hold(actor);
      const id = await this.insert(person);
      const validFrom = person.post.validFrom ?? dayOf(this.clock.now());
      const postId = await this.posts.execute({ ...person.post, personId: id, validFrom });
      await this.audit.record(actor, {
        action: 'person.added',
        objectType: 'person',
        objectId: id,
        agencyId: person.post.agencyId,
        after: { ...person, post: { ...person.post, id: postId, validFrom } },
      });
      return id;
    });
  }

  /** Two who add the same name at once: the second waits for the first and is told. */
  private async insert(person: NewPerson): Promise<string> {
    const now = this.clock.now();
    const id = newId(now.getTime());
    const { affected } = await this.database.execute(
      `INSERT INTO people (id, full_name, user_name, email, search_text, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [id, person.fullName, person.userName, person.email, personSearchText(person), now],
    );
    if (affected === 1) {
      return id;
    }
    const names = await this.database.query('SELECT 1 FROM people WHERE user_name = $1', [person.userName]);
    throw names.length > 0
      ? new DomainError('person.user-name-taken', { userName: person.userName })
      : new DomainError('person.email-taken', { email: person.email ?? '' });
  }
}
