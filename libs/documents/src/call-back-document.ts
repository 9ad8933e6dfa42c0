import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Documents } from './documents.js';
import { ReviewRounds } from './reviews/review-rounds.js';
import { StandInRecord } from './stand-in-record.js';

/** The drafter takes a draft back from its reviewers; what they said so far stays with it. */
@Injectable()
export class CallBackDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly rounds: ReviewRounds,
    private readonly standIn: StandInRecord,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state`. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'call-back');
      const change = await this.documents.move(document, 'call-back');
      await this.rounds.close(documentId, 'called-back');
      await this.audit.record(actor, {
        action: 'document.called-back',
        objectType: 'document',
        objectId: documentId,
        data: await this.standIn.dataOf(actor, document.drafterPostId),
        ...change,
      });
    });
  }
}
