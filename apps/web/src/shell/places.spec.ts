import { describe, expect, it } from 'vitest';
import { countOf, isPlace, lateIn, placesFor } from './places.js';

const keys = (groups: ReturnType<typeof placesFor>) => groups.flatMap(({ places }) => places.map(({ key }) => key));

describe('the places of a person', () => {
  it('are those that their permissions open', () => {
    expect(keys(placesFor(['document:read', 'document:approve', 'share:read']))).toEqual([
      'toApprove',
      'toKnow',
      'outgoing',
      'late',
      'share',
    ]);
    expect(keys(placesFor(['share:read']))).toEqual(['share']);
  });

  it('show what waits in them', () => {
    const counts = {
      toReceive: 4,
      toAssign: 0,
      toHandle: 0,
      lateToHandle: 0,
      toReview: 0,
      toApprove: 0,
      toIssue: 3,
      toSend: 0,
      lateToIssue: 2,
      lateToSend: 0,
      senderRequests: 0,
      held: 0,
      toKnow: 0,
      needsAttention: 0,
      unreadyYears: 0,
      toConfirmAccess: 0,
    };
    const [receive] = placesFor(['arrival:receive']).flatMap(({ places }) => places);
    expect(receive && countOf(receive, counts)).toBe(4);
    expect(receive && countOf(receive, undefined)).toBe(0);
    const [issue] = placesFor(['document:issue']).flatMap(({ places }) => places);
    expect(issue && lateIn(issue, counts)).toBe(2);
    expect(receive && lateIn(receive, counts)).toBe(0);
  });

  it('are marked one at a time: the to-do by its box, the register for all the rest', () => {
    const all = placesFor(['arrival:receive', 'arrival:read']).flatMap(({ places }) => places);
    const marked = (pathname: string, box?: string) =>
      all.filter((place) => isPlace(place, pathname, box)).map(({ key }) => key);
    expect(marked('/incoming', 'to-receive')).toEqual(['toReceive']);
    expect(marked('/incoming', 'completed')).toEqual(['incoming']);
    expect(marked('/incoming/0198')).toEqual(['incoming']);
    expect(marked('/archive')).toEqual([]);
  });
});
