import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, type DraftDocument as Draft, isPermitted } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { CheckDraft } from './check-draft.js';
import { WriteNamed } from './recipients/write-named.js';
import { draftSearchText } from './recipients/write-recipients.js';

/** A person begins a document of the own agency. */
@Injectable()
export class DraftDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkDraft: CheckDraft,
    private readonly writeNamed: WriteNamed,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** Gives the id of the draft. @throws DomainError `permission.denied` and what `CheckDraft` refuses. */
  async execute(actor: Actor, draft: Draft): Promise<string> {
    if (!isPermitted(actor, 'document:draft')) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      await this.checkDraft.execute(actor, draft);
      const now = this.clock.now();
      const id = newId(now.getTime());
      await this.database.query(
        `INSERT INTO documents (id, agency_id, state, version, type_code, subject, urgency, due_date, drafting_unit,
                                page_amount, description, drafter_post_id, signer_post_id, search_text,
                                created_at, updated_at, signing_form, language, issued_amount, file_year,
                                file_notation, file_ordinal)
         VALUES ($1, $2, 'draft', 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15, $16, $17, $18, $19)`,
        [
          id,
          actor.agencyId,
          draft.typeCode,
          draft.subject,
          draft.urgency,
          draft.dueDate,
          draft.draftingUnit,
          draft.pageAmount,
          draft.description,
          actor.postId,
          draft.signerPostId,
          draftSearchText(draft),
          now,
          draft.signingForm,
          draft.language,
          draft.issuedAmount,
          draft.fileCode?.year ?? null,
          draft.fileCode?.notation ?? null,
          draft.fileOrdinal,
        ],
      );
      await this.writeNamed.execute(id, draft);
      await this.audit.record(actor, {
        action: 'document.drafted',
        objectType: 'document',
        objectId: id,
        after: { ...draft },
      });
      await this.live.publish([actor.agencyId], 'documents', id);
      return id;
    });
  }
}
