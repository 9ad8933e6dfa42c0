import { Injectable } from '@nestjs/common';
import type { Actor, NamedReviewer, ReviewMode, SigningForm } from '#contracts';
import { AgencyStructure, isTypeInUse } from '#directory';
import { SignersQuery } from '#identity';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { CheckReviewers } from './reviews/check-reviewers.js';
import type { Addressed } from './recipients/addressed.js';
import { CheckRecipients } from './recipients/check-recipients.js';

/** What a draft points at. */
export interface NamedInDraft extends Addressed {
  readonly typeCode: string;
  readonly signerPostId: string;
  readonly signingForm: SigningForm | null;
  readonly reviewMode: ReviewMode;
  readonly reviewers: readonly Pick<NamedReviewer, 'postId'>[];
}

/** What a draft names has to exist: its type, its signer, its recipients and their groups. */
@Injectable()
export class CheckDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signers: SignersQuery,
    private readonly structure: AgencyStructure,
    private readonly checkReviewers: CheckReviewers,
    private readonly checkRecipients: CheckRecipients,
  ) {}

  /**
   * @throws DomainError `document.unknown-type`, `document.unknown-signer`, `document.signing-form-refused`,
   * `agency.reorganised`, and what `CheckRecipients` refuses.
   */
  async execute(actor: Actor, draft: NamedInDraft): Promise<void> {
    await this.structure.hold(actor);
    const types = await this.database.query(
      `SELECT 1 FROM document_types AS type WHERE code = $1 AND ${isTypeInUse('type', '$2')}`,
      [draft.typeCode, dayOf(this.clock.now())],
    );
    if (types.length === 0) {
      throw new DomainError('document.unknown-type');
    }
    await this.checkSigner(actor, draft);
    await this.checkReviewers.execute(actor, draft);
    await this.checkRecipients.execute(actor, draft);
  }

  private async checkSigner(actor: Actor, { signerPostId, signingForm }: NamedInDraft): Promise<void> {
    const signer = await this.signers.find(actor, signerPostId);
    if (signer === undefined) {
      throw new DomainError('document.unknown-signer');
    }
    if (signingForm !== null && !signer.signingForms.includes(signingForm)) {
      throw new DomainError('document.signing-form-refused', { form: `${signingForm}.` });
    }
  }
}
