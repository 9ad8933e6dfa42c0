import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted, type NamedReviewer, type ReviewMode, roles } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { isAgencyLeader } from './review-sql.js';
import { checkReviewers, type NamedPost } from './reviewer-rules.js';

/** The reviewers that a draft names have to be there, and in the right order. */
@Injectable()
export class CheckReviewers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError what `checkReviewers` refuses. */
  async execute(
    actor: Actor,
    draft: {
      readonly reviewMode: ReviewMode;
      readonly signerPostId: string;
      readonly reviewers: readonly Pick<NamedReviewer, 'postId'>[];
    },
  ): Promise<void> {
    if (draft.reviewers.length === 0) {
      return;
    }
    const rows = await this.database.query<NamedPost>(
      `SELECT post.id AS "postId", post.person_id AS "personId", person.full_name AS "fullName",
              ${isAgencyLeader} AS "isAgencyLeader",
              post.agency_id = $2 AND post.role = ANY ($3) AND person.disabled_at IS NULL AND person.kind = 'person'
                AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4) AS "isFit"
         FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = ANY ($1::uuid[])`,
      [draft.reviewers.map(({ postId }) => postId), actor.agencyId, rolesThatReview, dayOf(this.clock.now())],
    );
    const known = new Map(rows.map((row) => [row.postId, row]));
    const reviewers = draft.reviewers.map(({ postId }) => known.get(postId));
    if (!reviewers.every((reviewer) => reviewer !== undefined)) {
      throw new DomainError('review.unknown-reviewer');
    }
    checkReviewers({ ...draft, drafterPersonId: actor.personId, reviewers });
  }
}

/** Whose opinion can be asked. */
export const rolesThatReview = roles.filter((role) => isPermitted({ role, scopes: null }, 'document:review'));
