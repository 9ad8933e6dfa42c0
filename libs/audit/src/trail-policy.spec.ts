import { describe, expect, it } from 'vitest';
import { roles } from '#contracts';
import { anActor } from '#testing';
import { chainFor } from './trail-policy.js';

const other = '00000000-0000-7000-8000-0000000000aa';
const former = '00000000-0000-7000-8000-0000000000bb';

describe('the trail', () => {
  it.each(['system-administrator', 'auditor'] as const)('is open to a %s as a whole, or one chain of it', (role) => {
    const actor = anActor({ role });
    expect(chainFor(actor)).toBeNull();
    expect(chainFor(actor, other)).toBe(other);
  });

  it('shows an agency’s administrator the own chain, and those of the agencies whose place it took', () => {
    const actor = anActor({ role: 'agency-administrator', predecessorIds: [former] });
    expect(chainFor(actor)).toBe(actor.agencyId);
    expect(chainFor(actor, actor.agencyId)).toBe(actor.agencyId);
    expect(chainFor(actor, former)).toBe(former);
    expect(() => chainFor(actor, other)).toThrow('not-found');
  });

  it.each(roles.filter((role) => !/administrator|auditor/.test(role)))('is closed to a %s', (role) => {
    const actor = anActor({ role });
    expect(() => chainFor(actor)).toThrow('permission.denied');
    expect(() => chainFor(actor, actor.agencyId)).toThrow('permission.denied');
  });
});
