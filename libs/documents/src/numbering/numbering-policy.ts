import { DomainError } from '#kernel';

export interface NumberingFacts {
  readonly thisYear: number;
  /** Whether this year has a number, given or reserved. */
  readonly hasNumbers: boolean;
}

/** A year keeps the way of numbering that it began with: one can change only before, or for the next one. [own] */
export function mayNumberAnew(fromYear: number, { thisYear, hasNumbers }: NumberingFacts): boolean {
  return fromYear === thisYear + 1 || (fromYear === thisYear && !hasNumbers);
}

/** Nothing of a year is numbered, used or taken back in another one. */
export function isClosedYear(year: number, thisYear: number): boolean {
  return year !== thisYear;
}

/**
 * A past year is closed: none of its numbers is given, reserved or used.
 *
 * @throws DomainError `register.year-closed`.
 */
export function refuseClosedYear(year: number, thisYear: number): void {
  if (isClosedYear(year, thisYear)) {
    throw new DomainError('register.year-closed', { year });
  }
}
