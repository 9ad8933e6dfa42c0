import type { Urgency } from '#contracts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const firstPause = 5 * second;
const longestPause = hour;

/** How long a try may take before its worker counts as dead, in milliseconds: well beyond the patience of a channel. */
export const leaseOfTry = minute;

/** Tries that ended with their worker before the delivery itself is held to be the reason. [own] */
export const deathsUntilFailed = 5;

/** How long a delivery is tried, from its first try on, in milliseconds. [own] */
export const triedFor = {
  express: hour,
  'very-urgent': 2 * hour,
  urgent: 8 * hour,
  normal: 24 * hour,
} as const satisfies Record<Urgency, number>;

/** How long what was handed over may wait to be opened or acknowledged before somebody has to look, in milliseconds. [own] */
export const openedWithin = {
  express: 4 * hour,
  'very-urgent': 8 * hour,
  urgent: 24 * hour,
  normal: 72 * hour,
} as const satisfies Record<Urgency, number>;

/**
 * Milliseconds until the next try after the n-th failed one: 5 s, doubled up to an hour, a quarter more or less by
 * chance, so that what failed together does not come back together. At least what the other side asked for.
 */
export function pauseAfter(tries: number, askedSeconds = 0, chance = Math.random()): number {
  const pause = Math.min(firstPause * 2 ** Math.max(tries - 1, 0), longestPause);
  const jittered = pause * (0.75 + chance / 2);
  return Math.round(Math.min(Math.max(jittered, askedSeconds * second), longestPause));
}

/** Failures in a row after which nothing is tried until a probe. [own] */
export const failuresUntilOpen = 5;

const firstOpening = 30 * second;
const longestOpening = 10 * minute;

/** Milliseconds until the probe of a line that opened for the n-th time in a row. */
export function openFor(openings: number): number {
  return Math.min(firstOpening * 2 ** Math.max(openings - 1, 0), longestOpening);
}

/** Tries to one recipient by one channel at the same time: a slow one takes no more of the workers than these. [own] */
export const triesAtOnce = 4;
