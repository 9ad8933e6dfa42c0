import { z } from 'zod';
import { defineJob } from '#platform';

/** Looks at one file. A scanner that is down does not use its tries up: the row says when it is looked at again. */
export const examineFileJob = defineJob({
  name: 'examine-file',
  queue: 'examinations',
  payload: z.object({ attachmentId: z.uuid() }),
  attempts: 5,
  firstPause: 2_000,
});

/** Before what nobody waits for: people look at the screen until a file is checked. */
export const examinationPriority = 4;

/** Milliseconds after which a file that nobody told anything about is looked at again: longer than any examination. */
export const lostAfter = 15 * 60_000;
