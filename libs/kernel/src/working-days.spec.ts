import { describe, expect, it } from 'vitest';
import {
  dueAt,
  endOfItsWorkingDay,
  isWorkingDay,
  lastEndOfWork,
  nextWorkingDay,
  type SpecialDays,
  type TimeLimit,
  workingDayAfter,
} from './working-days.js';

const special: SpecialDays = {
  // Tết 2026 from Monday to Friday, New Year's Day, and a Friday that is made up for on the Saturday after.
  off: new Set(['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
  worked: new Set(['2026-01-10']),
};
const officeHours = { morningEnds: '11:30', dayEnds: '17:00' };
const endOfNext: TimeLimit = { workingDays: 1, until: 'end' };
const morningOfNext: TimeLimit = { workingDays: 1, until: 'morning' };
const vietnam = (day: string, time: string): Date => new Date(`${day}T${time}+07:00`);
const due = (day: string, time: string, limit: TimeLimit): Date =>
  dueAt(vietnam(day, time), limit, special, officeHours);

describe('working days', () => {
  it('are Monday to Friday where the calendar says nothing else', () => {
    expect(isWorkingDay('2026-03-06', special)).toBe(true);
    expect(isWorkingDay('2026-03-07', special)).toBe(false);
    expect(isWorkingDay('2026-03-08', special)).toBe(false);
  });

  it('leave out holidays and hold Saturdays that are worked for another day', () => {
    expect(isWorkingDay('2026-02-17', special)).toBe(false);
    expect(isWorkingDay('2026-01-10', special)).toBe(true);
    expect(nextWorkingDay('2026-01-09', special)).toBe('2026-01-10');
    expect(nextWorkingDay('2026-01-10', special)).toBe('2026-01-12');
  });

  it('go over the turn of the year and over the leap day', () => {
    expect(nextWorkingDay('2025-12-31', special)).toBe('2026-01-05');
    expect(nextWorkingDay('2028-02-28', special)).toBe('2028-02-29');
    expect(nextWorkingDay('2027-02-26', special)).toBe('2027-03-01');
  });

  it('are counted without the day on which the count begins, none of them being that day itself', () => {
    expect(workingDayAfter('2026-02-13', 0, special)).toBe('2026-02-13');
    expect(workingDayAfter('2026-02-13', 3, special)).toBe('2026-02-25');
  });
});

describe('a deadline', () => {
  it('of what is signed on a Friday evening is on Monday', () => {
    expect(due('2026-03-06', '21:00:00', endOfNext)).toEqual(vietnam('2026-03-09', '17:00:00'));
    expect(due('2026-03-06', '21:00:00', morningOfNext)).toEqual(vietnam('2026-03-09', '11:30:00'));
  });

  it('of what is signed a minute before the last day before Tết ends is after Tết', () => {
    expect(due('2026-02-13', '16:59:00', endOfNext)).toEqual(vietnam('2026-02-23', '17:00:00'));
  });

  it('of what is signed before a Saturday that is worked is on that Saturday', () => {
    expect(due('2026-01-09', '16:59:00', endOfNext)).toEqual(vietnam('2026-01-10', '17:00:00'));
    expect(due('2026-01-10', '08:00:00', morningOfNext)).toEqual(vietnam('2026-01-12', '11:30:00'));
  });

  it('of what is signed on the last day of the year is in the next, and stands on the leap day', () => {
    expect(due('2025-12-31', '16:59:00', endOfNext)).toEqual(vietnam('2026-01-05', '17:00:00'));
    expect(due('2028-02-28', '16:59:00', endOfNext)).toEqual(vietnam('2028-02-29', '17:00:00'));
    expect(due('2028-02-29', '16:59:00', endOfNext)).toEqual(vietnam('2028-03-01', '17:00:00'));
  });

  it('counts from the day in Vietnam, which begins seven hours before that of UTC', () => {
    expect(due('2026-03-05', '00:30:00', endOfNext)).toEqual(vietnam('2026-03-06', '17:00:00'));
    expect(due('2026-03-05', '23:59:59', endOfNext)).toEqual(vietnam('2026-03-06', '17:00:00'));
  });

  it('of what is to be done at once does not wait for a working day', () => {
    expect(due('2026-02-17', '23:50:00', { minutes: 30 })).toEqual(vietnam('2026-02-18', '00:20:00'));
  });
});

describe('what has to be done the same day', () => {
  it.each([
    ['in the morning of a working day', '2026-03-05', '08:00', '2026-03-05'],
    ['in its last minute', '2026-03-05', '17:00', '2026-03-05'],
    ['after hours', '2026-03-05', '17:01', '2026-03-06'],
    ['on a Friday evening', '2026-03-06', '19:00', '2026-03-09'],
    ['on a Saturday', '2026-03-07', '09:00', '2026-03-09'],
    ['on a Saturday that is worked', '2026-01-10', '09:00', '2026-01-10'],
    ['in Tết', '2026-02-17', '09:00', '2026-02-23'],
  ])('when it came %s (%s %s) has until the end of %s', (_what, day, time, until) => {
    expect(endOfItsWorkingDay(vietnam(day, time), special, officeHours)).toEqual(vietnam(until, '17:00'));
  });

  it.each([
    ['before work ends', '2026-03-06', '16:59', '2026-03-05'],
    ['when it has just ended', '2026-03-06', '17:00', '2026-03-06'],
    ['on a Sunday', '2026-03-08', '12:00', '2026-03-06'],
    ['on a Monday morning', '2026-03-09', '08:00', '2026-03-06'],
    ['on the last day of Tết', '2026-02-20', '23:00', '2026-02-13'],
    ['after a Saturday that is worked', '2026-01-11', '08:00', '2026-01-10'],
  ])('is late %s (%s %s) when it came before work ended on %s', (_what, day, time, last) => {
    expect(lastEndOfWork(vietnam(day, time), special, officeHours)).toEqual(vietnam(last, '17:00'));
  });

  it('is late exactly when its time is over, whenever it came', () => {
    const hour = 3_600_000;
    const now = vietnam('2026-02-24', '10:00');
    for (let came = now.getTime() - 20 * 24 * hour; came < now.getTime(); came += hour / 2) {
      const isOver = endOfItsWorkingDay(new Date(came), special, officeHours) <= now;
      expect(new Date(came) <= lastEndOfWork(now, special, officeHours)).toBe(isOver);
    }
  });
});
