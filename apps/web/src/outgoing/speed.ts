/** Weight of the newest measure; about the last five seconds count, so the time left neither jumps nor lags. */
const newest = 0.3;
const leastSpanMs = 400;

export interface Speed {
  readonly bytesPerSecond: number | null;
  readonly at: number;
  readonly sent: number;
}

export function startSpeed(now: number): Speed {
  return { bytesPerSecond: null, at: now, sent: 0 };
}

export function measured(speed: Speed, sent: number, now: number): Speed {
  const span = now - speed.at;
  if (span < leastSpanMs) {
    return speed;
  }
  const present = ((sent - speed.sent) / span) * 1000;
  const smooth = speed.bytesPerSecond === null ? present : speed.bytesPerSecond * (1 - newest) + present * newest;
  return { bytesPerSecond: smooth, at: now, sent };
}

/** Whole seconds that the rest will take; null while nothing can be said. */
export function secondsLeft(speed: Speed, sent: number, size: number): number | null {
  if (speed.bytesPerSecond === null || speed.bytesPerSecond <= 0) {
    return null;
  }
  return Math.ceil((size - sent) / speed.bytesPerSecond);
}
