import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, Events } from '#platform';
import { AccessChanges, type ChangeKey } from './access-changes.js';
import { accessChanged } from './access-events.js';
import { isOwnChange } from './access-policy.js';

/** Another authorised person confirms a change of rights, which until then stands as unconfirmed (Annex VI, III.3c). */
@Injectable()
export class ConfirmAccessChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: AccessChanges,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `access.own-change`, `access.already-confirmed`,
   * `access.withdrawn`.
   */
  async execute(actor: Actor, key: ChangeKey): Promise<void> {
    await this.database.transaction(async () => {
      const change = await this.changes.readFor(actor, key);
      if (!isPermitted(actor, 'access:confirm')) {
        throw new DomainError('permission.denied');
      }
      if (isOwnChange(actor, change)) {
        throw new DomainError('access.own-change');
      }
      const { affected } = await this.database.execute(
        `UPDATE access_changes SET confirmed_by_post_id = $2, confirmed_at = $3
          WHERE id = $1 AND confirmed_at IS NULL AND withdrawn_at IS NULL`,
        [change.id, actor.postId, this.clock.now()],
      );
      if (affected !== 1) {
        throw new DomainError(change.withdrawnAt === null ? 'access.already-confirmed' : 'access.withdrawn');
      }
      const { objectType, objectId } = key;
      await this.audit.record(actor, {
        action: `${objectType}.access-confirmed`,
        objectType,
        objectId,
        data: { changeId: change.id, kind: change.kind },
        before: { confirmed: false },
        after: { confirmed: true },
      });
      await this.events.emit(accessChanged, { objectType, objectId, agencyId: change.agencyId });
    });
  }
}
