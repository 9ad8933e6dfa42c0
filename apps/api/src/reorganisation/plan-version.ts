import { DomainError } from '#kernel';

/** The version of a plan that a request was made on. @throws DomainError `request.precondition-required`. */
export function planVersionOf(ifMatch: string | undefined): number {
  const version = /^"(\d{1,9})"$/.exec(ifMatch ?? '')?.[1];
  if (version === undefined) {
    throw new DomainError('request.precondition-required');
  }
  return Number(version);
}
