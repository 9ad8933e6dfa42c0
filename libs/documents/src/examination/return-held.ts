import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Opinions } from '../reviews/opinions.js';
import { ReviewRounds } from '../reviews/review-rounds.js';

/** What goes with a document that the clerk gives back: the round of reviewers ends, and the reason stays with it. */
@Injectable()
export class ReturnHeld {
  constructor(
    private readonly rounds: ReviewRounds,
    private readonly opinions: Opinions,
  ) {}

  async execute(actor: Actor, documentId: string, reason: string): Promise<void> {
    await this.rounds.close(documentId, 'broken-off');
    await this.opinions.add(actor, { documentId, kind: 'returned', text: reason });
  }
}
