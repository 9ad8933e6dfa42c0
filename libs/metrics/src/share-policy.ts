import { type Actor, isPermitted } from '#contracts';

/** Whose sent documents somebody may see counted and listed; null: everyone's. */
export interface ShareScope {
  readonly senderId: string | null;
}

/**
 * The province follows the plan, so its leaders and clerks see all of it, like those who may read every share.
 * Everybody else sees what their own agency sent.
 */
export function shareScope(actor: Actor): ShareScope {
  const ofProvince = actor.agencyLevel === 'province' || actor.agencyLevel === 'province-office';
  const follows = ofProvince && (actor.role === 'leader' || actor.role === 'clerk');
  return { senderId: follows || isPermitted(actor, 'share:read-all') ? null : actor.agencyId };
}
