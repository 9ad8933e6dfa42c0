/** The time zone in which days, years and deadlines of state agencies are counted. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Where the present comes from: a port, so that tests can stand on the first of January. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, dateStyle: 'short' });

/** The calendar day of a moment in Vietnam, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return dayFormat.format(moment);
}

/** The calendar year of a moment in Vietnam: registers begin anew on its first of January. */
export function yearOf(moment: Date): number {
  return Number(dayOf(moment).slice(0, 4));
}
