import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { EndSessions } from './end-sessions.js';
import { People } from './people/people.js';

/** An administrator signs somebody out everywhere: a lost phone, a browser that nobody can reach. */
@Injectable()
export class EndSessionsOfPerson {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly sessions: EndSessions,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`. */
  async execute(actor: Actor, personId: string): Promise<void> {
    await this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      const ended = await this.sessions.execute({ personId });
      await this.audit.record(actor, {
        action: 'session.revoked',
        objectType: 'person',
        objectId: personId,
        agencyId: person.posts[0]?.agencyId ?? null,
        data: { ended },
      });
    });
  }
}
