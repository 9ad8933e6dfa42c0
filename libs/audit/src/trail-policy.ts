import { type Actor, actsFor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';

/**
 * Whose chain a reader of the trail sees: one agency’s, or all with `null`.
 *
 * @throws DomainError `permission.denied`, `not-found` for a chain that is not theirs.
 */
export function chainFor(actor: Actor, agencyId?: string): string | null {
  if (isPermitted(actor, 'trail:read-all')) {
    return agencyId ?? null;
  }
  if (!isPermitted(actor, 'trail:read')) {
    throw new DomainError('permission.denied');
  }
  if (agencyId !== undefined && !actsFor(actor, agencyId)) {
    throw new DomainError('not-found');
  }
  return agencyId ?? actor.agencyId;
}
