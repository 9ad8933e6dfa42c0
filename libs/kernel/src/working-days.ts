import { dayOf } from './clock.js';

/** The days that differ from the week, in which Monday to Friday are worked. */
export interface SpecialDays {
  /** Holidays, and weekdays that are made up for on another day. */
  readonly off: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked. */
  readonly worked: ReadonlySet<string>;
}

/** The hours of an office as times of day in Vietnam, `HH:MM`: a setting, as the rules say “day” and “morning” only. */
export interface OfficeHours {
  readonly morningEnds: string;
  readonly dayEnds: string;
}

/** Until when something has to be done once it has begun. */
export type TimeLimit =
  /** Not later than that many working days after the day it began: until their end, or the end of the morning. */
  | { readonly workingDays: number; readonly until: 'morning' | 'end' }
  /** At once, on days off and at night too. */
  | { readonly minutes: number };

/** Monday to Friday. */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export function isWorkingDay(day: string, { off, worked }: SpecialDays): boolean {
  return worked.has(day) || (isWeekday(day) && !off.has(day));
}

/** The working day that comes `count` working days after a day, which itself does not count. */
export function workingDayAfter(day: string, count: number, special: SpecialDays): string {
  let found = day;
  for (let left = count; left > 0; left -= isWorkingDay(found, special) ? 1 : 0) {
    found = dayFrom(found, 1);
  }
  return found;
}

/** Working days from a day until another: 0 for the same day, negative once it is over; the first day does not count. */
export function workingDaysUntil(from: string, until: string, special: SpecialDays): number {
  const [first, last] = from <= until ? [from, until] : [until, from];
  let count = 0;
  for (let day = first; day < last;) {
    day = dayFrom(day, 1);
    count += isWorkingDay(day, special) ? 1 : 0;
  }
  return from <= until ? count : -count;
}

export function nextWorkingDay(day: string, special: SpecialDays): string {
  return workingDayAfter(day, 1, special);
}

export function endOfWorkingDay(day: string, { dayEnds }: OfficeHours): Date {
  return timeOn(day, dayEnds);
}

/** The moment until which something that began then has to be done. */
export function dueAt(began: Date, limit: TimeLimit, special: SpecialDays, hours: OfficeHours): Date {
  if ('minutes' in limit) {
    return new Date(began.getTime() + limit.minutes * 60_000);
  }
  const day = workingDayAfter(dayOf(began), limit.workingDays, special);
  return limit.until === 'morning' ? timeOn(day, hours.morningEnds) : endOfWorkingDay(day, hours);
}

/** The end of the working day in which something came, or of the next one for what came outside of one. */
export function endOfItsWorkingDay(came: Date, special: SpecialDays, hours: OfficeHours): Date {
  const day = dayOf(came);
  const end = endOfWorkingDay(day, hours);
  return isWorkingDay(day, special) && came <= end ? end : endOfWorkingDay(nextWorkingDay(day, special), hours);
}

/** The last end of a working day until now: what came before it and had to be done the same day is late. */
export function lastEndOfWork(now: Date, special: SpecialDays, hours: OfficeHours): Date {
  let day = dayOf(now);
  while (!isWorkingDay(day, special) || endOfWorkingDay(day, hours) > now) {
    day = dayFrom(day, -1);
  }
  return endOfWorkingDay(day, hours);
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Vietnam has kept one time, seven hours before UTC, since 1975. */
function timeOn(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`);
}
