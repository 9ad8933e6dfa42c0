import { describe, expect, it } from 'vitest';
import { mayNumberAnew, refuseClosedYear } from './numbering-policy.js';

describe('the way of numbering', () => {
  it.each([
    ['this year before its first number', 2026, false, true],
    ['this year after its first number', 2026, true, false],
    ['next year, whatever this one has', 2027, true, true],
    ['next year', 2027, false, true],
    ['a past year', 2025, false, false],
    ['the year after the next', 2028, false, false],
  ])('for %s: %d', (_when, fromYear, hasNumbers, may) => {
    expect(mayNumberAnew(fromYear, { thisYear: 2026, hasNumbers })).toBe(may);
  });
});

describe('the register of a year', () => {
  it('is open in that year alone', () => {
    expect(() => {
      refuseClosedYear(2026, 2026);
    }).not.toThrow();
    for (const year of [2025, 2027]) {
      expect(() => {
        refuseClosedYear(year, 2026);
      }).toThrow('register.year-closed');
    }
  });
});
