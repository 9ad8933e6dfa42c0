import { Id } from '#contracts';
import { defineJob } from '#platform';
import { z } from 'zod';

/** A mail server that is away is asked again for almost three hours; then an operator sees the job. */
export const mailNotificationsJob = defineJob({
  name: 'mail-notifications',
  queue: 'mail',
  payload: z.object({ mailId: Id }),
  attempts: 12,
  firstPause: 5_000,
});
