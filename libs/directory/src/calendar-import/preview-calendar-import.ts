import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { CalendarDays, type CalendarImportOutcome } from './calendar-days.js';
import { readCalendarTable } from './read-calendar-table.js';

/** Says what a file of days would do, and everything that is wrong with it; writes nothing. */
@Injectable()
export class PreviewCalendarImport {
  constructor(private readonly days: CalendarDays) {}

  /** @throws DomainError `permission.denied`, what `readTable` refuses, and what the reading of `content` throws. */
  async execute(actor: Actor, content: AsyncIterable<Buffer>): Promise<CalendarImportOutcome> {
    this.days.checkActor(actor);
    const plan = await this.days.compare(await readCalendarTable(await buffer(content)));
    return { ...plan, imported: false };
  }
}
