import { isNamedIn, type NarrowedReader } from '#access';
import { clerksStates } from './document-policy.js';
import { isReviewedBy } from './guarded-columns.js';

/**
 * The condition of lists that reading a document was not narrowed away from the reader, as in document-policy.ts. Only
 * for narrowed rows is anything looked up, so that a list is read along the same index as without it.
 */
export function documentIsOpenTo(document: string, { posts, readsNarrowed, isClerk }: NarrowedReader): string {
  const states = clerksStates.map((state) => `'${state}'`).join(', ');
  return `(NOT ${document}.restricted OR ${readsNarrowed}
           OR ${document}.drafter_post_id = ANY (${posts}) OR ${document}.signer_post_id = ANY (${posts})
           OR (${isClerk} AND ${document}.state IN (${states})) OR ${isReviewedBy(document, posts)}
           OR ${isNamedIn('document', `${document}.id`, posts)})`;
}
