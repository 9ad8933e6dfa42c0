import { type Actor, type ClientRole, type ClientScope, isPermitted, scopesFor } from '#contracts';

/** An agency’s administrator connects systems for the own agency; who administers the system for every one. */
export function mayManageClientsOf(actor: Actor, agencyId: string): boolean {
  return (
    isPermitted(actor, 'client:manage') && (isPermitted(actor, 'client:manage-all') || actor.agencyId === agencyId)
  );
}

/** What was asked for that the role does not have: a client never gets more than a person in its post. */
export function scopesBeyond(role: ClientRole, scopes: readonly ClientScope[]): ClientScope[] {
  const possible = scopesFor(role);
  return scopes.filter((scope) => !possible.includes(scope));
}
