import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '#contracts';
import { mayManageGroup, mayReadGroup } from './recipient-group-policy.js';

const actor = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  personId: 'person',
  postId: 'post',
  agencyId: 'agency',
  agencyLevel: 'department',
  role,
  fullName: 'Bùi Thị Lan',
  position: 'Văn thư',
  predecessorIds: [],
  delegatedPostIds: [],
  scopes: null,
  ...overrides,
});

const own = { agencyId: 'agency' };
const foreign = { agencyId: 'other' };
const shared = { agencyId: null };

describe('recipient groups', () => {
  it('are read by those who send or keep them: their own and the shared ones', () => {
    const readers = roles.filter((role) => mayReadGroup(actor(role), own));
    expect(readers).toEqual(['civil-servant', 'leader', 'clerk', 'agency-administrator', 'system-administrator']);
    expect(roles.filter((role) => mayReadGroup(actor(role), shared))).toEqual(readers);
    expect(roles.filter((role) => mayReadGroup(actor(role), foreign))).toEqual([]);
  });

  it('are kept by clerks and administrators of the agency, the shared ones by the system administrator alone', () => {
    const keepers = ['clerk', 'agency-administrator', 'system-administrator'];
    expect(roles.filter((role) => mayManageGroup(actor(role), own))).toEqual(keepers);
    expect(roles.filter((role) => mayManageGroup(actor(role), shared))).toEqual(['system-administrator']);
    expect(roles.filter((role) => mayManageGroup(actor(role), foreign))).toEqual([]);
  });

  it('pass to the successor of their agency', () => {
    expect(mayManageGroup(actor('clerk', { predecessorIds: ['other'] }), foreign)).toBe(true);
  });
});
