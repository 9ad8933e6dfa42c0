import type { RegisterFilter } from '#contracts';
import { monthsBetween, searchedWords, type SearchedWords, wordPatternsOf, wordsQueries } from './register-words.js';

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

/** As the index has it. */
const indexedWords = 'register_words(agency_id, year, day, search_text)';

/** The conditions of a search in the register of a year, words among them, with their values from `$1` on. */
export function registerConditions(wanted: RegisterWanted): Conditions {
  const words = searchedWords(wanted.search ?? '');
  const { year, from, to } = wanted;
  return words === null ? conditionsBesideWords(wanted) : withWords(wanted, words, monthsBetween(year, from, to));
}

/** Those of the lines of some months that have the words. */
export function withWords(wanted: RegisterWanted, words: SearchedWords, months: readonly number[]): Conditions {
  const { sql, values } = conditionsBesideWords(wanted);
  const queries = wordsQueries(words, wanted, months);
  const asked = queries.map((_, index) => `${indexedWords} @@ $${values.length + 1 + index}::tsquery`);
  return { sql: `${sql} AND (${asked.length === 0 ? 'false' : asked.join(' OR ')})`, values: [...values, ...queries] };
}

/** As a condition on lines that were read already; its values stand from `$first` on. */
export function textHasWords(words: SearchedWords, first: number): Conditions {
  const values = wordPatternsOf(words);
  return { sql: values.map((_, index) => `search_text ~ $${first + index}`).join(' AND '), values };
}

/** Only what is asked for becomes a condition, so that each search is planned for what it asks. */
export function conditionsBesideWords(wanted: RegisterWanted): Conditions {
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
  return { sql: conditions.join(' AND '), values };
}

const sentTo = (recipient: string): string =>
  `SELECT document_id FROM document_recipients WHERE agency_id = ${recipient}
   UNION SELECT document_id FROM deliveries WHERE recipient_id = ${recipient}`;

/** For a recipient of little: its documents are looked up, and their lines. */
function isOneSentTo(recipient: string): string {
  return `document_id IN (${sentTo(recipient)})`;
}

/** For a recipient of much: the lines are read in their order, and each is asked; as a value, so that it is asked so. */
function isSentTo(recipient: string): string {
  return `coalesce((SELECT true FROM document_recipients
                     WHERE document_id = outgoing_entries.document_id AND agency_id = ${recipient} LIMIT 1),
                   (SELECT true FROM deliveries
                     WHERE document_id = outgoing_entries.document_id AND recipient_id = ${recipient} LIMIT 1), false)`;
}

/** Gives `isCommon` for the recipient `$1`. [own] A hundredth of the largest register of a year. */
export const selectIsCommon = `
  SELECT count(*) > 10000 AS "isCommon" FROM (
    SELECT FROM document_recipients WHERE agency_id = $1 LIMIT 10001) AS addressed`;
