import { Injectable } from '@nestjs/common';
import type { PaperReasonChoice } from '#contracts';
import { foldVietnamese, newId } from '#kernel';
import { Database } from '#platform';
import type { Addressed } from './addressed.js';
import { bodyKey } from './body-key.js';

/** What a search for a document looks through. */
export function draftSearchText(draft: { readonly subject: string; readonly description: string }): string {
  return foldVietnamese(`${draft.subject} ${draft.description}`);
}

const tables = [
  'document_recipients',
  'document_recipient_groups',
  'document_external_recipients',
  'document_informed_posts',
] as const;

/** Writes down whom a document is for: for the first sending what the draft says now, for a later one what is added. */
@Injectable()
export class WriteRecipients {
  constructor(private readonly database: Database) {}

  /** @param sending - 1 for the draft itself, which is written anew. */
  async execute(documentId: string, addressed: Addressed, sending = 1): Promise<void> {
    if (sending === 1) {
      for (const table of tables) {
        await this.database.query(`DELETE FROM ${table} WHERE document_id = $1`, [documentId]);
      }
    }
    await this.writeAgencies(documentId, addressed, sending);
    await this.writeGroups(documentId, addressed, sending);
    await this.writeExternals(documentId, addressed, sending);
    await this.database.query(
      `INSERT INTO document_informed_posts (document_id, post_id, position, sending)
       SELECT $1, post_id, position, $3 FROM unnest($2::uuid[]) WITH ORDINALITY AS given(post_id, position)`,
      [documentId, addressed.people.map(({ postId }) => postId), sending],
    );
  }

  private async writeAgencies(documentId: string, { recipients }: Addressed, sending: number): Promise<void> {
    await this.database.query(
      `INSERT INTO document_recipients (document_id, agency_id, channel, paper_reason, paper_note, position, sending)
       SELECT $1, agency_id, channel, paper_reason, paper_note, position, $6
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
              AS given(agency_id, channel, paper_reason, paper_note, position)`,
      [
        documentId,
        recipients.map(({ agencyId }) => agencyId),
        recipients.map(({ channel }) => channel),
        ...reasonsOf(recipients),
        sending,
      ],
    );
  }

  private async writeGroups(documentId: string, { groups }: Addressed, sending: number): Promise<void> {
    await this.database.query(
      `INSERT INTO document_recipient_groups (document_id, group_id, channel, paper_reason, paper_note, position, sending)
       SELECT $1, group_id, channel, paper_reason, paper_note, position, $6
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
              AS given(group_id, channel, paper_reason, paper_note, position)`,
      [
        documentId,
        groups.map(({ groupId }) => groupId),
        groups.map(({ channel }) => channel),
        ...reasonsOf(groups),
        sending,
      ],
    );
  }

  private async writeExternals(documentId: string, { externals }: Addressed, sending: number): Promise<void> {
    await this.database.query(
      `INSERT INTO document_external_recipients (id, document_id, name, address, body_key, paper_reason, paper_note,
                                                 position, sending)
       SELECT id, $1, name, address, body_key, paper_reason, paper_note, position, $8
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) WITH ORDINALITY
              AS given(id, name, address, body_key, paper_reason, paper_note, position)`,
      [
        documentId,
        externals.map(() => newId()),
        externals.map(({ name }) => name),
        externals.map(({ address }) => address),
        externals.map(bodyKey),
        ...reasonsOf(externals),
        sending,
      ],
    );
  }
}

interface Reasoned {
  readonly channel?: string;
  readonly paperReason: PaperReasonChoice | null;
}

/** Codes and words as two lists. A recipient that gets no paper keeps no reason for it. */
function reasonsOf(given: readonly Reasoned[]): [(string | null)[], string[]] {
  const reasons = given.map(({ channel, paperReason }) => (channel === 'electronic' ? null : paperReason));
  return [reasons.map((reason) => reason?.code ?? null), reasons.map((reason) => reason?.note ?? '')];
}
