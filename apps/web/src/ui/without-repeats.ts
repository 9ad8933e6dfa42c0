import type { TimelineEntry } from '../api/types.js';

function isSame(one: TimelineEntry, other: TimelineEntry): boolean {
  return (
    one.event === other.event &&
    one.note === other.note &&
    one.actor?.fullName === other.actor?.fullName &&
    one.onBehalfOf?.fullName === other.onBehalfOf?.fullName
  );
}

/** One line for what somebody did several times in a row, such as the saves of a draft, at the time of the last. */
export function withoutRepeats(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return entries.filter((entry, index) => {
    const next = entries[index + 1];
    return next === undefined || !isSame(entry, next);
  });
}
