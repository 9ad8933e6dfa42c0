import {
  type Actor,
  actsFor,
  type DocumentAction,
  documentActions,
  type DocumentState,
  isPermitted,
  type Permission,
} from '#contracts';
import { allowsMove } from './document-lifecycle.js';

/** What the rules need to know of a document. */
export interface GuardedDocument {
  readonly agencyId: string;
  readonly drafterPostId: string;
  readonly signerPostId: string;
  readonly state: DocumentState;
}

const permissionFor = {
  edit: 'document:draft',
  submit: 'document:draft',
  return: 'document:approve',
  approve: 'document:approve',
  issue: 'document:issue',
  send: 'document:send',
  complete: 'document:complete',
} as const satisfies Record<DocumentAction, Permission>;

/** Moves that only the person who drafted the document makes. */
const drafterOnly: ReadonlySet<DocumentAction> = new Set<DocumentAction>(['edit', 'submit']);

/** An unfinished draft is its drafter’s; from submission on the agency’s desk sees it. */
export function mayReadDocument(actor: Actor, document: GuardedDocument): boolean {
  if (!actsFor(actor, document.agencyId) || !isPermitted(actor, 'document:read')) {
    return false;
  }
  const isDraft = document.state === 'draft' || document.state === 'returned';
  return !isDraft || document.drafterPostId === actor.postId;
}

/**
 * Whether it is this person’s to do at all, whatever the state. Approval is the signer’s own: the document goes out
 * under that name (Decree 30/2020, Art. 13). Any leader may give it back.
 */
export function mayDo(actor: Actor, document: GuardedDocument, action: DocumentAction): boolean {
  return (
    mayReadDocument(actor, document) &&
    isPermitted(actor, permissionFor[action]) &&
    (!drafterOnly.has(action) || document.drafterPostId === actor.postId) &&
    (action !== 'approve' || document.signerPostId === actor.postId)
  );
}

/** What this person may do with the document now. */
export function actionsOn(actor: Actor, document: GuardedDocument): DocumentAction[] {
  return documentActions.filter((action) => allowsMove(document.state, action) && mayDo(actor, document, action));
}
