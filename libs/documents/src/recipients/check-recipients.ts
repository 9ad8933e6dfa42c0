import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { mayReadGroup } from '#directory';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import type { Addressed } from './addressed.js';
import { CheckAddressed } from './check-addressed.js';

/** Whom a document is for has to exist, once each, and be open today. */
@Injectable()
export class CheckRecipients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkAddressed: CheckAddressed,
  ) {}

  /**
   * @throws DomainError `document.unknown-recipient`, `document.recipient-succeeded`, `document.recipient-twice`,
   * `document.recipient-self`, `document.unknown-group`, `document.group-deleted`, `document.group-twice`, and what
   * `CheckAddressed` refuses.
   */
  async execute(actor: Actor, addressed: Addressed): Promise<void> {
    await this.checkAgencies(actor, addressed);
    await this.checkGroups(actor, addressed);
    await this.checkAddressed.execute(actor, addressed);
  }

  private async checkAgencies(actor: Actor, { recipients }: Addressed): Promise<void> {
    const ids = recipients.map((recipient) => recipient.agencyId);
    if (ids.includes(actor.agencyId)) {
      throw new DomainError('document.recipient-self');
    }
    const agencies = await this.database.query<{ id: string; name: string }>(
      `SELECT id, name FROM agencies
        WHERE id = ANY ($1::uuid[]) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
      [ids, dayOf(this.clock.now())],
    );
    const names = new Map(agencies.map((agency) => [agency.id, agency.name]));
    const seen = new Set<string>();
    for (const id of ids) {
      const name = names.get(id);
      if (name === undefined) {
        throw await this.notOpen(id);
      }
      if (seen.has(id)) {
        throw new DomainError('document.recipient-twice', { name });
      }
      seen.add(id);
    }
  }

  private async checkGroups(actor: Actor, { groups }: Addressed): Promise<void> {
    const found = await this.database.query<{ id: string; name: string; agencyId: string | null; isDeleted: boolean }>(
      `SELECT id, name, agency_id AS "agencyId", deleted_at IS NOT NULL AS "isDeleted"
         FROM recipient_groups WHERE id = ANY ($1::uuid[])`,
      [groups.map(({ groupId }) => groupId)],
    );
    const seen = new Set<string>();
    for (const { groupId } of groups) {
      const group = found.find(({ id }) => id === groupId);
      if (group === undefined || !mayReadGroup(actor, group)) {
        throw new DomainError('document.unknown-group');
      }
      if (group.isDeleted) {
        throw new DomainError('document.group-deleted', { name: group.name });
      }
      if (seen.has(groupId)) {
        throw new DomainError('document.group-twice', { name: group.name });
      }
      seen.add(groupId);
    }
  }

  /** A closed agency names who stands in its place, so that the drafter can choose. */
  private async notOpen(id: string): Promise<DomainError> {
    const [closed] = await this.database.query<{ name: string; successor: string }>(
      `SELECT closed.name, successor.name AS successor
         FROM agencies AS closed JOIN agencies AS successor ON successor.id = lead_successor(closed.id)
        WHERE closed.id = $1 AND successor.id <> closed.id`,
      [id],
    );
    return closed === undefined
      ? new DomainError('document.unknown-recipient')
      : new DomainError('document.recipient-succeeded', { ...closed });
  }
}
