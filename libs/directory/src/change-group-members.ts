import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { RecipientGroups } from './recipient-groups.js';

/** Agencies on one list: as many as one sending takes. */
const mostMembers = 2000;

/** Whoever keeps a list puts agencies on it. */
@Injectable()
export class AddGroupMembers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly groups: RecipientGroups,
    private readonly audit: Audit,
  ) {}

  /** Who is on it stays once. @throws DomainError `group.not-a-list`, `group.unknown-agency`, `group.too-large`. */
  async execute(actor: Actor, groupId: string, agencyIds: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const group = await this.groups.holdList(actor, groupId);
      const named = [...new Set(agencyIds)];
      const open = await this.database.query<{ id: string }>(
        `SELECT id FROM agencies
          WHERE id = ANY ($1::uuid[]) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
        [named, dayOf(this.clock.now())],
      );
      if (open.length !== named.length) {
        throw new DomainError('group.unknown-agency');
      }
      const { rows: added } = await this.database.execute<{ agencyId: string }>(
        `INSERT INTO recipient_group_members (group_id, agency_id) SELECT $1, id FROM unnest($2::uuid[]) AS id
         ON CONFLICT DO NOTHING RETURNING agency_id AS "agencyId"`,
        [groupId, named],
      );
      if (added.length === 0) {
        return;
      }
      await this.checkSize(groupId);
      await this.groups.touch(groupId);
      await this.audit.record(actor, {
        action: 'recipient-group.members-added',
        objectType: 'recipient-group',
        objectId: groupId,
        agencyId: group.agencyId,
        note: group.name,
        data: { agencyIds: added.map(({ agencyId }) => agencyId) },
        after: { members: added.map(({ agencyId }) => agencyId) },
      });
    });
  }

  private async checkSize(groupId: string): Promise<void> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*) AS count FROM recipient_group_members WHERE group_id = $1',
      [groupId],
    );
    if ((row?.count ?? 0) > mostMembers) {
      throw new DomainError('group.too-large', { max: mostMembers });
    }
  }
}

/** Whoever keeps a list takes an agency off it. */
@Injectable()
export class RemoveGroupMember {
  constructor(
    private readonly database: Database,
    private readonly groups: RecipientGroups,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found` when the agency is not on it, `group.not-a-list`, `permission.denied`. */
  async execute(actor: Actor, groupId: string, agencyId: string): Promise<void> {
    await this.database.transaction(async () => {
      const group = await this.groups.holdList(actor, groupId);
      const { affected } = await this.database.execute(
        'DELETE FROM recipient_group_members WHERE group_id = $1 AND agency_id = $2',
        [groupId, agencyId],
      );
      if (affected !== 1) {
        throw new DomainError('not-found');
      }
      await this.groups.touch(groupId);
      await this.audit.record(actor, {
        action: 'recipient-group.member-removed',
        objectType: 'recipient-group',
        objectId: groupId,
        agencyId: group.agencyId,
        note: group.name,
        data: { agencyId },
        before: { members: [agencyId] },
      });
    });
  }
}
