/** How long before its end a deadline of hours begins to warn. [own] */
const warnedFor = 2 * 60 * 60_000;

export type TimeLeft =
  | { readonly tone: 'calm' }
  | { readonly tone: 'warning'; readonly hours: number; readonly minutes: number }
  | { readonly tone: 'late' };

/** How a deadline stands: calm, a warning before it is late, or late. */
export function timeLeft(dueAt: string, now: Date): TimeLeft {
  const left = Date.parse(dueAt) - now.getTime();
  if (left < 0) {
    return { tone: 'late' };
  }
  if (left > warnedFor) {
    return { tone: 'calm' };
  }
  const minutes = Math.ceil(left / 60_000);
  return { tone: 'warning', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
