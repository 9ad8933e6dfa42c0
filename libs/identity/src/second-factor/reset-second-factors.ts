import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { EndSessions } from '../end-sessions.js';
import { People } from '../people/people.js';
import { PersonFactors } from './person-factors.js';

/**
 * Takes all second factors of a person away who lost theirs. Their sessions end, so that whoever has the lost phone in
 * hand is out as well, and the next sign-in tells the person.
 */
@Injectable()
export class ResetSecondFactors {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly factors: PersonFactors,
    private readonly sessions: EndSessions,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `person.own-rights`: one’s own are removed on the account
   * page, where the password is asked for; `second-factor.none-to-reset`
   */
  async execute(actor: Actor, personId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      if (person.id === actor.personId) {
        throw new DomainError('person.own-rights');
      }
      const before = await this.factors.removeAll(personId);
      if (before.apps + before.passkeys === 0) {
        throw new DomainError('second-factor.none-to-reset', { person: person.fullName });
      }
      await this.sessions.execute({ personId });
      await this.audit.record(actor, {
        action: 'second-factors.reset',
        objectType: 'person',
        objectId: personId,
        agencyId: person.posts[0]?.agencyId ?? null,
        note: reason,
        data: { ...before },
        before,
        after: { apps: 0, passkeys: 0 },
      });
    });
  }
}
