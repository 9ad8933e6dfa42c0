import {
  type AccessAudience,
  type AccessChangeAction,
  accessChangeActions,
  type Actor,
  actsFor,
  holds,
  isPermitted,
} from '#contracts';

/** What the rights on one document are changed to, beside those that its state and the posts give. */
export interface AccessFacts {
  /** The posts that keep reading while it is narrowed; null while it is not. */
  readonly restrictedTo: readonly string[] | null;
  /** The posts that may read as well. */
  readonly sharedWith: readonly string[];
}

/** As it is when nobody changed anything. */
export const unchangedAccess: AccessFacts = { restrictedTo: null, sharedWith: [] };

/** A document with what the rules of its own lib say of the actor. */
export interface AccessSubject {
  readonly agencyId: string;
  /** Reads it without anybody having shared it. */
  readonly readsByOwnRight: boolean;
  /** Drafted it: it is theirs to share. */
  readonly isDrafter: boolean;
}

/** What the rules need to know of a change. */
export interface GuardedChange {
  readonly changedByPostId: string;
  readonly changedByPersonId: string;
  readonly confirmedAt: Date | null;
}

/** The posts in which the actor reads: the own one, and those that the actor stands in for today. */
export function heldPosts(actor: Actor): string[] {
  return [actor.postId, ...actor.delegatedPostIds];
}

/** Leaders answer for what their agency does and confirm its changes of rights: nothing is narrowed away from them. [own] */
export function readsWhatIsNarrowed(actor: Actor): boolean {
  return isPermitted(actor, 'access:confirm');
}

/** Whether a narrowing keeps it from the actor; the lib of the document adds whom its own rules never keep it from. */
export function isKeptFrom(actor: Actor, { restrictedTo }: AccessFacts): boolean {
  return restrictedTo !== null && !readsWhatIsNarrowed(actor) && !restrictedTo.some((postId) => holds(actor, postId));
}

/** Whether it was shared with the actor. What is shared at all is open to the leaders, who have to confirm it. [own] */
export function isSharedWith(actor: Actor, { sharedWith }: AccessFacts): boolean {
  return sharedWith.some((postId) => holds(actor, postId)) || (sharedWith.length > 0 && readsWhatIsNarrowed(actor));
}

/**
 * Who may change the rights on it (Decree 30/2020, Annex VI, III.3b): leaders and clerks of what they read themselves,
 * and the drafter. [own] Who reads only because it was shared passes nothing on.
 */
export function mayChangeAccess(actor: Actor, { agencyId, readsByOwnRight, isDrafter }: AccessSubject): boolean {
  const isAuthorised = actor.role !== 'civil-servant' || isDrafter;
  return isPermitted(actor, 'access:change') && actsFor(actor, agencyId) && readsByOwnRight && isAuthorised;
}

/**
 * Before it is laid on a desk it is open to those who work on it alone, who all need it: there is nothing to narrow. [own]
 */
export function canBeNarrowed({ audience }: { readonly audience: AccessAudience }): boolean {
  return audience === 'desk' || audience === 'agency';
}

/** Confirming is a second person’s (Annex VI, III.3c): the same person in another post is no second one. */
export function isOwnChange(actor: Actor, { changedByPersonId }: GuardedChange): boolean {
  return actor.personId === changedByPersonId;
}

export function mayWithdraw(actor: Actor, { changedByPostId }: GuardedChange): boolean {
  return isPermitted(actor, 'access:confirm') || (isPermitted(actor, 'access:change') && holds(actor, changedByPostId));
}

/** What this person may do with a change that holds. */
export function actionsOn(actor: Actor, change: GuardedChange): AccessChangeAction[] {
  const may: Readonly<Record<AccessChangeAction, boolean>> = {
    confirm: change.confirmedAt === null && isPermitted(actor, 'access:confirm') && !isOwnChange(actor, change),
    withdraw: mayWithdraw(actor, change),
  };
  return accessChangeActions.filter((action) => may[action]);
}
