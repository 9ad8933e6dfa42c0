import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, CalendarDayView, ExportCalendar as Wish } from '#contracts';
import { Database } from '#platform';
import { CalendarYearQuery } from './calendar-year.query.js';

/** Gives out the special days of a year as a table. */
@Injectable()
export class ExportCalendar {
  constructor(
    private readonly database: Database,
    private readonly years: CalendarYearQuery,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async execute(actor: Actor, { year, format }: Wish): Promise<readonly CalendarDayView[]> {
    return this.database.transaction(async () => {
      const { days } = await this.years.view(actor, year);
      await this.audit.record(actor, {
        action: 'working-day.exported',
        objectType: 'calendar-export',
        objectId: format,
        data: { year },
      });
      return days;
    });
  }
}
