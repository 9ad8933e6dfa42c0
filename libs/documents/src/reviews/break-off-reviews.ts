import { Injectable } from '@nestjs/common';
import { ReviewRounds } from './review-rounds.js';

/** Ends the rounds of drafts that went back to their drafters because their agency was closed. */
@Injectable()
export class BreakOffReviews {
  constructor(private readonly rounds: ReviewRounds) {}

  /** In the transaction that moves the documents. */
  async execute(documentIds: readonly string[]): Promise<void> {
    for (const id of documentIds) {
      await this.rounds.close(id, 'broken-off');
    }
  }
}
