/** Which year the calendar shows; without one, the present. */
export interface WorkingDaysSearch {
  year?: number;
}

export function workingDaysSearch({ year }: Record<string, unknown>): WorkingDaysSearch {
  const wanted = Number(year);
  return Number.isInteger(wanted) && wanted >= 1946 && wanted <= 2999 ? { year: wanted } : {};
}
