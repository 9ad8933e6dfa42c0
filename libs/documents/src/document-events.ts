import { defineEvent } from '#platform';

/** The work on an outgoing document has ended: it goes to the archive. */
export const documentCompleted = defineEvent<{
  readonly documentId: string;
  readonly actorName: string;
  readonly at: Date;
}>('document.completed');
