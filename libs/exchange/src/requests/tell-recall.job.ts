import { z } from 'zod';
import { defineJob, type JobDeclaration } from '#platform';
import type { RemoteChannelName } from '../delivering/carry-delivery.job.js';

const payload = z.object({ requestId: z.uuid() });

/** Tries for about a day; then it stands among the failed jobs of the queue page. [own] */
const common = { payload, attempts: 30, firstPause: 5_000, longestPause: 3_600_000 } as const;

const byWebhook = defineJob({ ...common, name: 'tell-recall-by-webhook', queue: 'webhook' });
const byEmail = defineJob({ ...common, name: 'tell-recall-by-email', queue: 'email' });

/** Tells a recipient elsewhere that the sender wants a delivery back. */
export const tellRecallJobs: Readonly<Record<RemoteChannelName, JobDeclaration<z.infer<typeof payload>>>> = {
  webhook: byWebhook,
  email: byEmail,
};
