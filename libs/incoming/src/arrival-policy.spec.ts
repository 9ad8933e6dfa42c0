import { describe, expect, it } from 'vitest';
import { unchangedAccess } from '#access';
import { type Actor, arrivalActions, arrivalStates, arrivalStatesInWork, type Role } from '#contracts';
import { allowsMove } from './arrival-lifecycle.js';
import { actionsOn, mayDecide, mayDo, mayReadArrival } from './arrival-policy.js';

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
  const inWork = arrivalStatesInWork.flatMap((state) =>
    ['assign', 'comment', 'complete', 'reply', 'note-paper', 'correct', 'scan'].map((action) => `${state} ${action}`),
  );
  const paper = ['arrived note-paper', 'completed note-paper'];
  const submitting = ['accepted submit', 'submitted submit'];
  const allowed = new Set(['arrived accept', 'arrived refuse', 'arrived forward', ...submitting, ...paper, ...inWork]);
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
          leads: null,
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
        leads: null,
      }),
    ).toBe(true);
    expect(
      mayReadArrival(actor('leader'), {
        agencyId: 'agency',
        state: 'arrived',
        arrivalNumber: null,
        access: unchangedAccess,
        leads: null,
      }),
    ).toBe(true);
    expect(
      mayReadArrival(actor('civil-servant'), {
        agencyId: 'agency',
        state: 'arrived',
        arrivalNumber: null,
        access: unchangedAccess,
        leads: null,
      }),
    ).toBe(false);
    expect(
      mayReadArrival(actor('civil-servant'), {
        agencyId: 'agency',
        state: 'accepted',
        arrivalNumber: 7,
        access: unchangedAccess,
        leads: null,
      }),
    ).toBe(true);
  });

  it('stays as it was for what was taken back, before it was registered and after', () => {
    const recalled = { agencyId: 'agency', state: 'recalled', access: unchangedAccess, leads: null } as const;
    expect(mayReadArrival(actor('clerk'), { ...recalled, arrivalNumber: null })).toBe(true);
    expect(mayReadArrival(actor('civil-servant'), { ...recalled, arrivalNumber: null })).toBe(false);
    expect(mayReadArrival(actor('civil-servant'), { ...recalled, arrivalNumber: 7 })).toBe(true);
  });
});

describe('who answers what a sender asks', () => {
  it('is the clerk of the agency', () => {
    const arrival = {
      agencyId: 'agency',
      state: 'accepted',
      arrivalNumber: 7,
      access: unchangedAccess,
      leads: null,
    } as const;
    expect(mayDecide(actor('clerk'), arrival)).toBe(true);
    expect(mayDecide(actor('leader'), arrival)).toBe(false);
    expect(mayDecide(actor('clerk', 'other'), arrival)).toBe(false);
  });
});

describe('what people may do with an arrival', () => {
  it.each([
    ['clerk', 'arrived', ['accept', 'refuse', 'forward', 'note-paper']],
    ['leader', 'arrived', []],
    ['clerk', 'accepted', ['submit', 'comment', 'complete', 'reply', 'note-paper']],
    ['leader', 'submitted', ['assign', 'comment', 'complete', 'reply']],
    ['civil-servant', 'accepted', ['comment', 'complete', 'reply']],
    ['civil-servant', 'in-process', ['comment', 'complete', 'reply']],
    ['archivist', 'accepted', []],
    ['clerk', 'refused', []],
    ['clerk', 'completed', ['note-paper']],
    ['clerk', 'replaced', []],
    ['clerk', 'recalled', []],
  ] as const)('as %s when it is %s: %j', (role, state, actions) => {
    const arrivalNumber = state === 'arrived' || state === 'refused' ? null : 7;
    const arrival = { agencyId: 'agency', state, arrivalNumber, access: unchangedAccess, leads: null } as const;
    expect(actionsOn(actor(role), { ...arrival, source: 'electronic', paperArrivedOn: null })).toEqual(actions);
  });

  it.each([
    ['clerk', 'accepted', ['submit', 'comment', 'complete', 'reply', 'correct', 'scan']],
    ['clerk', 'completed', []],
    ['civil-servant', 'accepted', ['comment', 'complete', 'reply']],
  ] as const)('as %s when it came on paper and is %s: %j', (role, state, actions) => {
    const arrival = { agencyId: 'agency', state, arrivalNumber: 7, access: unchangedAccess, leads: null } as const;
    expect(actionsOn(actor(role), { ...arrival, source: 'paper', paperArrivedOn: null })).toEqual(actions);
  });

  it('as a clerk, with paper that came already: it comes once', () => {
    const arrival = { agencyId: 'agency', state: 'arrived', arrivalNumber: null, access: unchangedAccess } as const;
    const noted = { ...arrival, leads: null, source: 'electronic', paperArrivedOn: '2017-12-07' } as const;
    expect(actionsOn(actor('clerk'), noted)).toEqual(['accept', 'refuse', 'forward']);
  });
});

describe('who ends the work on an arrival', () => {
  const assigned = { agencyId: 'agency', state: 'assigned', arrivalNumber: 7, access: unchangedAccess } as const;

  it.each([
    ['civil-servant', true, true],
    ['civil-servant', false, false],
    ['leader', false, true],
    ['clerk', false, true],
  ] as const)('as %s, leading it: %s', (role, leads, may) => {
    expect(mayDo(actor(role), { ...assigned, leads }, 'complete')).toBe(may);
  });
});

describe('an arrival in the register of a closed agency', () => {
  it('is read and finished by the people of the one that took its place, and by no others', () => {
    const arrival = {
      agencyId: 'closed',
      state: 'accepted',
      arrivalNumber: 7,
      access: unchangedAccess,
      leads: null,
      source: 'electronic',
      paperArrivedOn: null,
    } as const;
    expect(actionsOn({ ...actor('clerk'), predecessorIds: ['closed'] }, arrival)).toEqual([
      'submit',
      'comment',
      'complete',
      'reply',
      'note-paper',
    ]);
    expect(mayReadArrival({ ...actor('clerk'), predecessorIds: ['another'] }, arrival)).toBe(false);
  });
});
