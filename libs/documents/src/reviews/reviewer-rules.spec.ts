import { describe, expect, it } from 'vitest';
import { checkReviewers, type NamedPost } from './reviewer-rules.js';

const head: NamedPost = {
  postId: 'head',
  personId: 'Phạm Thị Hà',
  fullName: 'Phạm Thị Hà',
  isAgencyLeader: false,
  isFit: true,
};
const deputy: NamedPost = { ...head, postId: 'deputy', personId: 'p2', fullName: 'Lê Văn Phó', isAgencyLeader: true };
const draft = {
  reviewMode: 'in-turn' as const,
  signerPostId: 'signer',
  drafterPersonId: 'drafter',
  reviewers: [head, deputy],
};

describe('the reviewers of a draft', () => {
  it('are heads and people of units first, then leaders of the agency, none at all, or any order side by side', () => {
    expect(() => checkReviewers(draft)).not.toThrow();
    expect(() => checkReviewers({ ...draft, reviewers: [] })).not.toThrow();
    expect(() => checkReviewers({ ...draft, reviewMode: 'side-by-side', reviewers: [deputy, head] })).not.toThrow();
  });

  it.each([
    ['who holds no post of the agency', [{ ...head, isFit: false }], 'review.unknown-reviewer'],
    ['who stands twice', [head, head], 'review.reviewer-twice'],
    ['who drafts it, in whatever post', [{ ...head, personId: 'drafter' }], 'review.own-draft'],
    ['who signs it', [{ ...deputy, postId: 'signer' }], 'review.signer'],
  ] as const)('are refused with one %s', (_who, reviewers, code) => {
    expect(() => checkReviewers({ ...draft, reviewers })).toThrow(code);
  });

  it('are refused in turn with a leader of the agency before the head of a unit, both named', () => {
    const wrong = (): void => checkReviewers({ ...draft, reviewers: [deputy, head] });
    const params = { leader: 'Lê Văn Phó', name: 'Phạm Thị Hà' };
    expect(wrong).toThrow(expect.objectContaining({ code: 'review.order', params }) as Error);
  });
});
