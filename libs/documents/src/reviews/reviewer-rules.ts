import type { ReviewMode } from '#contracts';
import { DomainError } from '#kernel';

/** A reviewer whom a draft names, with what the rules need to know. */
export interface NamedPost {
  readonly postId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly isAgencyLeader: boolean;
  /** Holds the post today, in the agency of the draft and in a role that reviews. */
  readonly isFit: boolean;
}

export interface NamedReviewers {
  readonly reviewMode: ReviewMode;
  readonly signerPostId: string;
  readonly drafterPersonId: string;
  readonly reviewers: readonly NamedPost[];
}

/**
 * Who may be asked, and in which order: the head of the unit before the leader of the agency (Decree 30/2020, Art. 11),
 * never the drafter, and not the signer, who gets it last anyway. [own]
 *
 * @throws DomainError `review.unknown-reviewer`, `review.reviewer-twice`, `review.own-draft`, `review.signer`,
 * `review.order`.
 */
export function checkReviewers({ reviewMode, signerPostId, drafterPersonId, reviewers }: NamedReviewers): void {
  const seen = new Set<string>();
  for (const { postId, personId, fullName, isFit } of reviewers) {
    if (!isFit) {
      throw new DomainError('review.unknown-reviewer');
    }
    if (seen.has(postId)) {
      throw new DomainError('review.reviewer-twice', { name: fullName });
    }
    if (personId === drafterPersonId) {
      throw new DomainError('review.own-draft', { name: fullName });
    }
    if (postId === signerPostId) {
      throw new DomainError('review.signer', { name: fullName });
    }
    seen.add(postId);
  }
  const leader = reviewers.findIndex(({ isAgencyLeader }) => isAgencyLeader);
  const after = reviewers.slice(leader + 1).find(({ isAgencyLeader }) => !isAgencyLeader);
  const first = reviewers[leader];
  if (reviewMode === 'in-turn' && first !== undefined && after !== undefined) {
    throw new DomainError('review.order', { leader: first.fullName, name: after.fullName });
  }
}
