import { Injectable } from '@nestjs/common';
import type { DraftDocument } from '#contracts';
import { foldVietnamese } from '#kernel';
import { Database } from '#platform';

type Addressed = Pick<DraftDocument, 'recipients' | 'groups'>;

/** What a search for a document looks through. */
export function draftSearchText(draft: { readonly subject: string; readonly description: string }): string {
  return foldVietnamese(`${draft.subject} ${draft.description}`);
}

/** Replaces the recipients of a draft, named one by one or by their groups. */
@Injectable()
export class WriteRecipients {
  constructor(private readonly database: Database) {}

  async execute(documentId: string, { recipients, groups }: Addressed): Promise<void> {
    await this.database.query('DELETE FROM document_recipients WHERE document_id = $1', [documentId]);
    await this.database.query(
      `INSERT INTO document_recipients (document_id, agency_id, channel, position)
       SELECT $1, agency_id, channel, position
         FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS given(agency_id, channel, position)`,
      [documentId, recipients.map(({ agencyId }) => agencyId), recipients.map(({ channel }) => channel)],
    );
    await this.database.query('DELETE FROM document_recipient_groups WHERE document_id = $1', [documentId]);
    await this.database.query(
      `INSERT INTO document_recipient_groups (document_id, group_id, channel, position)
       SELECT $1, group_id, channel, position
         FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS given(group_id, channel, position)`,
      [documentId, groups.map(({ groupId }) => groupId), groups.map(({ channel }) => channel)],
    );
  }
}
