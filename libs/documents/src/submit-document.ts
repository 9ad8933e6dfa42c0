import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { CheckDraft, type NamedInDraft } from './check-draft.js';
import { Documents } from './documents.js';
import { LayBefore } from './lay-before.js';

/** The drafter lays the document before its reviewers, or before the leader where it names none. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly checkDraft: CheckDraft,
    private readonly layBefore: LayBefore,
  ) {}

  /** @throws DomainError `document.no-attachment`, `document.no-recipient`, `document.wrong-state`, `review.day-passed`, and what `CheckDraft` refuses. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'submit');
      const move = await this.layBefore.moveOf(documentId);
      const change = await this.documents.move(document, move);
      const content = await this.content(documentId);
      if (content.attachments === 0) {
        throw new DomainError('document.no-attachment');
      }
      if (content.recipients.length === 0 && content.groups.length === 0) {
        throw new DomainError('document.no-recipient');
      }
      // The draft may be old: the signer may have left, a recipient may be closed.
      await this.checkDraft.execute(actor, content);
      await this.layBefore.execute(actor, document, move, change);
    });
  }

  private async content(documentId: string): Promise<NamedInDraft & { readonly attachments: number }> {
    const [row] = await this.database.query<NamedInDraft & { readonly attachments: number }>(
      `SELECT review_mode AS "reviewMode",
              coalesce((SELECT json_agg(json_build_object('postId', post_id) ORDER BY position) FROM document_reviewers
                         WHERE document_id = $1), '[]') AS reviewers,
              type_code AS "typeCode", signer_post_id AS "signerPostId", signing_form AS "signingForm",
              (SELECT count(*) FROM attachments WHERE document_id = $1) AS attachments,
              coalesce((SELECT json_agg(json_build_object('agencyId', agency_id)) FROM document_recipients
                         WHERE document_id = $1), '[]') AS recipients,
              coalesce((SELECT json_agg(json_build_object('groupId', group_id)) FROM document_recipient_groups
                         WHERE document_id = $1), '[]') AS groups
         FROM documents WHERE id = $1`,
      [documentId],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }
}
