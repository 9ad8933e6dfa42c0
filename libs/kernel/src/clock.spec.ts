import { describe, expect, it } from 'vitest';
import { dayOf, yearOf } from './clock.js';

describe('days in Vietnam', () => {
  it('begin seven hours before the day in UTC', () => {
    expect(dayOf(new Date('2017-12-31T16:59:59.999Z'))).toBe('2017-12-31');
    expect(dayOf(new Date('2017-12-31T17:00:00.000Z'))).toBe('2018-01-01');
  });

  it('turn the year at midnight in Vietnam, not in UTC', () => {
    expect(yearOf(new Date('2017-12-31T16:59:59Z'))).toBe(2017);
    expect(yearOf(new Date('2017-12-31T17:00:00Z'))).toBe(2018);
  });
});
