import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { People } from './people.js';

/** Lets a person who was locked out sign in again, in the posts that are still theirs. */
@Injectable()
export class EnablePerson {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly audit: Audit,
  ) {}

  /** A repeat changes nothing. @throws DomainError `not-found`, `permission.denied`, `person.own-rights`. */
  async execute(actor: Actor, personId: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      if (person.id === actor.personId) {
        throw new DomainError('person.own-rights');
      }
      const { affected } = await this.database.execute(
        'UPDATE people SET disabled_at = NULL, version = version + 1 WHERE id = $1 AND disabled_at IS NOT NULL',
        [personId],
      );
      if (affected !== 1) {
        return;
      }
      await this.audit.record(actor, {
        action: 'person.enabled',
        objectType: 'person',
        objectId: personId,
        agencyId: person.posts[0]?.agencyId ?? null,
        before: { disabled: true },
        after: { disabled: false },
      });
    });
  }
}
