import { Injectable } from '@nestjs/common';
import type { LateKind } from '#contracts';
import { WorkingCalendar } from '#directory';
import { Clock, dayOf, endOfItsWorkingDay, endOfWorkingDay, lastEndOfWork, type SpecialDays } from '#kernel';
import { Config } from '#platform';

/** [own] Milliseconds after which what was sent should have arrived. */
const arrivesWithin = 2 * 60 * 60_000;

/** The longest row of days off that is looked through for a working day, in milliseconds. */
const calendarBack = 60 * 24 * 60 * 60_000;

/** What the moment of arriving, of the state and the due day of a delivery say of it. */
export interface LateFacts {
  readonly kind: LateKind | null;
  readonly sentAt: Date;
  readonly stateAt: Date;
  readonly dueDate: string | null;
}

/** One moment’s view of who is late: the bounds for statements, and when each should have been. */
export interface LateBounds {
  readonly sentBefore: Date;
  readonly arrivedBefore: Date;
  readonly today: string;
  /** When it should have been; null for what is not late. */
  readonly dueAt: (facts: LateFacts) => Date | null;
  /** Until when what arrived then has to be accepted or refused. */
  readonly answerBy: (arrivedAt: Date) => Date;
}

/**
 * Who is late, by the timers: receipt or refusal the same day (Decision 28/2018/QĐ-TTg; the article is to be verified),
 * counted in working days. What came before the last end of work that has passed is late, so that no row has to be counted
 * with the calendar by itself.
 */
@Injectable()
export class LateMoments {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
    private readonly config: Config,
  ) {}

  async now(): Promise<LateBounds> {
    const now = this.clock.now();
    const hours = this.config.officeHours;
    const special: SpecialDays = await this.calendar.readFrom(dayOf(new Date(now.getTime() - calendarBack)));
    const answerBy = (arrivedAt: Date): Date => endOfItsWorkingDay(arrivedAt, special, hours);
    return {
      sentBefore: new Date(now.getTime() - arrivesWithin),
      arrivedBefore: lastEndOfWork(now, special, hours),
      today: dayOf(now),
      answerBy,
      dueAt: ({ kind, sentAt, stateAt, dueDate }) => {
        switch (kind) {
          case 'not-arrived':
            return new Date(sentAt.getTime() + arrivesWithin);
          case 'not-answered':
            return answerBy(stateAt);
          case 'not-completed':
            return dueDate === null ? null : endOfWorkingDay(dueDate, hours);
          case null:
            return null;
        }
      },
    };
  }
}
