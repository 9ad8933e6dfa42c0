import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';

// Often enough to be felt as at once, seldom enough to leave the processor to what is waited for.
const PAUSE_MS = 25;

/**
 * Asks until the answer is yes. An error thrown by the question counts as no, and is told when the time is up; one
 * thrown by `giveUp` ends the waiting, because what is waited for can't come any more.
 */
export async function waitUntil(
  what: string,
  limitMs: number,
  ask: () => Promise<boolean>,
  giveUp: () => void = () => undefined,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  let last: unknown;
  while (Date.now() < deadline) {
    giveUp();
    try {
      if (await ask()) {
        return;
      }
    } catch (error) {
      last = error;
    }
    await delay(PAUSE_MS);
  }
  const reason = last === undefined ? '' : ` (${last instanceof Error ? String(last) : inspect(last)})`;
  throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}.${reason}`, { cause: last });
}
