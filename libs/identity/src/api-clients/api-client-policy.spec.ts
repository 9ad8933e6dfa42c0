import { describe, expect, it } from 'vitest';
import { type Actor, clientRoles, clientScopes, type Role, roles, scopesFor } from '#contracts';
import { anActor } from '#testing';
import { mayManageClientsOf, scopesBeyond } from './api-client-policy.js';

const acting = (role: Role): Actor => anActor({ role, agencyId: 'own' });

describe('connecting other systems', () => {
  it.each(roles.map((role) => [role, role.endsWith('administrator'), role === 'system-administrator'] as const))(
    'is for a %s of the own agency: %s, of another: %s',
    (role, own, other) => {
      expect(mayManageClientsOf(acting(role), 'own')).toBe(own);
      expect(mayManageClientsOf(acting(role), 'other')).toBe(other);
    },
  );

  it('is never for another system, whatever it was granted', () => {
    const client = anActor({ role: 'agency-administrator', agencyId: 'own', scopes: ['document:read'] });
    expect(mayManageClientsOf(client, 'own')).toBe(false);
  });
});

describe('what a system can be granted', () => {
  it('is part of what its role may do', () => {
    expect(scopesBeyond('clerk', ['document:issue', 'arrival:receive'])).toEqual([]);
    expect(scopesBeyond('civil-servant', ['document:draft', 'document:issue'])).toEqual(['document:issue']);
    expect(scopesBeyond('archivist', ['archive:read', 'document:draft'])).toEqual(['document:draft']);
  });

  it('is never to approve, to administer or to audit', () => {
    expect(clientRoles).not.toEqual(expect.arrayContaining(['leader']));
    expect(clientRoles.filter((role) => /administrator|auditor/.test(role))).toEqual([]);
    expect(clientScopes.filter((scope) => /approve|manage|confirm|trail|person|all$/.test(scope))).toEqual([]);
  });

  it.each(clientRoles)('is something for a %s', (role) => {
    expect(scopesFor(role).length).toBeGreaterThan(2);
  });
});
