import { DomainError } from '#kernel';

/** The version that an edit was made on, from If-Match. @throws DomainError `request.precondition-required` without one. */
export function versionOf(ifMatch: string | undefined): number {
  const version = /^"(\d{1,9})"$/.exec(ifMatch ?? '')?.[1];
  if (version === undefined) {
    throw new DomainError('request.precondition-required');
  }
  return Number(version);
}
