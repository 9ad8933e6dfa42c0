import { type Actor, actsFor } from '#contracts';
import { DomainError } from '#kernel';

/**
 * Whose register a list shows: the own agency’s, or the closed one of an agency whose place it took.
 *
 * @throws DomainError `not-found` for any other agency.
 */
export function registerOf(actor: Actor, asked: string | undefined): string {
  if (asked === undefined) {
    return actor.agencyId;
  }
  if (!actsFor(actor, asked)) {
    throw new DomainError('not-found');
  }
  return asked;
}
