import { Injectable } from '@nestjs/common';
import type { DraftDocument } from '#contracts';
import { foldVietnamese } from '#kernel';
import { Database } from '#platform';

/** What a search for a document looks through. */
export function draftSearchText(draft: { readonly subject: string; readonly description: string }): string {
  return foldVietnamese(`${draft.subject} ${draft.description}`);
}

/** Replaces the recipients of a draft. */
@Injectable()
export class WriteRecipients {
  constructor(private readonly database: Database) {}

  async execute(documentId: string, recipients: DraftDocument['recipients']): Promise<void> {
    await this.database.query('DELETE FROM document_recipients WHERE document_id = $1', [documentId]);
    await this.database.query(
      `INSERT INTO document_recipients (document_id, agency_id, channel, position)
       SELECT $1, agency_id, channel, position
         FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS given(agency_id, channel, position)`,
      [documentId, recipients.map(({ agencyId }) => agencyId), recipients.map(({ channel }) => channel)],
    );
  }
}
