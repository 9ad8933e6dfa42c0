import { type Actor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';

/** Which roles need a second factor is decided for the whole installation. */
export function checkMayManageRules(actor: Actor): void {
  if (!isPermitted(actor, 'security:manage')) {
    throw new DomainError('permission.denied');
  }
}
