import { Injectable } from '@nestjs/common';
import type { Actor, CalendarDayView, CalendarYearView } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { mayManageCalendar } from './calendar-policy.js';

/** The calendar of working days as the system administrator keeps it, a year at a time. */
@Injectable()
export class CalendarYearQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`. */
  async view(actor: Actor, year: number): Promise<CalendarYearView> {
    if (!mayManageCalendar(actor)) {
      throw new DomainError('permission.denied');
    }
    const days = await this.database.query<CalendarDayView>(
      `SELECT day, kind, name, basis, version FROM calendar_days
        WHERE day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) ORDER BY day`,
      [year],
    );
    return { year, hasNewYear: days.some(isAtNewYear), days };
  }
}

/** The first day of the lunar year falls between 21 January and 20 February, and no other holiday near it. */
function isAtNewYear({ day, kind }: CalendarDayView): boolean {
  const date = day.slice(5);
  return kind === 'off' && date >= '01-20' && date <= '02-25';
}
