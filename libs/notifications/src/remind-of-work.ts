import { Injectable } from '@nestjs/common';
import { WorkingCalendar } from '#directory';
import { Clock, dayOf, isWorkingDay, nextWorkingDay } from '#kernel';
import { Config, Database, Recurring } from '#platform';
import { Notify } from './notify.js';
import { holdersOf } from './tell-of-handling.js';

/** Any number that no other advisory lock of ours uses. */
const remindersLock = 7_301_131;

/**
 * Reminds people of work that is due by the next working day or late, once a working day (Decree 30/2020, Art. 24). What
 * they were reminded of and have not read is not told again.
 */
@Injectable()
export class RemindOfWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
    private readonly notify: Notify,
  ) {}

  /** Once a day, however often it is called and by however many workers. */
  async execute(): Promise<void> {
    const today = dayOf(this.clock.now());
    await this.database.transaction(async () => {
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [remindersLock]);
      const special = await this.calendar.readFrom(today);
      if (!isWorkingDay(today, special)) {
        return;
      }
      const { affected } = await this.database.execute(
        `INSERT INTO reminder_days (day) VALUES ($1) ON CONFLICT DO NOTHING`,
        [today],
      );
      if (affected === 0) {
        return;
      }
      await this.notify.execute('work-due', {
        sql: `SELECT holder.id AS post_id, 'arrival' AS object_type, arrival.id AS object_id, arrival.urgency,
                     arrival.symbol, arrival.subject, arrival.sender_name AS who, NULL::uuid AS caused_by
                FROM assignments AS assignment
                JOIN arrivals AS arrival ON arrival.id = assignment.arrival_id
                ${holdersOf('assignment')}
               WHERE assignment.ended_at IS NULL AND assignment.due_on <= $1::date`,
        values: [nextWorkingDay(today, special)],
      });
    });
  }
}

/** In the worker: the first look of a day reminds. */
@Injectable()
export class ReminderClock extends Recurring {
  protected override readonly subject = 'reminders of work';
  protected override readonly everyMs: number;

  constructor(
    private readonly reminders: RemindOfWork,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.reminders.execute();
  }
}
