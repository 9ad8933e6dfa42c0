import { Injectable } from '@nestjs/common';
import { WorkingCalendar } from '#directory';
import { dayOf, isWorkingDay, TIME_ZONE } from '#kernel';

/** [own] For who never chose: from the end of the day to before the next begins. */
export const usualQuietHours = { from: '18:00', to: '07:00' } as const;

/** [own] When those who want it get one mail about all that came: before the morning’s work and before the afternoon’s. */
const digestTimes = ['07:30', '13:30'] as const;

const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' });

export interface OfficeMoment {
  readonly isWorkingDay: boolean;
  /** The time of day in Vietnam; compares as text. */
  readonly time: string;
  /** The latest moment of today for mails about all that came; none before the first, and on days off. */
  readonly digestUntil: Date | null;
}

/** What a moment is to somebody who works in an office of the state. */
@Injectable()
export class OfficeMoments {
  constructor(private readonly calendar: WorkingCalendar) {}

  async of(moment: Date): Promise<OfficeMoment> {
    const day = dayOf(moment);
    const time = timeFormat.format(moment);
    const works = isWorkingDay(day, await this.calendar.readFrom(day));
    const last = works ? digestTimes.findLast((one) => one <= time) : undefined;
    // Vietnam has kept one time, seven hours before UTC, since 1975.
    return { isWorkingDay: works, time, digestUntil: last === undefined ? null : new Date(`${day}T${last}:00+07:00`) };
  }
}

/** The condition that a person, of whom `setting` may be null, wants no mail now: at night, and on days off. */
export function isQuietFor(setting: string, works: string, time: string): string {
  const from = `coalesce(${setting}.quiet_from, '${usualQuietHours.from}')`;
  const to = `coalesce(${setting}.quiet_to, '${usualQuietHours.to}')`;
  return `(NOT ${works} OR CASE WHEN ${from} <= ${to} THEN ${time} >= ${from} AND ${time} < ${to}
                                ELSE ${time} >= ${from} OR ${time} < ${to} END)`;
}
