import { z } from 'zod';
import type { Urgency } from '#contracts';
import { defineJob } from '#platform';

/**
 * Carries one dispatch to all its recipients inside this system. Only what passes by itself fails the job as a whole:
 * after about two hours of tries what is left needs attention.
 */
export const deliverDispatchJob = defineJob({
  name: 'deliver-dispatch',
  queue: 'deliveries',
  payload: z.object({ dispatchId: z.uuid() }),
  attempts: 32,
  firstPause: 1_000,
  longestPause: 5 * 60_000,
  hasFastLane: true,
});

/** Delivery order follows urgency (rules of urgency: Decree 30/2020, Annex VI, III.1d). */
export const priorityOf = {
  express: 1,
  'very-urgent': 2,
  urgent: 3,
  normal: 5,
} as const satisfies Record<Urgency, number>;
