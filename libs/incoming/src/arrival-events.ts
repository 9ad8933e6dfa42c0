import { defineEvent } from '#platform';

/** A document, electronic or on paper, got its number in the incoming register. */
export const arrivalRegistered = defineEvent<{ readonly arrivalId: string }>('arrival.registered');

/** By what a document on paper was known before it was corrected or joined. */
export interface FormerPaper {
  readonly senderId: string | null;
  readonly symbol: string;
  readonly issuedOn: string;
}

/** Paper was registered, corrected, joined to what came electronically, or noted beside it. */
export const paperChanged = defineEvent<{ readonly arrivalId: string; readonly former: FormerPaper | null }>(
  'arrival.paper-changed',
);

/** The handling of an incoming document has ended (06): it goes to the archive. */
export const arrivalCompleted = defineEvent<{
  readonly arrivalId: string;
  readonly actorName: string;
  readonly at: Date;
}>('arrival.completed');

/** A registered document waits for a leader to distribute it. */
export const arrivalSubmitted = defineEvent<{
  readonly arrivalId: string;
  readonly toPostId: string;
  readonly byPostId: string;
}>('arrival.submitted');

/** Units and people got parts of the work on a document. */
export const workAssigned = defineEvent<{
  readonly arrivalId: string;
  readonly assignmentIds: readonly string[];
  readonly byPostId: string;
}>('arrival.work-assigned');

/** A part of the work came back to whoever had assigned it. */
export const workHandedBack = defineEvent<{
  readonly arrivalId: string;
  readonly toPostId: string;
  readonly byPostId: string;
}>('arrival.work-handed-back');
