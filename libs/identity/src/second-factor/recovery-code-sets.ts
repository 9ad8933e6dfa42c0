import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { newRecoveryCodes, recoveryCodeDigest } from './recovery-codes.js';

/** The recovery codes that a person holds on paper. */
@Injectable()
export class RecoveryCodeSets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new set in the place of the one before; its codes are given this once and kept nowhere. */
  async replace(personId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.remove(personId);
    await this.database.query(
      `INSERT INTO recovery_codes (person_id, code_digest, created_at)
       SELECT $1, digest, $3 FROM unnest($2::text[]) AS digest`,
      [personId, codes.map(recoveryCodeDigest), this.clock.now()],
    );
    return codes;
  }

  async remove(personId: string): Promise<void> {
    await this.database.query('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
  }

  async left(personId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*) AS count FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL',
      [personId],
    );
    return row?.count ?? 0;
  }

  async hasSet(personId: string): Promise<boolean> {
    return (
      (await this.database.query('SELECT 1 FROM recovery_codes WHERE person_id = $1 LIMIT 1', [personId])).length > 0
    );
  }

  /** Whether the code was one of the person’s and not used yet; from now on it is. */
  async take(personId: string, code: string): Promise<boolean> {
    const { affected } = await this.database.execute(
      'UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_digest = $2 AND used_at IS NULL',
      [personId, recoveryCodeDigest(code), this.clock.now()],
    );
    return affected === 1;
  }
}
