import { z } from 'zod';
import { Id } from '#contracts';
import { defineJob } from '#platform';

/** Handles what goes wrong by itself: a try of the job is used up only when its worker died or the database was away. */
export const postWebhookMessagesJob = defineJob({
  name: 'post-webhook-messages',
  queue: 'webhooks',
  payload: z.object({ webhookId: Id }),
  attempts: 12,
  firstPause: 5_000,
});
