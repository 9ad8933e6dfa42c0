import { z } from 'zod';

/**
 * What a live event says: something of this kind changed for your agency; read it again. A client that (re)connects
 * reads everything it shows again, so that nothing said while it was away is missed.
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
