import { Injectable } from '@nestjs/common';
import type { DraftDocument } from '#contracts';
import { WriteRecipients } from './write-recipients.js';
import { WriteReviewers } from '../reviews/write-reviewers.js';

/** Replaces whom a draft names: those whom it goes to, and those whose opinion it asks for. */
@Injectable()
export class WriteNamed {
  constructor(
    private readonly recipients: WriteRecipients,
    private readonly reviewers: WriteReviewers,
  ) {}

  async execute(documentId: string, draft: DraftDocument): Promise<void> {
    await this.recipients.execute(documentId, draft);
    await this.reviewers.execute(documentId, draft);
  }
}
