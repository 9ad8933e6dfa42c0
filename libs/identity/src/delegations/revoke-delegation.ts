import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { type KnownDelegation, mayDelegateFor, mayRevoke } from './delegation-policy.js';

/** Takes a delegation back: the one who stands in loses the desk at the next request. */
@Injectable()
export class RevokeDelegation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `delegation.over`. */
  async execute(actor: Actor, delegationId: string): Promise<void> {
    await this.database.transaction(async () => {
      const delegation = await this.read(actor, delegationId);
      const { affected } = mayRevoke(actor, delegation, dayOf(this.clock.now()))
        ? await this.database.execute(
            'UPDATE delegations SET revoked_at = $2, revoked_by_post_id = $3 WHERE id = $1 AND revoked_at IS NULL',
            [delegationId, this.clock.now(), actor.postId],
          )
        : { affected: 0 };
      if (affected !== 1) {
        throw new DomainError('delegation.over');
      }
      await this.audit.record(actor, {
        action: 'delegation.revoked',
        objectType: 'person',
        objectId: delegation.fromPersonId,
        agencyId: delegation.agencyId,
        before: { id: delegationId, revoked: false },
        after: { id: delegationId, revoked: true },
      });
    });
  }

  private async read(actor: Actor, id: string): Promise<KnownDelegation> {
    if (!isPermitted(actor, 'delegation:manage-own') && !isPermitted(actor, 'person:manage')) {
      throw new DomainError('permission.denied');
    }
    const [delegation] = await this.database.query<KnownDelegation>(
      `SELECT delegation.valid_from AS "validFrom", delegation.valid_to AS "validTo",
              delegation.revoked_at AS "revokedAt", post.id AS "fromPostId", post.person_id AS "fromPersonId",
              post.agency_id AS "agencyId", post.role
         FROM delegations AS delegation JOIN posts AS post ON post.id = delegation.from_post_id
        WHERE delegation.id = $1`,
      [id],
    );
    const isOwn = delegation?.fromPersonId === actor.personId;
    if (
      delegation === undefined ||
      !(isOwn || mayDelegateFor(actor, { id: delegation.fromPostId, agencyId: delegation.agencyId }))
    ) {
      throw new DomainError('not-found');
    }
    return delegation;
  }
}
