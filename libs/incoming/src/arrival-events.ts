import { defineEvent } from '#platform';

/** The handling of an incoming document has ended (06): it goes to the archive. */
export const arrivalCompleted = defineEvent<{
  readonly arrivalId: string;
  readonly actorName: string;
  readonly at: Date;
}>('arrival.completed');
