import { isNamedIn, type NarrowedReader } from '#access';

/** The condition of lists that reading an arrival was not narrowed away from the reader, as in arrival-policy.ts. */
export function arrivalIsOpenTo(arrival: string, { posts, readsNarrowed, isClerk }: NarrowedReader): string {
  return `(NOT ${arrival}.restricted OR ${readsNarrowed} OR (${isClerk} AND ${arrival}.state = 'arrived')
           OR ${isNamedIn('arrival', `${arrival}.id`, posts)})`;
}
