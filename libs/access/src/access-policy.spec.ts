import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '#contracts';
import {
  actionsOn,
  type AccessSubject,
  type GuardedChange,
  isKeptFrom,
  isSharedWith,
  mayChangeAccess,
  unchangedAccess,
} from './access-policy.js';

const actor = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  personId: 'person',
  postId: 'post',
  agencyId: 'agency',
  agencyLevel: 'department',
  role,
  fullName: 'Quách Thị Hà',
  position: 'Chuyên viên',
  predecessorIds: [],
  delegatedPostIds: [],
  scopes: null,
  ...overrides,
});

describe('a narrowed document', () => {
  const facts = { restrictedTo: ['post'], sharedWith: [] };

  it('is kept from everyone but those named and the leaders', () => {
    expect(isKeptFrom(actor('civil-servant'), facts)).toBe(false);
    expect(isKeptFrom(actor('clerk', { postId: 'other' }), facts)).toBe(true);
    expect(isKeptFrom(actor('archivist', { postId: 'other' }), facts)).toBe(true);
    expect(isKeptFrom(actor('leader', { postId: 'other' }), facts)).toBe(false);
  });

  it('is kept from everyone but the leaders when nobody is named', () => {
    expect(isKeptFrom(actor('clerk'), { restrictedTo: [], sharedWith: [] })).toBe(true);
  });

  it('stays open to who stands in for one of those named', () => {
    expect(isKeptFrom(actor('clerk', { postId: 'other', delegatedPostIds: ['post'] }), facts)).toBe(false);
  });

  it('is kept from a system with a leader’s role whose scopes leave the confirming of rights out', () => {
    expect(isKeptFrom(actor('leader', { postId: 'other', scopes: ['document:read'] }), facts)).toBe(true);
  });
});

describe('a shared document', () => {
  const facts = { restrictedTo: null, sharedWith: ['post'] };

  it('is open to those named, who stands in for them, and the leaders', () => {
    expect(isSharedWith(actor('civil-servant'), facts)).toBe(true);
    expect(isSharedWith(actor('civil-servant', { postId: 'other', delegatedPostIds: ['post'] }), facts)).toBe(true);
    expect(isSharedWith(actor('leader', { postId: 'other' }), facts)).toBe(true);
    expect(isSharedWith(actor('clerk', { postId: 'other' }), facts)).toBe(false);
  });

  it('is nobody’s beside its own readers while nothing was shared', () => {
    expect(isSharedWith(actor('leader'), unchangedAccess)).toBe(false);
  });
});

describe('who may change rights', () => {
  const subject = (overrides: Partial<AccessSubject> = {}): AccessSubject => ({
    agencyId: 'agency',
    readsByOwnRight: true,
    isDrafter: false,
    ...overrides,
  });

  it.each([
    ['leader', {}, true],
    ['clerk', {}, true],
    ['civil-servant', {}, false],
    ['civil-servant', { isDrafter: true }, true],
    ['archivist', {}, false],
    ['agency-administrator', {}, false],
    ['system-administrator', {}, false],
    ['auditor', {}, false],
    ['leader', { readsByOwnRight: false }, false],
    ['leader', { agencyId: 'other' }, false],
  ] as const)('as %s of %j: %s', (role, overrides, expected) => {
    expect(mayChangeAccess(actor(role), subject(overrides))).toBe(expected);
  });

  it('includes the successor of the agency', () => {
    expect(mayChangeAccess(actor('leader', { predecessorIds: ['old'] }), subject({ agencyId: 'old' }))).toBe(true);
  });
});

describe('what may be done with a change', () => {
  const change = (overrides: Partial<GuardedChange> = {}): GuardedChange => ({
    changedByPostId: 'maker',
    changedByPersonId: 'maker',
    confirmedAt: null,
    ...overrides,
  });

  it.each([
    ['leader', {}, ['confirm', 'withdraw']],
    ['leader', { changedByPersonId: 'person' }, ['withdraw']],
    ['leader', { confirmedAt: new Date() }, ['withdraw']],
    ['clerk', {}, []],
    ['clerk', { changedByPostId: 'post', changedByPersonId: 'person' }, ['withdraw']],
    ['civil-servant', { changedByPostId: 'post', changedByPersonId: 'person' }, ['withdraw']],
    ['auditor', { changedByPostId: 'post', changedByPersonId: 'person' }, []],
  ] as const)('as %s of %j: %j', (role, overrides, expected) => {
    expect(actionsOn(actor(role), change(overrides))).toEqual(expected);
  });
});
