import { Injectable } from '@nestjs/common';
import type { OneTimeLinkView } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { PersonPasswords } from '../person-passwords.js';
import { OneTimeLinks } from './one-time-links.js';

/** Whom a link is for: who holds it is told the user name to sign in with. */
@Injectable()
export class OneTimeLinkQuery {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly passwords: PersonPasswords,
  ) {}

  /** @throws DomainError `link.unusable` for one that is used, expired, replaced or made up alike. */
  async show(token: string): Promise<OneTimeLinkView> {
    const link = await this.links.find(token);
    const [person] = await this.database.query<{ fullName: string; userName: string }>(
      'SELECT full_name AS "fullName", user_name AS "userName" FROM people WHERE id = $1 AND disabled_at IS NULL',
      [link?.personId ?? null],
    );
    if (link === undefined || person === undefined) {
      throw new DomainError('link.unusable');
    }
    const known = await this.passwords.of(link.personId);
    return {
      purpose: link.purpose,
      fullName: person.fullName,
      userName: person.userName,
      words: (known?.names ?? []).filter((name) => name !== ''),
      expiresAt: link.expiresAt.toISOString(),
    };
  }
}
