import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import { Opinions } from './opinions.js';
import { ReviewRounds } from './review-rounds.js';
import { StandInRecord } from '../stand-in-record.js';

/** A reviewer agrees to a draft; from the last of them it goes to the signer by itself. */
@Injectable()
export class AgreeToDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly rounds: ReviewRounds,
    private readonly opinions: Opinions,
    private readonly standIn: StandInRecord,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state`, `review.not-your-turn`, `review.already-given`. */
  async execute(actor: Actor, documentId: string, opinion: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'agree');
      const staying = await this.documents.move(document, 'agree');
      const { round, step } = await this.rounds.stepOf(actor, documentId);
      await this.rounds.decide(step, 'agreed');
      const isLast = await this.rounds.goOn(actor, documentId, round);
      const change = isLast ? await this.documents.move(document, 'finish-review') : staying;
      const onBehalfOf = await this.standIn.absentee(actor, step.postId);
      await this.opinions.add(actor, {
        documentId,
        kind: 'agreed',
        text: opinion,
        roundNumber: round.number,
        versionNumber: round.versionNumber,
        onBehalfOf,
      });
      await this.audit.record(actor, {
        action: 'document.agreed',
        objectType: 'document',
        objectId: documentId,
        note: opinion === '' ? null : opinion,
        data: onBehalfOf === null ? { round: round.number } : { round: round.number, onBehalfOf },
        ...change,
      });
    });
  }
}

/** A reviewer gives a draft back to its drafter with an opinion; the others of the round need not be heard any more. */
@Injectable()
export class GiveBackDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly rounds: ReviewRounds,
    private readonly opinions: Opinions,
    private readonly standIn: StandInRecord,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state`, `review.not-your-turn`, `review.already-given`. */
  async execute(actor: Actor, documentId: string, opinion: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'give-back');
      const change = await this.documents.move(document, 'give-back');
      const { round, step } = await this.rounds.stepOf(actor, documentId);
      await this.rounds.decide(step, 'returned');
      const onBehalfOf = await this.standIn.absentee(actor, step.postId);
      await this.opinions.add(actor, {
        documentId,
        kind: 'returned',
        text: opinion,
        roundNumber: round.number,
        versionNumber: round.versionNumber,
        onBehalfOf,
      });
      await this.rounds.close(documentId, 'returned');
      await this.audit.record(actor, {
        action: 'document.given-back',
        objectType: 'document',
        objectId: documentId,
        note: opinion,
        data: onBehalfOf === null ? { round: round.number } : { round: round.number, onBehalfOf },
        ...change,
      });
    });
  }
}
