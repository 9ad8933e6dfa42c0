import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, SetCalendarDay as Fields } from '#contracts';
import { DomainError, isWeekday } from '#kernel';
import { Database, Events } from '#platform';
import { mayManageCalendar } from './calendar-policy.js';
import { calendarChanged, WorkingCalendar } from './working-calendar.js';

interface SetDayCommand {
  readonly day: string;
  /** The version that the change was made on; 0 for a day that is as the week has it. */
  readonly version: number;
  /** Null gives the day back to the week. */
  readonly fields: Fields | null;
}

/**
 * A day off, a day that is worked instead, or neither any more. Deadlines that run are counted anew in the same
 * transaction; what was done by then stays as it was.
 */
@Injectable()
export class SetCalendarDay {
  constructor(
    private readonly database: Database,
    private readonly calendar: WorkingCalendar,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `working-day.stale`, `working-day.worked-anyway`. */
  async execute(actor: Actor, { day, version, fields }: SetDayCommand): Promise<void> {
    if (!mayManageCalendar(actor)) {
      throw new DomainError('permission.denied');
    }
    if (fields?.kind === 'worked' && isWeekday(day)) {
      throw new DomainError('working-day.worked-anyway', { day });
    }
    await this.database.transaction(async () => {
      await this.calendar.change();
      const [before] = await this.database.query<Fields & { version: number }>(
        'SELECT kind, name, basis, version FROM calendar_days WHERE day = $1',
        [day],
      );
      if ((before?.version ?? 0) !== version || (before === undefined && fields === null)) {
        throw new DomainError('working-day.stale');
      }
      await this.write(day, fields);
      await this.audit.record(actor, {
        action: fields === null ? 'working-day.removed' : 'working-day.set',
        objectType: 'working-day',
        objectId: day,
        note: fields?.basis ?? before?.basis ?? null,
        ...(before === undefined ? {} : { before: { kind: before.kind, name: before.name, basis: before.basis } }),
        ...(fields === null ? {} : { after: { ...fields } }),
      });
      await this.events.emit(calendarChanged, { day });
    });
  }

  private async write(day: string, fields: Fields | null): Promise<void> {
    if (fields === null) {
      await this.database.execute('DELETE FROM calendar_days WHERE day = $1', [day]);
      return;
    }
    await this.database.execute(
      `INSERT INTO calendar_days (day, kind, name, basis, version) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (day) DO UPDATE SET kind = $2, name = $3, basis = $4, version = calendar_days.version + 1`,
      [day, fields.kind, fields.name, fields.basis],
    );
  }
}
