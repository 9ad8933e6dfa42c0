import { z } from 'zod';

/**
 * What a live event says: something of this kind changed for your agency; read it again. A client that connects reads
 * everything it shows; one that reconnects with the id of the last event (Last-Event-ID, or `lastEventId` in the address)
 * gets what it missed, or is told by `ready` that it has to read everything again.
 */
export const liveTopics = [
  'documents',
  'arrivals',
  'archive',
  'share',
  'agencies',
  'reorganisation',
  'notifications',
] as const;
export const LiveEvent = z.object({ topic: z.enum(liveTopics), id: z.string().nullable() }).meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof LiveEvent>;
export type LiveTopic = LiveEvent['topic'];

export const FollowEvents = z.object({
  lastEventId: z.string().max(100).optional().describe('For clients that can’t send the header Last-Event-ID'),
});
export type FollowEvents = z.infer<typeof FollowEvents>;
