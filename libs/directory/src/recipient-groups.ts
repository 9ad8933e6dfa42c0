import { Injectable } from '@nestjs/common';
import type { Actor, AgencyLevel, RecipientGroupKind } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { type GuardedGroup, mayManageGroup, mayReadGroup } from './recipient-group-policy.js';

export interface GroupRow extends GuardedGroup {
  readonly id: string;
  readonly kind: RecipientGroupKind;
  readonly name: string;
  readonly levels: readonly AgencyLevel[];
  readonly parentId: string | null;
  readonly version: number;
}

/** Reading and holding groups under their policy: the common first steps of the use cases. */
@Injectable()
export class RecipientGroups {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `not-found`, for what is not there, was deleted, or is another agency’s, alike. */
  async read(actor: Actor, id: string): Promise<GroupRow> {
    return this.select(actor, id, '');
  }

  /**
   * Holds the group for a change until the transaction ends: a document that is being sent to it waits for the change,
   * or the change waits for the sending.
   *
   * @throws DomainError `not-found`, `permission.denied`.
   */
  async hold(actor: Actor, id: string): Promise<GroupRow> {
    const group = await this.select(actor, id, 'FOR UPDATE');
    if (!mayManageGroup(actor, group)) {
      throw new DomainError('permission.denied');
    }
    return group;
  }

  /** Holds a list for a change of its members. @throws DomainError `group.not-a-list` and what `hold` refuses. */
  async holdList(actor: Actor, id: string): Promise<GroupRow> {
    const group = await this.hold(actor, id);
    if (group.kind !== 'list') {
      throw new DomainError('group.not-a-list', { name: group.name });
    }
    return group;
  }

  /** Another version: what was read of the group before is no longer what it is. */
  async touch(id: string): Promise<void> {
    await this.database.query('UPDATE recipient_groups SET version = version + 1 WHERE id = $1', [id]);
  }

  /** @throws DomainError `group.name-taken`, within the agency’s groups or within the shared ones. */
  async checkName(agencyId: string | null, name: string, exceptId: string | null): Promise<void> {
    const taken = await this.database.query(
      `SELECT 1 FROM recipient_groups
        WHERE agency_id IS NOT DISTINCT FROM $1 AND lower(name) = lower($2) AND deleted_at IS NULL
          AND id IS DISTINCT FROM $3`,
      [agencyId, name, exceptId],
    );
    if (taken.length > 0) {
      throw new DomainError('group.name-taken', { name });
    }
  }

  private async select(actor: Actor, id: string, lock: '' | 'FOR UPDATE'): Promise<GroupRow> {
    const [group] = await this.database.query<GroupRow>(
      `SELECT id, agency_id AS "agencyId", kind, name, levels, parent_id AS "parentId", version
         FROM recipient_groups WHERE id = $1 AND deleted_at IS NULL ${lock}`,
      [id],
    );
    if (group === undefined || !mayReadGroup(actor, group)) {
      throw new DomainError('not-found');
    }
    return group;
  }
}
