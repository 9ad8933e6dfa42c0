import type { Actor } from '#contracts';
import { defineEvent } from '#platform';

/**
 * The open work of one post is now another’s, told in the transaction in which that happens: every lib that keeps work
 * by post moves what is not finished and leaves what is.
 */
export const postWorkHandedOver = defineEvent<{
  readonly fromPostId: string;
  readonly toPostId: string;
  /** Who ordered it; null where the day came that was set for it. */
  readonly actor: Actor | null;
  readonly reason: string;
}>('post.work-handed-over');
