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
      const before = await this.rename(actor.personId, factorId, name);
      if (before === undefined) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'second-factor.renamed',
        objectType: 'person',
        objectId: actor.personId,
        data: { id: factorId, name },
        before: { id: factorId, name: before },
        after: { id: factorId, name },
      });
    });
  }

  /** Gives the name that it had. */
  private async rename(personId: string, factorId: string, name: string): Promise<string | undefined> {
    const { rows } = await this.database.execute<{ name: string }>(
      `WITH app AS (
         UPDATE totp_factors SET name = $3 WHERE id = $1 AND person_id = $2 AND confirmed_at IS NOT NULL
         RETURNING old.name),
       passkey AS (UPDATE passkeys SET name = $3 WHERE id = $1 AND person_id = $2 RETURNING old.name)
       SELECT name FROM app UNION ALL SELECT name FROM passkey`,
      [factorId, personId, name],
    );
    return rows[0]?.name;
  }
}
