import { describe, expect, it } from 'vitest';
import { dayByKey, daysOfMonth, isWeekend, weekdayOf } from './days-of-year.js';

describe('the days of a year', () => {
  it('are those of its months, the leap day with them', () => {
    expect(daysOfMonth(2028, 2)).toHaveLength(29);
    expect(daysOfMonth(2027, 2)).toHaveLength(28);
    expect(daysOfMonth(2026, 12).at(-1)).toBe('2026-12-31');
  });

  it('stand in weeks that begin on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(isWeekend('2026-11-22')).toBe(true);
    expect(isWeekend('2026-11-20')).toBe(false);
  });

  it.each([
    ['ArrowRight', '2026-01-31', '2026-02-01'],
    ['ArrowUp', '2026-03-02', '2026-02-23'],
    ['ArrowLeft', '2026-01-01', undefined],
    ['ArrowDown', '2026-12-30', undefined],
    ['PageDown', '2026-01-31', '2026-02-28'],
    ['PageUp', '2026-01-15', undefined],
    ['Home', '2026-05-05', '2026-01-01'],
    ['End', '2026-05-05', '2026-12-31'],
    ['x', '2026-05-05', undefined],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(dayByKey(key, from)).toBe(to);
  });
});
