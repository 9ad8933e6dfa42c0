import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, Role } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { checkMayManageRules } from './second-factor-policy.js';

/**
 * Says which roles need a second factor. It holds at once: people of such a role who have none are asked for one at
 * their next request, whatever they are doing.
 */
@Injectable()
export class RequireSecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, roles: readonly Role[]): Promise<void> {
    checkMayManageRules(actor);
    await this.database.transaction(async () => {
      // Two administrators at once: the second sees on record what the first left.
      await this.database.query('LOCK TABLE second_factor_rules IN SHARE ROW EXCLUSIVE MODE');
      const before = await this.rolesOfNow();
      await this.database.query('DELETE FROM second_factor_rules WHERE role <> ALL ($1)', [roles]);
      await this.database.query(
        `INSERT INTO second_factor_rules (role, required_since) SELECT DISTINCT role, $2::timestamptz
           FROM unnest($1::text[]) AS role ON CONFLICT (role) DO NOTHING`,
        [roles, this.clock.now()],
      );
      const after = await this.rolesOfNow();
      await this.audit.record(actor, {
        action: 'second-factor-rules.changed',
        objectType: 'second-factor-rules',
        objectId: 'installation',
        data: { roles: after },
        before: { roles: before },
        after: { roles: after },
      });
    });
  }

  private async rolesOfNow(): Promise<Role[]> {
    const rows = await this.database.query<{ role: Role }>('SELECT role FROM second_factor_rules ORDER BY role');
    return rows.map(({ role }) => role);
  }
}
