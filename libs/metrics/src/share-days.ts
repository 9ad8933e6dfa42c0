/** The first and the last day of a year, or of a month of it. */
export function shareDays(year: number, month: number | undefined): [string, string] {
  if (month === undefined) {
    return [`${year}-01-01`, `${year}-12-31`];
  }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  return [`${prefix}-01`, `${prefix}-${last}`];
}
