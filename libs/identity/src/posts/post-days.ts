import { DomainError } from '#kernel';

/** The day before a day, as `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The last day that is set for a post. Yesterday ends it at once; before that lies the past, which nobody rewrites.
 *
 * @throws DomainError `post.day-passed`, `post.days-crossed`.
 */
export function checkLastDay(validFrom: string, validTo: string | null, today: string): void {
  if (validTo === null) {
    return;
  }
  if (validTo < dayBefore(today)) {
    throw new DomainError('post.day-passed');
  }
  // A post that begins today and ends at once was never held: its last day is the day before its first.
  if (validTo < dayBefore(validFrom)) {
    throw new DomainError('post.days-crossed');
  }
}
