import { z } from 'zod';
import type { Urgency } from '#contracts';
import { defineJob } from '#platform';

/** Carries one dispatch to all its recipients. About a quarter of an hour of tries, then it needs attention. */
export const deliverDispatchJob = defineJob({
  name: 'deliver-dispatch',
  queue: 'deliveries',
  payload: z.object({ dispatchId: z.uuid() }),
  attempts: 9,
  firstPause: 2_000,
});

/** Delivery order follows urgency (rules of urgency: Decree 30/2020, Annex VI, III.1d). */
export const priorityOf = {
  express: 1,
  'very-urgent': 2,
  urgent: 3,
  normal: 5,
} as const satisfies Record<Urgency, number>;
