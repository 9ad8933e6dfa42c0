import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';

/** Gives one of the own factors a name by which its person knows it. */
@Injectable()
export class RenameSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, factorId: string, name: string): Promise<void> {
    await this.database.transaction(async () => {
      const renamed = await this.rename(actor.personId, factorId, name);
      if (!renamed) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'second-factor.renamed',
        objectType: 'person',
        objectId: actor.personId,
        data: { id: factorId, name },
      });
    });
  }

  private async rename(personId: string, factorId: string, name: string): Promise<boolean> {
    const values = [factorId, personId, name];
    const apps = await this.database.execute(
      'UPDATE totp_factors SET name = $3 WHERE id = $1 AND person_id = $2 AND confirmed_at IS NOT NULL',
      values,
    );
    const passkeys = await this.database.execute(
      'UPDATE passkeys SET name = $3 WHERE id = $1 AND person_id = $2',
      values,
    );
    return apps.affected + passkeys.affected > 0;
  }
}
