import { type AccessFacts, isKeptFrom, isSharedWith } from '#access';
import {
  type Actor,
  actsFor,
  type DocumentAction,
  documentActions,
  type DocumentState,
  holds,
  isPermitted,
  type Permission,
} from '#contracts';
import { allowsMove } from './document-lifecycle.js';

/** Whose opinion the latest round of reviewers asks. */
export interface ReviewFacts {
  /** Everybody whom it asks or asked: they read the document. None once it was called back. */
  readonly readers: readonly string[];
  /** Those who are to say something now. */
  readonly asked: readonly string[];
}

/** As it is without any reviewer. */
export const noReview: ReviewFacts = { readers: [], asked: [] };

/** What the rules need to know of a document. */
export interface GuardedDocument {
  readonly agencyId: string;
  readonly drafterPostId: string;
  readonly signerPostId: string;
  readonly state: DocumentState;
  readonly access: AccessFacts;
  readonly reviewFacts: ReviewFacts;
  /** Something was found in its files that somebody has to decide about. */
  readonly isHeld: boolean;
}

const permissionFor = {
  edit: 'document:draft',
  submit: 'document:draft',
  'keep-version': 'document:draft',
  comment: 'document:review',
  agree: 'document:review',
  'give-back': 'document:review',
  'call-back': 'document:draft',
  return: 'document:approve',
  approve: 'document:approve',
  issue: 'document:issue',
  send: 'document:send',
  'cancel-number': 'register:keep',
  complete: 'document:complete',
  'send-copies': 'document:send',
  correct: 'document:draft',
  recall: 'document:recall',
} as const satisfies Record<DocumentAction, Permission>;

/** Moves that only the person who drafted the document makes, or who stands in for them today. */
const drafterOnly: ReadonlySet<DocumentAction> = new Set<DocumentAction>([
  'edit',
  'submit',
  'keep-version',
  'call-back',
]);

/** Moves of those whose opinion is asked. */
const reviewerOnly: ReadonlySet<DocumentAction> = new Set<DocumentAction>(['agree', 'give-back']);

/** States in which it is not on the agency’s desk yet. */
export const unlaidStates = ['draft', 'returned', 'in-review'] as const satisfies readonly DocumentState[];

/** States in which the clerk has to number and send it: a narrowing does not hold that up (Decree 30/2020, Art. 15). */
export const clerksStates = ['approved', 'issued'] as const satisfies readonly DocumentState[];

/** Who reads it by their own right, and whoever it was shared with: those read and do nothing else. */
export function mayReadDocument(actor: Actor, document: GuardedDocument): boolean {
  return readsByOwnRight(actor, document) || (isInReach(actor, document) && isSharedWith(actor, document.access));
}

/**
 * An unfinished draft is its drafter’s and theirs whose opinion is asked, also after one of them gave it back; from
 * submission on the agency’s desk sees it, unless reading was narrowed (Decree 30/2020, Annex VI, III.3b). Nothing is
 * narrowed away from a reviewer. What is held for a mark of secrecy or malware the clerk reads in every state, who has to
 * decide about it. [own]
 */
export function readsByOwnRight(actor: Actor, document: GuardedDocument): boolean {
  if (!isInReach(actor, document)) {
    return false;
  }
  const isUnlaid = (unlaidStates as readonly DocumentState[]).includes(document.state);
  const isTheirs = holds(actor, document.drafterPostId) || isReviewer(actor, document);
  return isTheirs || (!isUnlaid && !isNarrowedAway(actor, document)) || waitsForDecision(actor, document);
}

/**
 * Whether it is this person’s to do at all, whatever the state. Approval is the signer’s own: the document goes out
 * under that name (Decree 30/2020, Art. 13); a stand-in signs in their own name for the absent one. Any leader may give it
 * back.
 */
export function mayDo(actor: Actor, document: GuardedDocument, action: DocumentAction): boolean {
  return (
    readsByOwnRight(actor, document) &&
    isPermitted(actor, permissionFor[action]) &&
    (!drafterOnly.has(action) || holds(actor, document.drafterPostId)) &&
    (!reviewerOnly.has(action) || isReviewer(actor, document)) &&
    (action !== 'comment' || mayComment(actor, document)) &&
    (action !== 'approve' || holds(actor, document.signerPostId))
  );
}

/** What this person may do with the document now. */
export function actionsOn(actor: Actor, document: GuardedDocument): DocumentAction[] {
  const isAsked = document.reviewFacts.asked.some((postId) => holds(actor, postId));
  return documentActions.filter(
    (action) =>
      allowsMove(document.state, action) && mayDo(actor, document, action) && (isAsked || !reviewerOnly.has(action)),
  );
}

function isReviewer(actor: Actor, { reviewFacts }: GuardedDocument): boolean {
  return reviewFacts.readers.some((postId) => holds(actor, postId));
}

/** Those who work on the draft: who wrote it, whose opinion is asked, and the leaders whose desk it is on. */
function mayComment(actor: Actor, document: GuardedDocument): boolean {
  return (
    holds(actor, document.drafterPostId) || isReviewer(actor, document) || isPermitted(actor, permissionFor.return)
  );
}

function waitsForDecision(actor: Actor, { isHeld }: GuardedDocument): boolean {
  return isHeld && isPermitted(actor, 'document:decide-held');
}

function isInReach(actor: Actor, document: GuardedDocument): boolean {
  return actsFor(actor, document.agencyId) && isPermitted(actor, 'document:read');
}

/** Never from its drafter and its signer, and not from the clerk whose step it waits for. [own] */
function isNarrowedAway(actor: Actor, { access, drafterPostId, signerPostId, state }: GuardedDocument): boolean {
  const isTheirs = holds(actor, drafterPostId) || holds(actor, signerPostId);
  const waitsForClerk =
    (clerksStates as readonly DocumentState[]).includes(state) && isPermitted(actor, 'document:issue');
  return isKeptFrom(actor, access) && !isTheirs && !waitsForClerk;
}
