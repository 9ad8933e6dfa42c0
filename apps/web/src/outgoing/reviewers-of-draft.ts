import type { PlannedReviewer, Reviewer, ReviewMode } from '../api/types.js';

/** Days that a reviewer gets unless the drafter says otherwise; a weekend does not count. */
const usualDays = 2;

/** The day by which an opinion is usually asked for: two working days on, holidays aside. */
export function usualDeadline(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  for (let left = usualDays; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    left -= day.getUTCDay() === 0 || day.getUTCDay() === 6 ? 0 : 1;
  }
  return day.toISOString().slice(0, 10);
}

/** Adds somebody once: people of units before the leaders of the agency, each at the end of theirs. */
export function withReviewer(
  reviewers: readonly PlannedReviewer[],
  added: Reviewer,
  dueOn: string,
): readonly PlannedReviewer[] {
  if (reviewers.some(({ postId }) => postId === added.postId)) {
    return reviewers;
  }
  const { postId, fullName, position, unitName, isAgencyLeader } = added;
  const one = { postId, fullName, position, unitName, isAgencyLeader, dueOn };
  const leader = reviewers.findIndex((reviewer) => reviewer.isAgencyLeader);
  const at = isAgencyLeader || leader < 0 ? reviewers.length : leader;
  return [...reviewers.slice(0, at), one, ...reviewers.slice(at)];
}

/** Moves somebody one place up (-1) or down (+1). */
export function withMoved(
  reviewers: readonly PlannedReviewer[],
  index: number,
  by: -1 | 1,
): readonly PlannedReviewer[] {
  const moved = reviewers[index];
  const other = reviewers[index + by];
  if (moved === undefined || other === undefined) {
    return reviewers;
  }
  const next = [...reviewers];
  next[index] = other;
  next[index + by] = moved;
  return next;
}

/** In turn a leader of the agency is asked after its units. */
export function isInOrder(mode: ReviewMode, reviewers: readonly PlannedReviewer[]): boolean {
  const leader = reviewers.findIndex(({ isAgencyLeader }) => isAgencyLeader);
  return mode === 'side-by-side' || leader < 0 || reviewers.slice(leader).every((one) => one.isAgencyLeader);
}
