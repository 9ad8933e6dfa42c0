import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';

/** Forgets which account at the provider is the actor’s own; the next sign-in there is matched anew. */
@Injectable()
export class UnlinkIdentity {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, also for an identity of somebody else. */
  async execute(actor: Actor, identityId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { rows } = await this.database.execute<{ issuer: string; subject: string }>(
        'DELETE FROM person_identities WHERE id = $1 AND person_id = $2 RETURNING issuer, subject',
        [identityId, actor.personId],
      );
      const [identity] = rows;
      if (identity === undefined) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'identity.unlinked',
        objectType: 'person',
        objectId: actor.personId,
        data: { identityId },
        before: { issuer: identity.issuer, subject: identity.subject },
      });
    });
  }
}
