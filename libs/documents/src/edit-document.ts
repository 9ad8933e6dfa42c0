import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, DraftDocument } from '#contracts';
import { DomainError, type Json } from '#kernel';
import { Database } from '#platform';
import { addressedInDraft } from './recipients/addressed.js';
import { CheckDraft } from './check-draft.js';
import { Documents } from './documents.js';
import { reviewersInDraft } from './reviews/review-sql.js';
import { StandInRecord } from './stand-in-record.js';
import { WriteNamed } from './recipients/write-named.js';
import { draftSearchText } from './recipients/write-recipients.js';

export interface EditCommand {
  readonly documentId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly draft: DraftDocument;
}

/** The drafter changes the fields of a draft or of a returned document. */
@Injectable()
export class EditDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly checkDraft: CheckDraft,
    private readonly writeNamed: WriteNamed,
    private readonly standIn: StandInRecord,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.stale`, `document.wrong-state` and what `CheckDraft` refuses. */
  async execute(actor: Actor, { documentId, version, draft }: EditCommand): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'edit');
      await this.documents.move(document, 'edit');
      if (document.version !== version) {
        throw new DomainError('document.stale');
      }
      await this.checkDraft.execute(actor, draft);
      const before = await this.fieldsOf(documentId);
      await this.database.query(
        `UPDATE documents SET type_code = $2, subject = $3, urgency = $4, due_date = $5, drafting_unit = $6,
                page_amount = $7, description = $8, signer_post_id = $9, search_text = $10, signing_form = $11,
                on_behalf_of_post_id = NULL, language = $12, issued_amount = $13, file_year = $14,
                file_notation = $15, file_ordinal = $16 WHERE id = $1`,
        [
          documentId,
          draft.typeCode,
          draft.subject,
          draft.urgency,
          draft.dueDate,
          draft.draftingUnit,
          draft.pageAmount,
          draft.description,
          draft.signerPostId,
          draftSearchText(draft),
          draft.signingForm,
          draft.language,
          draft.issuedAmount,
          draft.fileCode?.year ?? null,
          draft.fileCode?.notation ?? null,
          draft.fileOrdinal,
        ],
      );
      await this.writeNamed.execute(documentId, draft);
      await this.audit.record(actor, {
        action: 'document.edited',
        objectType: 'document',
        objectId: documentId,
        data: await this.standIn.dataOf(actor, document.drafterPostId),
        before,
        after: { ...draft },
      });
    });
  }

  /** In the form of a draft: what an edit leaves as it was has the same digest before and after. */
  private async fieldsOf(documentId: string): Promise<Json> {
    const [row] = await this.database.query<{ fields: Json }>(
      `SELECT json_build_object(
                ${reviewersInDraft('$1')},
                'typeCode', type_code, 'subject', subject, 'urgency', urgency, 'signerPostId', signer_post_id,
                'signingForm', signing_form, 'dueDate', due_date, 'draftingUnit', drafting_unit,
                'pageAmount', page_amount, 'description', description, 'language', language,
                'issuedAmount', issued_amount, 'fileOrdinal', file_ordinal,
                'fileCode', CASE WHEN file_year IS NOT NULL
                                 THEN json_build_object('year', file_year, 'notation', file_notation) END,
                ${addressedInDraft('$1')}) AS fields
         FROM documents WHERE id = $1`,
      [documentId],
    );
    return row?.fields ?? null;
  }
}
