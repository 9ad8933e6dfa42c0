import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { EndSessions } from '../end-sessions.js';
import { People } from '../people/people.js';

/** An administrator lets somebody whose account at the provider has changed be matched anew; their sessions end. */
@Injectable()
export class UnlinkIdentitiesOfPerson {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly sessions: EndSessions,
    private readonly audit: Audit,
  ) {}

  /** A repeat changes nothing. @throws DomainError `not-found`, `permission.denied`. */
  async execute(actor: Actor, personId: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      const { rows: identities } = await this.database.execute<{ issuer: string; subject: string }>(
        'DELETE FROM person_identities WHERE person_id = $1 RETURNING issuer, subject',
        [personId],
      );
      if (identities.length === 0) {
        return;
      }
      await this.sessions.execute({ personId });
      await this.audit.record(actor, {
        action: 'identity.unlinked',
        objectType: 'person',
        objectId: personId,
        agencyId: person.posts[0]?.agencyId ?? null,
        before: identities.map(({ issuer, subject }) => ({ issuer, subject })),
      });
    });
  }
}
