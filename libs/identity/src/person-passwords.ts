import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { checkStrength } from './password-strength.js';
import { hashPassword } from './password.js';

export interface KnownPassword {
  /** Null for somebody who never had one. */
  readonly hash: string | null;
  /** Of the person and of where they work: what a password must not be made of. */
  readonly names: readonly string[];
}

/** The passwords of people: kept as hashes, strong, and never two at once. */
@Injectable()
export class PersonPasswords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<KnownPassword | undefined> {
    const [row] = await this.database.query<KnownPassword>(
      `SELECT person.password_hash AS hash,
              ARRAY[person.full_name, person.user_name, coalesce(split_part(person.email, '@', 1), '')]
                || coalesce(array_agg(agency.name) FILTER (WHERE agency.id IS NOT NULL), '{}')
                || coalesce(array_agg(agency.abbreviation) FILTER (WHERE agency.id IS NOT NULL), '{}') AS names
         FROM people AS person
         LEFT JOIN posts AS post ON post.person_id = person.id AND (post.valid_to IS NULL OR post.valid_to >= $2)
         LEFT JOIN agencies AS agency ON agency.id = post.agency_id
        WHERE person.id = $1 GROUP BY person.id`,
      [personId, dayOf(this.clock.now())],
    );
    return row;
  }

  /** The hash of a password that somebody chose. @throws DomainError `password.too-weak`. */
  async hashChosen(password: string, names: readonly string[]): Promise<string> {
    await checkStrength(password, names);
    return hashPassword(password);
  }

  /**
   * Sets a password that its owner chose and ends every link by which one could be set. With `expected`, only in the
   * place of that hash: gives false when somebody was quicker.
   */
  async replace(personId: string, hash: string, expected?: string): Promise<boolean> {
    const { affected } = await this.database.execute(
      `UPDATE people SET password_hash = $2, password_temporary = false
        WHERE id = $1 AND disabled_at IS NULL AND ($3::text IS NULL OR password_hash = $3)`,
      [personId, hash, expected ?? null],
    );
    await this.database.query('DELETE FROM one_time_links WHERE person_id = $1 AND used_at IS NULL', [personId]);
    return affected === 1;
  }
}
