/**
 * A query of the days from one to another, each with the number of working days until it: of two days the numbers are
 * subtracted. The calendar is that of special days (Decree 30/2020, timers in working days).
 */
export function workingDayNumbers(from: string, to: string): string {
  return `
    SELECT one::date AS day,
           count(*) FILTER (WHERE CASE special.kind WHEN 'worked' THEN true WHEN 'off' THEN false
                                       ELSE extract(isodow FROM one) < 6 END) OVER (ORDER BY one) AS number
      FROM generate_series(${from}, ${to}, interval '1 day') AS one
      LEFT JOIN calendar_days AS special ON special.day = one::date`;
}
