import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { RecipientGroups } from './recipient-groups.js';

/** Whoever keeps a group deletes it: drafts that name it are told so when they are sent, what was sent keeps its record. */
@Injectable()
export class DeleteRecipientGroup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groups: RecipientGroups,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`. */
  async execute(actor: Actor, groupId: string): Promise<void> {
    await this.database.transaction(async () => {
      const group = await this.groups.hold(actor, groupId);
      await this.database.query(
        'UPDATE recipient_groups SET deleted_at = $2, version = version + 1 WHERE id = $1 AND deleted_at IS NULL',
        [groupId, this.clock.now()],
      );
      await this.audit.record(actor, {
        action: 'recipient-group.deleted',
        objectType: 'recipient-group',
        objectId: groupId,
        agencyId: group.agencyId,
        note: group.name,
        before: { name: group.name, levels: [...group.levels], parentId: group.parentId },
      });
    });
  }
}
