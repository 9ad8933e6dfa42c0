import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '#contracts';
import {
  actionsOnPerson,
  canStandIn,
  canTakeOver,
  grantableRoles,
  type GuardedPerson,
  mayManagePerson,
  mayManagePost,
  mayReadPerson,
} from './person-policy.js';

const actor = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  personId: 'administrator',
  postId: 'post',
  agencyId: 'agency',
  agencyLevel: 'department',
  role,
  fullName: 'Nguyễn Thị Hoa',
  position: 'Quản trị',
  predecessorIds: [],
  delegatedPostIds: [],
  scopes: null,
  ...overrides,
});

const person = (...posts: readonly [agencyId: string, role: Role][]): GuardedPerson => ({
  id: 'person',
  posts: posts.map(([agencyId, role]) => ({ agencyId, role })),
});

const colleague = person(['agency', 'clerk']);
const stranger = person(['elsewhere', 'clerk']);
const both = person(['agency', 'clerk'], ['elsewhere', 'clerk']);

describe('who may read people', () => {
  it('is an agency’s administrator for the own agency, those who also work elsewhere included', () => {
    expect(mayReadPerson(actor('agency-administrator'), colleague)).toBe(true);
    expect(mayReadPerson(actor('agency-administrator'), both)).toBe(true);
    expect(mayReadPerson(actor('agency-administrator'), stranger)).toBe(false);
  });

  it('is who administers or audits the system, for all', () => {
    expect(mayReadPerson(actor('system-administrator'), stranger)).toBe(true);
    expect(mayReadPerson(actor('auditor'), stranger)).toBe(true);
  });

  it.each(['civil-servant', 'leader', 'clerk', 'archivist'] as const)('is not a %s', (role) => {
    expect(mayReadPerson(actor(role), colleague)).toBe(false);
  });
});

describe('who may manage people', () => {
  it('is no auditor', () => {
    expect(mayManagePerson(actor('auditor'), colleague)).toBe(false);
  });

  it('is an agency’s administrator only for people who work nowhere else', () => {
    expect(mayManagePerson(actor('agency-administrator'), colleague)).toBe(true);
    expect(mayManagePerson(actor('agency-administrator'), both)).toBe(false);
  });

  it.each(['system-administrator', 'auditor'] as const)('is no agency’s administrator for a %s', (role) => {
    const above = person(['agency', 'clerk'], ['agency', role]);
    expect(mayManagePerson(actor('agency-administrator'), above)).toBe(false);
    expect(actionsOnPerson(actor('agency-administrator'), above, { isDisabled: false, isLinked: true })).toEqual([]);
    expect(mayManagePerson(actor('system-administrator'), above)).toBe(true);
  });

  it('lets nobody lock themselves out or give themselves a post', () => {
    const self = { ...colleague, id: 'administrator' };
    expect(actionsOnPerson(actor('system-administrator'), self, { isDisabled: false, isLinked: true })).toEqual([
      'edit',
    ]);
    expect(grantableRoles(actor('system-administrator'), self)).toEqual([]);
  });

  it('offers to let go of an account at the identity provider only where there is one', () => {
    const offered = (isDisabled: boolean, isLinked: boolean) =>
      actionsOnPerson(actor('system-administrator'), colleague, { isDisabled, isLinked }).includes('unlink');
    expect([offered(false, true), offered(true, true), offered(false, false)]).toEqual([true, true, false]);
  });
});

describe('which posts may be given', () => {
  it('are all, by who administers the system', () => {
    expect(grantableRoles(actor('system-administrator'), stranger)).toEqual([...roles]);
  });

  it('are those of the own agency that reach no further, by its administrator', () => {
    const given = grantableRoles(actor('agency-administrator'), colleague);
    expect(given).toContain('agency-administrator');
    expect(given).not.toContain('system-administrator');
    expect(given).not.toContain('auditor');
    const elsewhere = { agencyId: 'elsewhere', role: 'clerk' } as const;
    expect(mayManagePost(actor('agency-administrator'), colleague, elsewhere)).toBe(false);
  });

  it('are none by a system with a scope for people of its own agency alone', () => {
    const client = actor('system-administrator', { scopes: ['person:read', 'person:manage'] });
    expect(grantableRoles(client, stranger)).toEqual([]);
    expect(grantableRoles(client, colleague)).not.toContain('system-administrator');
  });
});

describe('who may take over from a post', () => {
  const from = (role: Role) => ({ agencyId: 'agency', role });

  it.each([
    ['civil-servant', 'civil-servant', true],
    ['civil-servant', 'leader', true],
    ['clerk', 'civil-servant', true],
    ['leader', 'leader', true],
    ['leader', 'civil-servant', false],
    ['civil-servant', 'archivist', false],
    ['auditor', 'auditor', true],
  ] as const)('from a %s to a %s: %s', (one, other, expected) => {
    expect(canTakeOver(from(one), from(other))).toBe(expected);
  });

  it('is nobody of another agency', () => {
    expect(canTakeOver(from('clerk'), { agencyId: 'elsewhere', role: 'clerk' })).toBe(false);
  });
});

describe('who may stand in for a post', () => {
  const absent = { agencyId: 'agency', role: 'leader', personId: 'absent' } as const;

  it('is somebody else of the same agency and role', () => {
    expect(canStandIn(absent, { ...absent, personId: 'present' })).toBe(true);
    expect(canStandIn(absent, absent)).toBe(false);
    expect(canStandIn(absent, { ...absent, personId: 'present', agencyId: 'elsewhere' })).toBe(false);
    expect(canStandIn(absent, { ...absent, personId: 'present', role: 'clerk' })).toBe(false);
  });

  it.each(['agency-administrator', 'system-administrator', 'auditor'] as const)('is nobody for a %s', (role) => {
    expect(canStandIn({ ...absent, role }, { ...absent, role, personId: 'present' })).toBe(false);
  });
});
