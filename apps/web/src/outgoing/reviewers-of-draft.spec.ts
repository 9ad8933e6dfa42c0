import { describe, expect, it } from 'vitest';
import type { Reviewer } from '../api/types.js';
import { isInOrder, usualDeadline, withMoved, withReviewer } from './reviewers-of-draft.js';

const reviewer = (postId: string, isAgencyLeader = false): Reviewer => ({
  postId,
  fullName: postId,
  position: '',
  unitName: null,
  role: 'leader',
  isAgencyLeader,
});
const day = '2017-12-07';
const both = withReviewer(withReviewer([], reviewer('deputy', true), day), reviewer('head'), day);
const ids = (reviewers: typeof both) => reviewers.map(({ postId }) => postId);

describe('the reviewers of a draft', () => {
  it('stand once each, those of units before the leaders of the agency', () => {
    expect(ids(both)).toEqual(['head', 'deputy']);
    expect(withReviewer(both, reviewer('head'), day)).toBe(both);
  });

  it('change places with their neighbours, and stay at the ends', () => {
    expect(ids(withMoved(both, 0, 1))).toEqual(['deputy', 'head']);
    expect(withMoved(both, 0, -1)).toBe(both);
    expect(withMoved(both, 1, 1)).toBe(both);
  });

  it('are out of order with a leader of the agency first, but only in turn', () => {
    const wrong = withMoved(both, 0, 1);
    expect([isInOrder('in-turn', both), isInOrder('in-turn', wrong), isInOrder('side-by-side', wrong)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('usually get two days, weekends left out', () => {
    expect(usualDeadline('2017-12-07')).toBe('2017-12-11');
    expect(usualDeadline('2017-12-08')).toBe('2017-12-12');
    expect(usualDeadline('2017-12-04')).toBe('2017-12-06');
  });
});
