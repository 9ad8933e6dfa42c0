import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { EndSessions } from '../end-sessions.js';
import { People } from './people.js';
import { SystemAdministrators } from './system-administrators.js';

/** Locks a person out: no sign-in any more, and every session ends at once. */
@Injectable()
export class DisablePerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly administrators: SystemAdministrators,
    private readonly sessions: EndSessions,
    private readonly audit: Audit,
  ) {}

  /** A repeat changes nothing. @throws DomainError `not-found`, `permission.denied`, `person.own-rights`, `person.last-administrator`. */
  async execute(actor: Actor, personId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      if (person.id === actor.personId) {
        throw new DomainError('person.own-rights');
      }
      const isAdministrator = await this.administrators.hold(person);
      const { affected } = await this.database.execute(
        'UPDATE people SET disabled_at = $2, version = version + 1 WHERE id = $1 AND disabled_at IS NULL',
        [personId, this.clock.now()],
      );
      if (affected !== 1) {
        return;
      }
      if (isAdministrator) {
        await this.administrators.check();
      }
      await this.sessions.execute({ personId });
      await this.audit.record(actor, {
        action: 'person.disabled',
        objectType: 'person',
        objectId: personId,
        agencyId: person.posts[0]?.agencyId ?? null,
        note: reason,
        before: { disabled: false },
        after: { disabled: true },
      });
    });
  }
}
