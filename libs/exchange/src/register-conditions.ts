import type { RegisterFilter } from '#contracts';
import { foldVietnamese } from '#kernel';
import { wordPatterns } from '#platform';

export interface RegisterWanted extends RegisterFilter {
  readonly agencyId: string;
  readonly year: number;
  /** Whether so much was sent to the recipient that some of it is among any few lines. */
  readonly isCommonRecipient: boolean;
}

export interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The conditions of a search in the register of a year, with their values from `$1` on. Only what is asked for becomes a
 * condition, so that each search is planned for what it asks.
 */
export function registerConditions(wanted: RegisterWanted): Conditions {
  const values: unknown[] = [wanted.agencyId, wanted.year];
  const conditions = ['agency_id = $1', 'year = $2'];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    }
  };
  add(wanted.typeCode, (code) => `type_code = ${code}`);
  add(wanted.state, (state) =>
    wanted.state === 'given' ? `state = ${state}` : `state = ${state} AND state <> 'given'`,
  );
  add(wanted.from, (from) => `day >= ${from}`);
  add(wanted.to, (to) => `day <= ${to}`);
  add(wanted.signerPostId, (post) => `signer_post_id = ${post}`);
  add(wanted.recipientId, (recipient) => (wanted.isCommonRecipient ? isSentTo(recipient) : isOneSentTo(recipient)));
  // Each word is a condition of its own, so that the index brings them together: many lines have one of two words.
  for (const pattern of wordPatterns(foldVietnamese(wanted.search ?? ''))) {
    add(pattern, (word) => `search_text LIKE ${word}`);
  }
  return { sql: conditions.join(' AND '), values };
}

const sentTo = (recipient: string): string =>
  `SELECT document_id FROM document_recipients WHERE agency_id = ${recipient}
   UNION SELECT document_id FROM deliveries WHERE recipient_id = ${recipient}`;

/** For a recipient of little: its documents are looked up, and their lines. */
function isOneSentTo(recipient: string): string {
  return `document_id IN (${sentTo(recipient)})`;
}

/** For a recipient of much: the lines are read in their order, and each is asked. */
function isSentTo(recipient: string): string {
  return `(EXISTS (SELECT FROM document_recipients AS addressed
                    WHERE addressed.document_id = outgoing_entries.document_id AND addressed.agency_id = ${recipient})
           OR EXISTS (SELECT FROM deliveries AS delivery
                       WHERE delivery.document_id = outgoing_entries.document_id
                         AND delivery.recipient_id = ${recipient}))`;
}

/** Gives `isCommon` for the recipient `$1`. [own] A hundredth of the largest register of a year. */
export const selectIsCommon = `
  SELECT count(*) > 10000 AS "isCommon" FROM (
    SELECT FROM document_recipients WHERE agency_id = $1 LIMIT 10001) AS addressed`;
