import { Injectable } from '@nestjs/common';
import type { DraftDocument } from '#contracts';
import { Database } from '#platform';

/** Replaces the reviewers that a draft names, and how they are asked. */
@Injectable()
export class WriteReviewers {
  constructor(private readonly database: Database) {}

  async execute(
    documentId: string,
    { reviewMode, reviewers }: Pick<DraftDocument, 'reviewMode' | 'reviewers'>,
  ): Promise<void> {
    await this.database.query('UPDATE documents SET review_mode = $2 WHERE id = $1', [documentId, reviewMode]);
    await this.database.query('DELETE FROM document_reviewers WHERE document_id = $1', [documentId]);
    await this.database.query(
      `INSERT INTO document_reviewers (document_id, post_id, position, due_on)
       SELECT $1, post_id, position, due_on
         FROM unnest($2::uuid[], $3::date[]) WITH ORDINALITY AS given(post_id, due_on, position)`,
      [documentId, reviewers.map(({ postId }) => postId), reviewers.map(({ dueOn }) => dueOn)],
    );
  }
}
