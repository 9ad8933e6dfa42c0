import { Injectable } from '@nestjs/common';
import { mostSecondFactors } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';

/** The second factors of one person as a whole: how many there are, while nobody else changes them. */
@Injectable()
export class PersonFactors {
  constructor(private readonly database: Database) {}

  /** Inside a transaction: of two changes for one person the second waits, and then counts what the first left. */
  async hold(personId: string): Promise<void> {
    await this.database.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  }

  async count(personId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM totp_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL)
            + (SELECT count(*) FROM passkeys WHERE person_id = $1) AS count`,
      [personId],
    );
    return row?.count ?? 0;
  }

  /** @throws DomainError `second-factor.too-many` */
  async checkRoom(personId: string): Promise<void> {
    if ((await this.count(personId)) >= mostSecondFactors) {
      throw new DomainError('second-factor.too-many', { most: mostSecondFactors });
    }
  }
}
