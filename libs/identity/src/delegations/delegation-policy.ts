import { type Actor, type DelegationView, isPermitted } from '#contracts';
import { type GuardedPost, mayReachAgency } from '../people/person-policy.js';

/** What the rules need to know of a delegation. */
export interface KnownDelegation extends GuardedPost {
  readonly fromPostId: string;
  readonly fromPersonId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly revokedAt: Date | null;
}

/** For the own post, or for somebody else’s in an agency that the actor manages. */
export function mayDelegateFor(actor: Actor, absent: { readonly id: string; readonly agencyId: string }): boolean {
  return (
    (absent.id === actor.postId && isPermitted(actor, 'delegation:manage-own')) ||
    mayReachAgency(actor, absent.agencyId, 'person:manage')
  );
}

export function stateOf({ revokedAt, validFrom, validTo }: KnownDelegation, today: string): DelegationView['state'] {
  if (revokedAt !== null) {
    return 'revoked';
  }
  if (validTo < today) {
    return 'over';
  }
  return validFrom > today ? 'coming' : 'running';
}

/** Who may make one may take it back, as long as it lasts; the absent one from any post of theirs. */
export function mayRevoke(actor: Actor, delegation: KnownDelegation, today: string): boolean {
  const state = stateOf(delegation, today);
  const isOwn = delegation.fromPersonId === actor.personId && isPermitted(actor, 'delegation:manage-own');
  return (
    (state === 'coming' || state === 'running') &&
    (isOwn || mayDelegateFor(actor, { id: delegation.fromPostId, agencyId: delegation.agencyId }))
  );
}
