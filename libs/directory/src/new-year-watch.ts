/**
 * The years whose days of Tết should be known by a day: the present one until Tết is over, and from October on the next.
 * They are decided year by year, in the autumn before. [own]
 */
export function yearsToWatch(today: string): readonly number[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return [...(month <= 2 ? [year] : []), ...(month >= 10 ? [year + 1] : [])];
}

/** The condition that a year has days off for Tết: it begins between 21 January and 20 February, near no other holiday. */
export function hasNewYear(year: string): string {
  return `EXISTS (SELECT FROM calendar_days
                   WHERE kind = 'off' AND day BETWEEN make_date(${year}, 1, 20) AND make_date(${year}, 2, 25))`;
}
