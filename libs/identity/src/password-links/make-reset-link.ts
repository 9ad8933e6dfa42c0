import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Database } from '#platform';
import { type NewLink, OneTimeLinks } from './one-time-links.js';

/** A link from the server’s own command line, for an administrator who is locked out. */
@Injectable()
export class MakeResetLink {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly audit: Audit,
  ) {}

  /** Undefined when nobody has that user name. */
  async execute(userName: string): Promise<NewLink | undefined> {
    return this.database.transaction(async () => {
      const [person] = await this.database.query<{ id: string }>(
        "SELECT id FROM people WHERE user_name = $1 AND kind = 'person' AND disabled_at IS NULL FOR UPDATE",
        [userName.trim().toLowerCase()],
      );
      if (person === undefined) {
        return undefined;
      }
      await this.audit.record(null, { action: 'password.reset-made', objectType: 'person', objectId: person.id });
      return this.links.make(person.id, 'reset', null);
    });
  }
}
