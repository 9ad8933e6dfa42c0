import { Injectable } from '@nestjs/common';
import type { Actor, SecondFactorKind, SecondFactorsView } from '#contracts';
import { Database } from '#platform';
import type { PasskeySite } from './passkey-site.js';

interface Row {
  readonly id: string;
  readonly kind: SecondFactorKind;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

interface Facts {
  readonly isRequired: boolean;
  readonly recoveryCodesLeft: number;
  readonly resetAt: Date | null;
}

/** The own second factors, as the account page shows them. */
@Injectable()
export class SecondFactorsQuery {
  constructor(private readonly database: Database) {}

  async of({ personId, role }: Actor, site: PasskeySite | null): Promise<SecondFactorsView> {
    const rows = await this.database.query<Row>(
      `SELECT id, 'totp' AS kind, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM totp_factors
        WHERE person_id = $1 AND confirmed_at IS NOT NULL
       UNION ALL
       SELECT id, 'passkey', name, created_at, last_used_at FROM passkeys WHERE person_id = $1
       ORDER BY "createdAt", id`,
      [personId],
    );
    const facts = await this.factsOf(personId, role);
    return {
      ...facts,
      resetAt: facts.resetAt?.toISOString() ?? null,
      passkeysPossible: site !== null,
      factors: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.name,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      })),
    };
  }

  private async factsOf(personId: string, role: string): Promise<Facts> {
    const [row] = await this.database.query<Facts>(
      `SELECT EXISTS (SELECT 1 FROM second_factor_rules WHERE role = $2) AS "isRequired",
              (SELECT count(*) FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL) AS "recoveryCodesLeft",
              (SELECT reset_at FROM second_factor_resets WHERE person_id = $1) AS "resetAt"`,
      [personId, role],
    );
    return row ?? { isRequired: false, recoveryCodesLeft: 0, resetAt: null };
  }
}
