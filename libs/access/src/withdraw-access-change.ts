import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, Events } from '#platform';
import { AccessChanges, type ChangeKey } from './access-changes.js';
import { accessChanged } from './access-events.js';
import { mayWithdraw } from './access-policy.js';

/** Who changed the rights, or a leader, takes the change back: reading is at once as it was before. */
@Injectable()
export class WithdrawAccessChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: AccessChanges,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `access.withdrawn`. */
  async execute(actor: Actor, key: ChangeKey): Promise<void> {
    await this.database.transaction(async () => {
      const change = await this.changes.readFor(actor, key);
      if (!mayWithdraw(actor, change)) {
        throw new DomainError('permission.denied');
      }
      const { affected } = await this.database.execute(
        `UPDATE access_changes SET withdrawn_by_post_id = $2, withdrawn_at = $3
          WHERE id = $1 AND withdrawn_at IS NULL`,
        [change.id, actor.postId, this.clock.now()],
      );
      if (affected !== 1) {
        throw new DomainError('access.withdrawn');
      }
      const { objectType, objectId } = key;
      await this.audit.record(actor, {
        action: `${objectType}.access-withdrawn`,
        objectType,
        objectId,
        data: { changeId: change.id, kind: change.kind },
        before: { withdrawn: false },
        after: { withdrawn: true },
      });
      await this.events.emit(accessChanged, { objectType, objectId, agencyId: change.agencyId });
    });
  }
}
