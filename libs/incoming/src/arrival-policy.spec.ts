import { describe, expect, it } from 'vitest';
import { unchangedAccess } from '#access';
import { type Actor, arrivalActions, arrivalStates, type Role } from '#contracts';
import { allowsMove } from './arrival-lifecycle.js';
import { actionsOn, mayDecide, mayReadArrival } from './arrival-policy.js';

const actor = (role: Role, agencyId = 'agency'): Actor => ({
  personId: 'person',
  postId: 'post',
  agencyId,
  agencyLevel: 'department',
  role,
  fullName: 'Bùi Văn Nam',
  position: 'Văn thư',
  predecessorIds: [],
  delegatedPostIds: [],
  scopes: null,
});

describe('the lifecycle of an arrival', () => {
  const allowed = new Set(['arrived accept', 'arrived refuse', 'accepted complete', 'accepted reply']);
  const every = arrivalStates.flatMap((state) => arrivalActions.map((action) => ({ state, action })));

  it.each(every)('from $state, $action is as the table says', ({ state, action }) => {
    expect(allowsMove(state, action)).toBe(allowed.has(`${state} ${action}`));
  });
});

describe('who may read an arrival', () => {
  it('is nobody of another agency, the sender included', () => {
    for (const role of ['clerk', 'leader', 'civil-servant', 'system-administrator'] as const) {
      expect(
        mayReadArrival(actor(role, 'other'), {
          agencyId: 'agency',
          state: 'accepted',
          arrivalNumber: 7,
          access: unchangedAccess,
        }),
      ).toBe(false);
    }
  });

  it('is the clerk and the leader until it is registered, then the agency', () => {
    expect(
      mayReadArrival(actor('clerk'), {
        agencyId: 'agency',
        state: 'arrived',
        arrivalNumber: null,
        access: unchangedAccess,
      }),
    ).toBe(true);
    expect(
      mayReadArrival(actor('leader'), {
        agencyId: 'agency',
        state: 'arrived',
        arrivalNumber: null,
        access: unchangedAccess,
      }),
    ).toBe(true);
    expect(
      mayReadArrival(actor('civil-servant'), {
        agencyId: 'agency',
        state: 'arrived',
        arrivalNumber: null,
        access: unchangedAccess,
      }),
    ).toBe(false);
    expect(
      mayReadArrival(actor('civil-servant'), {
        agencyId: 'agency',
        state: 'accepted',
        arrivalNumber: 7,
        access: unchangedAccess,
      }),
    ).toBe(true);
  });

  it('stays as it was for what was taken back, before it was registered and after', () => {
    const recalled = { agencyId: 'agency', state: 'recalled', access: unchangedAccess } as const;
    expect(mayReadArrival(actor('clerk'), { ...recalled, arrivalNumber: null })).toBe(true);
    expect(mayReadArrival(actor('civil-servant'), { ...recalled, arrivalNumber: null })).toBe(false);
    expect(mayReadArrival(actor('civil-servant'), { ...recalled, arrivalNumber: 7 })).toBe(true);
  });
});

describe('who answers what a sender asks', () => {
  it('is the clerk of the agency', () => {
    const arrival = { agencyId: 'agency', state: 'accepted', arrivalNumber: 7, access: unchangedAccess } as const;
    expect(mayDecide(actor('clerk'), arrival)).toBe(true);
    expect(mayDecide(actor('leader'), arrival)).toBe(false);
    expect(mayDecide(actor('clerk', 'other'), arrival)).toBe(false);
  });
});

describe('what people may do with an arrival', () => {
  it.each([
    ['clerk', 'arrived', ['accept', 'refuse']],
    ['leader', 'arrived', []],
    ['civil-servant', 'accepted', ['complete', 'reply']],
    ['archivist', 'accepted', []],
    ['clerk', 'refused', []],
    ['clerk', 'completed', []],
    ['clerk', 'replaced', []],
    ['clerk', 'recalled', []],
  ] as const)('as %s when it is %s: %j', (role, state, actions) => {
    const arrivalNumber = state === 'arrived' || state === 'refused' ? null : 7;
    expect(actionsOn(actor(role), { agencyId: 'agency', state, arrivalNumber, access: unchangedAccess })).toEqual(
      actions,
    );
  });
});

describe('an arrival in the register of a closed agency', () => {
  it('is read and finished by the people of the one that took its place, and by no others', () => {
    const arrival = { agencyId: 'closed', state: 'accepted', arrivalNumber: 7, access: unchangedAccess } as const;
    expect(actionsOn({ ...actor('clerk'), predecessorIds: ['closed'] }, arrival)).toEqual(['complete', 'reply']);
    expect(mayReadArrival({ ...actor('clerk'), predecessorIds: ['another'] }, arrival)).toBe(false);
  });
});
