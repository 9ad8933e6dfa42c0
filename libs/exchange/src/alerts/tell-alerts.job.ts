import { z } from 'zod';
import { Id } from '#contracts';
import { defineJob } from '#platform';

/** `messageId` stays the same on every try: what the other side knows a repetition by. */
const told = { messageId: Id, alertIds: z.array(Id).max(1000), isOver: z.boolean() };

/** A mail server or a system that is away is asked again for almost three hours; then an operator sees the job. */
const tries = { attempts: 12, firstPause: 5_000 } as const;

export const mailAlertsJob = defineJob({
  name: 'mail-alerts',
  queue: 'mail',
  payload: z.object({ ...told, mailbox: z.email() }),
  ...tries,
});

export const postAlertsJob = defineJob({ name: 'post-alerts', queue: 'alerts', payload: z.object(told), ...tries });
