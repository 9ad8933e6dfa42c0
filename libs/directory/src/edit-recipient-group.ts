import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, EditRecipientGroup as Fields } from '#contracts';
import { DomainError, foldVietnamese } from '#kernel';
import { Database } from '#platform';
import { checkLevels } from './group-levels.js';
import { RecipientGroups } from './recipient-groups.js';

interface EditGroupCommand {
  readonly groupId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly fields: Fields;
}

/** Whoever keeps a group renames it, or changes which levels it stands for; nothing that was sent changes by it. */
@Injectable()
export class EditRecipientGroup {
  constructor(
    private readonly database: Database,
    private readonly groups: RecipientGroups,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `group.stale`, `group.name-taken`, `group.levels-wrong`,
   * `group.unknown-agency`.
   */
  async execute(actor: Actor, { groupId, version, fields }: EditGroupCommand): Promise<void> {
    await this.database.transaction(async () => {
      const group = await this.groups.hold(actor, groupId);
      if (group.version !== version) {
        throw new DomainError('group.stale');
      }
      const levels = checkLevels(group.kind, fields.levels);
      await this.groups.checkName(group.agencyId, fields.name, groupId);
      const { affected } = await this.database.execute(
        `UPDATE recipient_groups
            SET name = $2, levels = $3, parent_id = $4, search_text = $5, version = version + 1
          WHERE id = $1 AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM agencies WHERE id = $4))`,
        [groupId, fields.name, levels, fields.parentId, foldVietnamese(fields.name)],
      );
      if (affected !== 1) {
        throw new DomainError('group.unknown-agency');
      }
      await this.audit.record(actor, {
        action: 'recipient-group.edited',
        objectType: 'recipient-group',
        objectId: groupId,
        agencyId: group.agencyId,
        note: fields.name,
        before: { name: group.name, levels: [...group.levels], parentId: group.parentId },
        after: { name: fields.name, levels, parentId: fields.parentId },
      });
    });
  }
}
