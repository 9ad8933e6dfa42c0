import { type Actor, actsFor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';

/** Whose sent documents somebody may see counted and listed; null: everyone's. */
export interface ShareScope {
  readonly senderId: string | null;
}

/**
 * The province follows the plan, so its leaders and clerks see all of it, like those who may read every share.
 * Everybody else sees what their own agency sent, and what those sent whose place it took.
 *
 * @throws DomainError `not-found` for an agency whose share is not theirs to see.
 */
export function shareScope(actor: Actor, asked?: string): ShareScope {
  const ofProvince = actor.agencyLevel === 'province' || actor.agencyLevel === 'province-office';
  const follows = ofProvince && (actor.role === 'leader' || actor.role === 'clerk');
  if (follows || isPermitted(actor, 'share:read-all')) {
    return { senderId: asked ?? null };
  }
  if (asked !== undefined && !actsFor(actor, asked)) {
    throw new DomainError('not-found');
  }
  return { senderId: asked ?? actor.agencyId };
}
