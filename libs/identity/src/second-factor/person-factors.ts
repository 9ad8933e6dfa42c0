import { Injectable } from '@nestjs/common';
import { mostSecondFactors } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';

/** How many there were; as a type, because it goes on record as it is. */
export type RemovedFactors = Readonly<Record<'apps' | 'passkeys', number>>;

/** The second factors of one person as a whole: how many there are, while nobody else changes them. */
@Injectable()
export class PersonFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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

  /** Takes all of them away, with the recovery codes, and leaves word for their owner. */
  async removeAll(personId: string): Promise<RemovedFactors> {
    const apps = await this.database.execute(
      'DELETE FROM totp_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL',
      [personId],
    );
    const passkeys = await this.database.execute('DELETE FROM passkeys WHERE person_id = $1', [personId]);
    await this.database.query('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
    await this.database.query(
      `INSERT INTO second_factor_resets (person_id, reset_at) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET reset_at = EXCLUDED.reset_at`,
      [personId, this.clock.now()],
    );
    return { apps: apps.affected, passkeys: passkeys.affected };
  }

  /** @throws DomainError `second-factor.too-many` */
  async checkRoom(personId: string): Promise<void> {
    if ((await this.count(personId)) >= mostSecondFactors) {
      throw new DomainError('second-factor.too-many', { most: mostSecondFactors });
    }
  }
}
