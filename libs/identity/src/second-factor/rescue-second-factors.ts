import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Database } from '#platform';
import { EndSessions } from '../end-sessions.js';
import { PersonFactors } from './person-factors.js';

/** Takes the second factors away of an administrator whom no other can help: for who has the server in hand. */
@Injectable()
export class RescueSecondFactors {
  constructor(
    private readonly database: Database,
    private readonly factors: PersonFactors,
    private readonly sessions: EndSessions,
    private readonly audit: Audit,
  ) {}

  /** Whether there is such a person with a second factor. */
  async execute(userName: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const [person] = await this.database.query<{ id: string }>(
        "SELECT id FROM people WHERE user_name = $1 AND kind = 'person' AND has_second_factor(id) FOR NO KEY UPDATE",
        [userName.trim().toLowerCase()],
      );
      if (person === undefined) {
        return false;
      }
      const before = await this.factors.removeAll(person.id);
      await this.sessions.execute({ personId: person.id });
      await this.audit.record(null, {
        action: 'second-factors.reset',
        objectType: 'person',
        objectId: person.id,
        data: { ...before, on: 'server' },
        before,
        after: { apps: 0, passkeys: 0 },
      });
      return true;
    });
  }
}
