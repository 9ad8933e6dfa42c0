import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, Events } from '#platform';
import { calendarChanged, WorkingCalendar } from '../working-calendar.js';
import { CalendarDays, type CalendarImportOutcome } from './calendar-days.js';
import type { PlannedDay } from './plan-calendar-import.js';
import { readCalendarTable } from './read-calendar-table.js';

export interface ImportCalendarCommand {
  /** Read only when the actor may import. */
  readonly content: AsyncIterable<Buffer>;
  /** The digest of the plan that was looked at. */
  readonly plan: string;
}

/** Does what the preview of a file of days said: all of it or nothing. Deadlines that run are counted anew with it. */
@Injectable()
export class ImportCalendar {
  constructor(
    private readonly database: Database,
    private readonly calendar: WorkingCalendar,
    private readonly days: CalendarDays,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * The same import again finds nothing left to do, and succeeds.
   *
   * @throws DomainError `permission.denied`, `file-import.has-faults`, `file-import.changed-meanwhile`, what `readTable`
   * refuses, and what the reading of `content` throws.
   */
  async execute(actor: Actor, { content, plan }: ImportCalendarCommand): Promise<CalendarImportOutcome> {
    this.days.checkActor(actor);
    const file = await buffer(content);
    const table = await readCalendarTable(file);
    return this.database.transaction(async () => {
      await this.calendar.change();
      const outcome = await this.days.compare(table);
      const [first] = outcome.planned;
      if (outcome.faults.length > 0) {
        throw new DomainError('file-import.has-faults', { count: outcome.faults.length });
      }
      if (first === undefined) {
        return { ...outcome, imported: true };
      }
      if (outcome.digest !== plan) {
        throw new DomainError('file-import.changed-meanwhile');
      }
      await this.write(outcome.planned);
      await this.record(actor, outcome.planned, { plan, fileDigest: createHash('sha256').update(file).digest('hex') });
      await this.events.emit(calendarChanged, { day: first.day });
      return { ...outcome, imported: true };
    });
  }

  private async write(planned: readonly PlannedDay[]): Promise<void> {
    const cells = (fact: keyof PlannedDay['after']): string[] => planned.map(({ after }) => after[fact]);
    await this.database.execute(
      `INSERT INTO calendar_days (day, kind, name, basis, version)
       SELECT day, kind, name, basis, 1
         FROM unnest($1::date[], $2::text[], $3::text[], $4::text[]) AS given (day, kind, name, basis)
       ON CONFLICT (day) DO UPDATE
         SET kind = excluded.kind, name = excluded.name, basis = excluded.basis, version = calendar_days.version + 1`,
      [planned.map(({ day }) => day), cells('kind'), cells('name'), cells('basis')],
    );
  }

  private async record(
    actor: Actor,
    planned: readonly PlannedDay[],
    { plan, fileDigest }: { readonly plan: string; readonly fileDigest: string },
  ): Promise<void> {
    await this.audit.record(
      actor,
      {
        action: 'working-day.imported',
        objectType: 'calendar-import',
        objectId: plan,
        data: { fileDigest, days: planned.length },
      },
      ...planned.map(({ day, before, after }) => ({
        action: 'working-day.set' as const,
        objectType: 'working-day' as const,
        objectId: day,
        note: after.basis,
        ...(before === null ? {} : { before: { ...before } }),
        after: { ...after },
      })),
    );
  }
}
