import { Injectable } from '@nestjs/common';
import type { CalendarDayKind } from '#contracts';
import type { SpecialDays } from '#kernel';
import { Database, defineEvent } from '#platform';

/** A day of the calendar was set or taken out: deadlines that run are counted anew in the same transaction. */
export const calendarChanged = defineEvent<{ readonly day: string }>('calendar.changed');

/** Any number that no other advisory lock of ours uses. */
const calendarLock = 7_301_060;

/** The calendar of working days for what counts with it. */
@Injectable()
export class WorkingCalendar {
  constructor(private readonly database: Database) {}

  /**
   * The days that differ from the week, from a day on. The calendar stays as it is until the transaction ends: a
   * deadline that is counted beside a change of the calendar would otherwise be left out when that counts anew.
   */
  async holdFrom(day: string): Promise<SpecialDays> {
    await this.database.query('SELECT pg_advisory_xact_lock_shared($1)', [calendarLock]);
    return this.readFrom(day);
  }

  /** Waits until nobody counts with the calendar, and lets nobody begin until the transaction ends. */
  async change(): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [calendarLock]);
  }

  /** For who already holds the calendar. */
  async readFrom(day: string): Promise<SpecialDays> {
    const days = await this.database.query<{ day: string; kind: CalendarDayKind }>(
      'SELECT day, kind FROM calendar_days WHERE day >= $1',
      [day],
    );
    const ofKind = (wanted: CalendarDayKind): Set<string> =>
      new Set(days.filter(({ kind }) => kind === wanted).map((one) => one.day));
    return { off: ofKind('off'), worked: ofKind('worked') };
  }
}
