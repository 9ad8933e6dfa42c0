import { expect, it } from 'vitest';
import type { Actor, AgencyLevel, Role } from '#contracts';
import { shareScope } from './share-policy.js';

function actor(role: Role, agencyLevel: AgencyLevel): Actor {
  return {
    personId: 'p',
    postId: 'o',
    agencyId: 'own',
    agencyLevel,
    role,
    fullName: 'Bùi Thị An',
    position: '',
    predecessorIds: [],
    delegatedPostIds: [],
    scopes: null,
  };
}

it.each<[Role, AgencyLevel]>([
  ['system-administrator', 'department'],
  ['auditor', 'district'],
  ['leader', 'province'],
  ['clerk', 'province'],
  ['leader', 'province-office'],
  ['clerk', 'province-office'],
])('a %s of level %s sees what everybody sent', (role, level) => {
  expect(shareScope(actor(role, level))).toEqual({ senderId: null });
});

it.each<[Role, AgencyLevel]>([
  ['civil-servant', 'province'],
  ['archivist', 'province-office'],
  ['agency-administrator', 'province'],
  ['leader', 'department'],
  ['clerk', 'equivalent-agency'],
  ['leader', 'district'],
  ['civil-servant', 'commune'],
])('a %s of level %s sees what their own agency sent', (role, level) => {
  expect(shareScope(actor(role, level))).toEqual({ senderId: 'own' });
});

it('shows one agency alone to those who see what everybody sent', () => {
  expect(shareScope(actor('auditor', 'district'), 'other')).toEqual({ senderId: 'other' });
});

it('shows a predecessor to its successor, and nobody else’s share to anyone who sees their own', () => {
  const successor = { ...actor('leader', 'department'), predecessorIds: ['closed'] };
  expect(shareScope(successor, 'closed')).toEqual({ senderId: 'closed' });
  expect(() => shareScope(successor, 'other')).toThrow('not-found');
});
