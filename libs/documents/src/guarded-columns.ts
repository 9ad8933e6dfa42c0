import { accessFactsOf } from '#access';
import { isHeld } from './examination/check-row.js';

/** The columns of a row that the rules of document-policy.ts look at: `document` is the alias of its table. */
export function guardedColumns(document: string): string {
  return `${document}.agency_id AS "agencyId", ${document}.drafter_post_id AS "drafterPostId",
          ${document}.signer_post_id AS "signerPostId", ${document}.state,
          ${accessFactsOf('document', document)}, ${reviewFactsOf(document)},
          ${isHeld(document)} AS "isHeld"`;
}

/** The column `reviewFacts` with whose opinion is asked. */
function reviewFactsOf(document: string): string {
  const posts = (condition: string): string =>
    `coalesce((SELECT json_agg(post_id) FROM review_steps
                WHERE document_id = ${document}.id AND reads AND ${condition}), '[]')`;
  return `json_build_object('readers', ${posts('true')}, 'asked', ${posts(`state = 'asked'`)}) AS "reviewFacts"`;
}

/** The condition of lists that the opinion of one of the posts is or was asked in the latest round, as in the policy. */
export function isReviewedBy(document: string, posts: string): string {
  return `EXISTS (SELECT 1 FROM review_steps
                   WHERE document_id = ${document}.id AND reads AND post_id = ANY (${posts}))`;
}

/** The ids of the documents in which the opinion of one of the posts is asked now, or was. */
export function askedOf(posts: string, when: 'now' | 'before'): string {
  const states = when === 'now' ? `'asked'` : `'agreed', 'returned', 'void'`;
  return `SELECT document_id FROM review_steps WHERE post_id = ANY (${posts}) AND state IN (${states})`;
}
