import { z } from 'zod';
import { Id } from '#contracts';
import { defineJob } from '#platform';

/** Reads the files of an archive entry back. A store that is away is asked again for about four minutes. */
export const verifyArchiveEntryJob = defineJob({
  name: 'verify-archive-entry',
  queue: 'archive',
  payload: z.object({ entryId: Id }),
  attempts: 8,
  firstPause: 2_000,
});
