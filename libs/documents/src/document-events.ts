import type { Actor, OpinionView } from '#contracts';
import { defineEvent } from '#platform';

/** The work on an outgoing document has ended: it goes to the archive. */
export const documentCompleted = defineEvent<{
  readonly documentId: string;
  readonly actorName: string;
  readonly at: Date;
}>('document.completed');

/** Somebody said what they think of a document: approved it, gave it back, agreed to it. */
export const opinionGiven = defineEvent<{
  readonly documentId: string;
  readonly kind: OpinionView['kind'];
  readonly actor: Actor;
}>('document.opinion-given');

/** The holders of these posts are asked for their opinion now: by its drafter, or by whoever agreed before them. */
export const reviewAsked = defineEvent<{
  readonly documentId: string;
  readonly postIds: readonly string[];
  readonly actor: Actor;
}>('document.review-asked');
