import { DomainError } from '#kernel';
import { decodeCursor } from '#platform';

/** Above every number that a row can have. */
const latest = 2_147_483_647;

/** The number that a page goes on below, of a list by numbers with the latest first. @throws DomainError `request.invalid`. */
export function numberBefore(cursor: string | undefined): number {
  const number = Number(decodeCursor(cursor, 1)?.[0] ?? latest);
  if (!Number.isSafeInteger(number) || Math.abs(number) > latest) {
    throw new DomainError('request.invalid');
  }
  return number;
}
