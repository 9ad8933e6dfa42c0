import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, NewRecipientGroup } from '#contracts';
import { Clock, DomainError, foldVietnamese, newId } from '#kernel';
import { Database } from '#platform';
import { checkLevels } from './group-levels.js';
import { mayManageGroup } from './recipient-group-policy.js';
import { RecipientGroups } from './recipient-groups.js';

/** An agency begins a group of its own, or the system administrator one for everybody. */
@Injectable()
export class CreateRecipientGroup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groups: RecipientGroups,
    private readonly audit: Audit,
  ) {}

  /** Gives the id. @throws DomainError `permission.denied`, `group.name-taken`, `group.levels-wrong`, `group.unknown-agency`. */
  async execute(actor: Actor, wish: NewRecipientGroup): Promise<string> {
    const agencyId = wish.shared ? null : actor.agencyId;
    if (!mayManageGroup(actor, { agencyId })) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      const levels = checkLevels(wish.kind, wish.levels);
      await this.groups.checkName(agencyId, wish.name, null);
      const now = this.clock.now();
      const { rows } = await this.database.execute<{ id: string }>(
        `INSERT INTO recipient_groups (id, agency_id, kind, name, levels, parent_id, version, search_text, created_at)
         SELECT $1, $2, $3, $4, $5, $6, 1, $7, $8
          WHERE $6::uuid IS NULL OR EXISTS (SELECT 1 FROM agencies WHERE id = $6)
         ON CONFLICT (agency_id, lower(name)) WHERE deleted_at IS NULL DO NOTHING
         RETURNING id`,
        [newId(now.getTime()), agencyId, wish.kind, wish.name, levels, wish.parentId, foldVietnamese(wish.name), now],
      );
      const [created] = rows;
      if (created === undefined) {
        // Somebody took the name in this very moment, or there is no such agency to look under.
        await this.groups.checkName(agencyId, wish.name, null);
        throw new DomainError('group.unknown-agency');
      }
      await this.audit.record(actor, {
        action: 'recipient-group.created',
        objectType: 'recipient-group',
        objectId: created.id,
        agencyId,
        note: wish.name,
        after: { kind: wish.kind, name: wish.name, levels, parentId: wish.parentId },
      });
      return created.id;
    });
  }
}
