import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { addressedInDraft, namesNobody } from './recipients/addressed.js';
import { CheckDraft, type NamedInDraft } from './check-draft.js';
import { CheckPaperReasons } from './recipients/check-paper-reasons.js';
import { Documents } from './documents.js';
import { LayBefore } from './reviews/lay-before.js';
import { reviewersInDraft } from './reviews/review-sql.js';

type Content = NamedInDraft & { readonly attachments: number };

/** The drafter lays the document before its reviewers, or before the leader where it names none. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly checkDraft: CheckDraft,
    private readonly layBefore: LayBefore,
    private readonly checkPaperReasons: CheckPaperReasons,
  ) {}

  /**
   * @throws DomainError `document.no-attachment`, `document.no-recipient`, `document.paper-reason-missing`,
   * `document.wrong-state`, `review.day-passed`, and what `CheckDraft` refuses.
   */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'submit');
      const move = await this.layBefore.moveOf(documentId);
      const change = await this.documents.move(document, move);
      const content = await this.content(documentId);
      if (content.attachments === 0) {
        throw new DomainError('document.no-attachment');
      }
      if (namesNobody(content)) {
        throw new DomainError('document.no-recipient');
      }
      // The draft may be old: the signer may have left, a recipient may be closed.
      await this.checkDraft.execute(actor, content);
      await this.checkPaperReasons.execute(documentId, 1);
      await this.layBefore.execute(actor, document, move, change);
    });
  }

  private async content(documentId: string): Promise<Content> {
    const [row] = await this.database.query<{ content: Content }>(
      `SELECT json_build_object(
                'typeCode', type_code, 'signerPostId', signer_post_id, 'signingForm', signing_form,
                'attachments', (SELECT count(*) FROM attachments WHERE document_id = $1),
                ${reviewersInDraft('$1')},
                ${addressedInDraft('$1')}) AS content
         FROM documents WHERE id = $1`,
      [documentId],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row.content;
  }
}
