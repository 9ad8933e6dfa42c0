import { z } from 'zod';
import { defineJob } from '#platform';

/** Makes the PDF of one content. A file that can't be opened is no failure of the job: the row says so. */
export const makeRenditionJob = defineJob({
  name: 'make-rendition',
  queue: 'renditions',
  payload: z.object({ digest: z.string(), mediaType: z.string() }),
  attempts: 3,
  firstPause: 2_000,
});

/** Somebody has the page open. */
export const renditionPriority = 4;
