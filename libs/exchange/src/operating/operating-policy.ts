import { type Actor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';

/** @throws DomainError `permission.denied` for who does not keep the whole system running. */
export function checkOperatesAll(actor: Actor): void {
  if (!isPermitted(actor, 'delivery:operate-all')) {
    throw new DomainError('permission.denied');
  }
}
