import { describe, expect, it } from 'vitest';
import { anActor } from '#testing';
import { registerOf } from './register-of.js';

describe('the register that a list shows', () => {
  const actor = anActor({ agencyId: 'own', predecessorIds: ['closed'] });

  it('is the own one when none is asked for', () => {
    expect(registerOf(actor, undefined)).toBe('own');
  });

  it('is that of a predecessor when it is asked for', () => {
    expect(registerOf(actor, 'closed')).toBe('closed');
  });

  it('is never that of an agency whose place the own one did not take', () => {
    expect(() => registerOf(actor, 'other')).toThrow('not-found');
  });
});
