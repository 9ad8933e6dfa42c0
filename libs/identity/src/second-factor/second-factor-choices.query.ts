import { Injectable } from '@nestjs/common';
import type { Actor, SecondFactorChoices } from '#contracts';
import { Database } from '#platform';
import type { PasskeySite } from './passkey-site.js';

/** What a person can show at this sign-in. */
@Injectable()
export class SecondFactorChoicesQuery {
  constructor(private readonly database: Database) {}

  async of({ personId }: Actor, site: PasskeySite | null): Promise<SecondFactorChoices> {
    const [row] = await this.database.query<SecondFactorChoices>(
      `SELECT EXISTS (SELECT 1 FROM totp_factors WHERE person_id = $1 AND confirmed_at IS NOT NULL) AS totp,
              EXISTS (SELECT 1 FROM passkeys WHERE person_id = $1 AND site = $2) AS passkey,
              EXISTS (SELECT 1 FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL) AS "recoveryCode"`,
      [personId, site?.host ?? ''],
    );
    return row ?? { totp: false, passkey: false, recoveryCode: false };
  }
}
