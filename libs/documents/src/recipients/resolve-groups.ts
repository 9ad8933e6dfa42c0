import { Injectable } from '@nestjs/common';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { earlierRecipients } from './addressed-recipients.js';

interface AddressedGroup {
  readonly id: string;
  readonly name: string;
  readonly isDeleted: boolean;
}

/**
 * Decides whom the groups of a document stand for at the moment when it is sent, and writes that down: which groups,
 * under which names, with which members. Nothing that is done to a group afterwards changes it.
 */
@Injectable()
export class ResolveGroups {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * In the transaction of the sending. The sender itself is left out of its groups, and from further copies whoever got
   * the document before.
   *
   * @throws DomainError `document.group-deleted`, `document.group-empty`, each with the name of the group.
   */
  async execute(documentId: string, senderId: string, sending = 1): Promise<void> {
    const groups = await this.hold(documentId, sending);
    const deleted = groups.find(({ isDeleted }) => isDeleted);
    if (deleted !== undefined) {
      throw new DomainError('document.group-deleted', { name: deleted.name });
    }
    const counts = await this.record(documentId, senderId, groups, sending);
    const empty = groups.find(({ id }) => !counts.has(id));
    if (empty !== undefined) {
      throw new DomainError('document.group-empty', { name: empty.name });
    }
    await this.database.query(
      `UPDATE document_recipient_groups AS addressed SET sent_name = sent.name, sent_count = sent.count
         FROM unnest($2::uuid[], $3::text[], $4::integer[]) AS sent(id, name, count)
        WHERE addressed.document_id = $1 AND addressed.group_id = sent.id`,
      [documentId, groups.map(({ id }) => id), groups.map(({ name }) => name), groups.map(({ id }) => counts.get(id))],
    );
  }

  /** A change of a group that is under way is waited for, and one that begins now waits: in the order of ids, so that two sendings never deadlock. */
  private async hold(documentId: string, sending: number): Promise<AddressedGroup[]> {
    return this.database.query<AddressedGroup>(
      `SELECT named.id, named.name, named.deleted_at IS NOT NULL AS "isDeleted"
         FROM document_recipient_groups AS addressed JOIN recipient_groups AS named ON named.id = addressed.group_id
        WHERE addressed.document_id = $1 AND addressed.sending = $2 ORDER BY named.id FOR SHARE OF named`,
      [documentId, sending],
    );
  }

  private async record(
    documentId: string,
    senderId: string,
    groups: readonly AddressedGroup[],
    sending: number,
  ): Promise<Map<string, number>> {
    const rows = await this.database.query<{ groupId: string; count: number }>(
      `WITH earlier AS (${earlierRecipients('$1', '$5')}),
       members AS (
         INSERT INTO document_group_members (document_id, group_id, agency_id, code, name)
         SELECT $1, group_id, agency.id, agency.code, agency.name
           FROM unnest($2::uuid[]) AS group_id
          CROSS JOIN LATERAL recipients_of_group(group_id, $3, $4) AS member
           JOIN agencies AS agency ON agency.id = member
          WHERE lead_successor(agency.id) NOT IN (SELECT standing_id FROM earlier)
         RETURNING group_id)
       SELECT group_id AS "groupId", count(*) AS count FROM members GROUP BY group_id`,
      [documentId, groups.map(({ id }) => id), senderId, dayOf(this.clock.now()), sending],
    );
    return new Map(rows.map(({ groupId, count }) => [groupId, count]));
  }
}
