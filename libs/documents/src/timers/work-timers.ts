import { Injectable } from '@nestjs/common';
import type { Urgency } from '#contracts';
import { calendarChanged, WorkingCalendar } from '#directory';
import { Clock, dayOf, dueAt, type SpecialDays, type TimeLimit } from '#kernel';
import { Config, Database, OnEvent } from '#platform';

interface Timer {
  readonly usual: TimeLimit;
  readonly urgent: TimeLimit;
}

/** [own] The decree says “at once”: as long as numbering, sealing and sending take when nothing else is done. */
const atOnce: TimeLimit = { minutes: 30 };

/**
 * From the signature on, the same day and at the latest the next working day, sending by the end of its morning; urgent
 * ones at once (Decree 30/2020 for issuing, Decision 28/2018/QĐ-TTg for sending; the articles are to be verified).
 */
const timers = {
  issue: { usual: { workingDays: 1, until: 'end' }, urgent: atOnce },
  send: { usual: { workingDays: 1, until: 'morning' }, urgent: atOnce },
} as const satisfies Record<string, Timer>;

/** Until when the clerk issues and sends what was approved. Kept with the document, so that lists find late ones. */
@Injectable()
export class WorkTimers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
    private readonly config: Config,
  ) {}

  /** The document is approved now: its timers begin. */
  async begin(documentId: string, urgency: Urgency): Promise<void> {
    const now = this.clock.now();
    const special = await this.calendar.holdFrom(dayOf(now));
    await this.database.query(
      'UPDATE documents SET approved_at = $2, issue_due_at = $3, send_due_at = $4 WHERE id = $1',
      [documentId, now, this.due('issue', urgency, now, special), this.due('send', urgency, now, special)],
    );
  }

  /** What waits to be issued or sent is due by the calendar as it is now; what was sent keeps what it had. */
  @OnEvent(calendarChanged)
  async recount(_changed: { readonly day: string }): Promise<void> {
    const open = await this.database.query<{ id: string; urgency: Urgency; approvedAt: Date }>(
      `SELECT id, urgency, approved_at AS "approvedAt" FROM documents
        WHERE state IN ('approved', 'issued') AND approved_at IS NOT NULL ORDER BY id FOR UPDATE`,
    );
    const days = open.map(({ approvedAt }) => dayOf(approvedAt)).toSorted();
    const [first] = days;
    if (first === undefined) {
      return;
    }
    const special = await this.calendar.readFrom(first);
    const dueOf = (timer: keyof typeof timers): Date[] =>
      open.map(({ urgency, approvedAt }) => this.due(timer, urgency, approvedAt, special));
    await this.database.query(
      `UPDATE documents SET issue_due_at = counted.issue_due_at, send_due_at = counted.send_due_at
         FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS counted (id, issue_due_at, send_due_at)
        WHERE documents.id = counted.id
          AND (documents.issue_due_at, documents.send_due_at)
              IS DISTINCT FROM (counted.issue_due_at, counted.send_due_at)`,
      [open.map(({ id }) => id), dueOf('issue'), dueOf('send')],
    );
  }

  private due(timer: keyof typeof timers, urgency: Urgency, approvedAt: Date, special: SpecialDays): Date {
    const { usual, urgent } = timers[timer];
    return dueAt(approvedAt, urgency === 'normal' ? usual : urgent, special, this.config.officeHours);
  }
}
