import { z } from 'zod';
import { defineJob } from '#platform';

/** Holds the other files with the bytes of one that was withdrawn. */
export const holdCopiesJob = defineJob({
  name: 'hold-copies',
  queue: 'examinations',
  payload: z.object({ digest: z.string() }),
  attempts: 10,
  firstPause: 1_000,
});
