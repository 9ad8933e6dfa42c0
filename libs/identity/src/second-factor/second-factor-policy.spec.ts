import { describe, expect, it } from 'vitest';
import { roles } from '#contracts';
import { anActor } from '#testing';
import { checkMayManageRules } from './second-factor-policy.js';

describe('the rules of second factors', () => {
  it('are for the system administrator alone', () => {
    const allowed = roles.filter((role) => {
      try {
        checkMayManageRules(anActor({ role }));
        return true;
      } catch {
        return false;
      }
    });
    expect(allowed).toEqual(['system-administrator']);
  });

  it('are closed to a client whose scopes leave them out', () => {
    expect(() => checkMayManageRules(anActor({ role: 'system-administrator', scopes: [] }))).toThrow(
      'permission.denied',
    );
  });
});
