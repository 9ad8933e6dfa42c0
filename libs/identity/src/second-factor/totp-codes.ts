import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { TotpSecrets } from './totp-secrets.js';
import { stepOf } from './totp.js';

interface FactorRow {
  readonly id: string;
  readonly sealedSecret: string;
}

/** Codes that the apps of a person show. */
@Injectable()
export class TotpCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: TotpSecrets,
  ) {}

  /** Whether one of the person’s apps shows this code now and it was not used yet; from now on it is. */
  async take(personId: string, code: string): Promise<boolean> {
    const factors = await this.database.query<FactorRow>(
      `SELECT id, sealed_secret AS "sealedSecret" FROM totp_factors
        WHERE person_id = $1 AND confirmed_at IS NOT NULL ORDER BY id`,
      [personId],
    );
    for (const factor of factors) {
      if (await this.takeOf(factor, code)) {
        return true;
      }
    }
    return false;
  }

  /** Of two requests with the same code the guarded update lets one through (RFC 6238, 5.2: a code is taken once). */
  private async takeOf({ id, sealedSecret }: FactorRow, code: string): Promise<boolean> {
    const now = this.clock.now();
    const step = stepOf(code, this.secrets.open(sealedSecret, id), now);
    if (step === undefined) {
      return false;
    }
    const { affected } = await this.database.execute(
      'UPDATE totp_factors SET last_step = $2, last_used_at = $3 WHERE id = $1 AND last_step < $2',
      [id, step, now],
    );
    return affected === 1;
  }
}
