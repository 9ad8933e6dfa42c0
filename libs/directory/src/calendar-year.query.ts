import { Injectable } from '@nestjs/common';
import type { Actor, CalendarDayView, CalendarYearView } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { mayManageCalendar } from './calendar-policy.js';
import { hasNewYear, yearsToWatch } from './new-year-watch.js';

/** The calendar of working days as the system administrator keeps it, a year at a time. */
@Injectable()
export class CalendarYearQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

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
    const known = await this.database.query<{ year: number }>(
      `SELECT year FROM unnest($1::integer[]) AS year WHERE ${hasNewYear('year')}`,
      [[year, ...yearsToWatch(dayOf(this.clock.now()))]],
    );
    const isKnown = (wanted: number): boolean => known.some((one) => one.year === wanted);
    const unready = yearsToWatch(dayOf(this.clock.now())).filter((watched) => !isKnown(watched));
    return { year, hasNewYear: isKnown(year), unready, days };
  }
}
