import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { SetPassword } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { EndSessions } from '../end-sessions.js';
import { KnownDevices } from '../known-devices.js';
import { PersonPasswords } from '../person-passwords.js';
import { OneTimeLinks } from './one-time-links.js';

/**
 * A person chooses a password by a link, once. It signs nobody in: the sign-in follows as ever, with the second factor
 * where there is one.
 */
@Injectable()
export class SetPasswordByLink {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly passwords: PersonPasswords,
    private readonly endSessions: EndSessions,
    private readonly devices: KnownDevices,
    private readonly audit: Audit,
  ) {}

  /**
   * Ends every session, and forgets every browser but this one: gives its new token.
   *
   * @throws DomainError `link.unusable`; `password.too-weak`, after which the link still works.
   */
  async execute({ token, newPassword }: SetPassword): Promise<string> {
    // Looked at before the hashing, which costs far more than a made-up link should.
    const link = await this.links.find(token);
    const known = link === undefined ? undefined : await this.passwords.of(link.personId);
    if (link === undefined || known === undefined) {
      throw new DomainError('link.unusable');
    }
    const hash = await this.passwords.hashChosen(newPassword, known.names);
    return this.database.transaction(async () => {
      const { personId } = link;
      if (!(await this.links.use(link.id)) || !(await this.passwords.replace(personId, hash))) {
        throw new DomainError('link.unusable');
      }
      const sessionsEnded = await this.endSessions.execute({ personId });
      await this.devices.forgetAll(personId);
      await this.audit.record(null, {
        action: 'password.set-by-link',
        objectType: 'person',
        objectId: personId,
        data: { purpose: link.purpose, sessionsEnded },
      });
      return this.devices.remember(undefined, personId);
    });
  }
}
