import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DocumentVersions } from '../versions/document-versions.js';
import type { DocumentRow, StateChange } from '../documents.js';
import { ReviewRounds } from './review-rounds.js';
import { StandInRecord } from '../stand-in-record.js';

/**
 * What leaves the drafter’s hands is kept as a version; with reviewers a round of theirs begins, without any it goes
 * straight to the signer.
 */
@Injectable()
export class LayBefore {
  constructor(
    private readonly versions: DocumentVersions,
    private readonly rounds: ReviewRounds,
    private readonly standIn: StandInRecord,
    private readonly audit: Audit,
  ) {}

  async moveOf(documentId: string): Promise<'open-review' | 'submit'> {
    return (await this.rounds.hasReviewers(documentId)) ? 'open-review' : 'submit';
  }

  /** In the transaction of the move. @throws DomainError `review.day-passed`. */
  async execute(
    actor: Actor,
    document: DocumentRow,
    move: 'open-review' | 'submit',
    change: StateChange,
  ): Promise<void> {
    const version = await this.versions.keep(actor, document.id, 'submitted');
    if (move === 'open-review') {
      await this.rounds.open(actor, document.id, version);
    }
    await this.audit.record(actor, {
      action: move === 'submit' ? 'document.submitted' : 'document.review-opened',
      objectType: 'document',
      objectId: document.id,
      data: await this.standIn.dataOf(actor, document.drafterPostId),
      ...change,
    });
  }
}
