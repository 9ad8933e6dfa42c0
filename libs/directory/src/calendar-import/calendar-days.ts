import { Injectable } from '@nestjs/common';
import type { Actor, SetCalendarDay } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { mayManageCalendar } from '../calendar-policy.js';
import { type CalendarPlan, planCalendarImport } from './plan-calendar-import.js';
import type { CalendarTable } from './read-calendar-table.js';

/** What came of a file, looked at or imported. */
export interface CalendarImportOutcome extends CalendarPlan {
  readonly imported: boolean;
}

/** Compares files with the calendar as it is now, for the preview and for the import itself. */
@Injectable()
export class CalendarDays {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`. */
  checkActor(actor: Actor): void {
    if (!mayManageCalendar(actor)) {
      throw new DomainError('permission.denied');
    }
  }

  async compare(table: CalendarTable): Promise<CalendarPlan> {
    const days = await this.database.query<SetCalendarDay & { day: string }>(
      'SELECT day, kind, name, basis FROM calendar_days WHERE day = ANY ($1::date[])',
      [table.rows.flatMap(({ day }) => (day === null ? [] : [day]))],
    );
    return planCalendarImport(table, new Map(days.map(({ day, ...fields }) => [day, fields])));
  }
}
