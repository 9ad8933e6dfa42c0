const millisecondsOfDay = 86_400_000;

export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday, in the order in which weeks are written here. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) > 4;
}

/** The days of a month, 1 to 12. */
export function daysOfMonth(year: number, month: number): string[] {
  const number = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return Array.from({ length: number }, (_, index) => dayPlus(first, index));
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where a key leads from a day within its year; undefined for keys that lead nowhere. */
export function dayByKey(key: string, from: string): string | undefined {
  const year = from.slice(0, 4);
  if (key === 'Home' || key === 'End') {
    return key === 'Home' ? `${year}-01-01` : `${year}-12-31`;
  }
  if (key === 'PageUp' || key === 'PageDown') {
    return sameDayInMonth(from, key === 'PageUp' ? -1 : 1);
  }
  const step = steps[key];
  const day = step === undefined ? undefined : dayPlus(from, step);
  return day?.startsWith(year) === true ? day : undefined;
}

function sameDayInMonth(from: string, by: number): string | undefined {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const wanted = month + by;
  if (wanted < 1 || wanted > 12) {
    return undefined;
  }
  const days = daysOfMonth(year, wanted);
  return days[Math.min(day, days.length) - 1];
}
