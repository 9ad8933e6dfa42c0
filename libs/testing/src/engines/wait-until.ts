import { setTimeout as delay } from 'node:timers/promises';

// Often enough to be felt as at once, seldom enough to leave the processor to what is waited for.
const PAUSE_MS = 25;

/** Asks until the answer is yes; a thrown error counts as no, and is told when the time is up. */
export async function waitUntil(what: string, limitMs: number, ask: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limitMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      if (await ask()) {
        return;
      }
    } catch (error) {
      last = error;
    }
    await delay(PAUSE_MS);
  }
  throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}.`, { cause: last });
}
