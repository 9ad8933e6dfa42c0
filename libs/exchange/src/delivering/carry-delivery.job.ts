import { z } from 'zod';
import type { ChannelName } from '#contracts';
import { defineJob, type JobDeclaration } from '#platform';

const payload = z.object({ deliveryId: z.uuid() });
type CarryPayload = z.infer<typeof payload>;

/**
 * One delivery to one recipient elsewhere. The tries of the delivery are counted with it and have their own pauses; the
 * job itself fails only when the system’s own parts are away.
 */
const common = { payload, attempts: 12, firstPause: 2_000, hasFastLane: true, concurrency: 32 } as const;

export const deliverByWebhookJob = defineJob({ ...common, name: 'deliver-by-webhook', queue: 'webhook' });
export const deliverByEmailJob = defineJob({ ...common, name: 'deliver-by-email', queue: 'email' });

export const remoteChannels = ['webhook', 'email'] as const satisfies readonly ChannelName[];
export type RemoteChannelName = (typeof remoteChannels)[number];

export const jobOfChannel: Readonly<Record<RemoteChannelName, JobDeclaration<CarryPayload>>> = {
  webhook: deliverByWebhookJob,
  email: deliverByEmailJob,
};

export function isRemote(channel: ChannelName): channel is RemoteChannelName {
  return (remoteChannels as readonly ChannelName[]).includes(channel);
}
