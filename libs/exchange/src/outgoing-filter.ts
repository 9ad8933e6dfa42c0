import type { DeliveryFilter, DocumentFilter, DocumentOutcome } from '#contracts';
import { isWorkLate } from '#documents';
import { dayOf, foldVietnamese } from '#kernel';
import { wordPatterns } from '#platform';
import { answeredBy, issueDueOn } from './outgoing-outcome.js';

/** Written out, so that the index of what is in such a state serves them. */
const deliveryStates: Readonly<Record<DeliveryFilter, string>> = {
  refused: `state = 'refused'`,
  waiting: `state IN ('queued', 'sent')`,
  'needs-attention': `state = 'needs-attention'`,
};

export interface WantedFilter extends DocumentFilter {
  /** Whether so much was sent to the recipient that some of it is among any few documents. */
  readonly isCommonRecipient: boolean;
  /** The posts that are in the unit, when one is asked for: known before, the list is planned for how much they drafted. */
  readonly unitPostIds: readonly string[] | undefined;
  /** The moment against which lateness is told. */
  readonly now: Date;
}

/** Takes a value and gives the name under which the statement knows it. */
export type Parameter = (value: unknown, type: string) => string;

/** What narrows the outgoing list, as conditions on `documents`: only what is asked for becomes one. */
export function filterConditions(filter: WantedFilter, parameter: Parameter): string[] {
  const conditions: string[] = [];
  const add = (
    value: string | readonly string[] | undefined,
    type: string,
    condition: (name: string) => string,
  ): void => {
    if (value !== undefined) {
      conditions.push(condition(parameter(value, type)));
    }
  };
  add(filter.state, 'text', (state) => `state = ${state}`);
  add(filter.typeCode, 'text', (code) => `type_code = ${code}`);
  add(filter.urgency, 'text', (urgency) => `urgency = ${urgency} ${isMarked(filter)}`);
  add(filter.drafterPostId, 'uuid', (post) => `drafter_post_id = ${post}`);
  add(filter.signerPostId, 'uuid', (post) => `signer_post_id = ${post}`);
  add(filter.unitPostIds, 'uuid[]', (posts) => `drafter_post_id = ANY (${posts})`);
  add(filter.recipientId, 'uuid', (agency) => (filter.isCommonRecipient ? isSentTo(agency) : isOneSentTo(agency)));
  add(filter.from, 'date', (day) => `issued_on >= ${day}`);
  add(filter.to, 'date', (day) => `issued_on <= ${day}`);
  if (filter.unitId === 'no-unit') {
    conditions.push('drafter_post_id IN (SELECT id FROM posts WHERE unit_id IS NULL)');
  }
  if (filter.outcome !== undefined) {
    conditions.push(`issued_on IS NOT NULL AND state <> 'cancelled'`, outcomeIs[filter.outcome]);
  }
  if (filter.delivery !== undefined) {
    conditions.push(`id IN (SELECT document_id FROM deliveries WHERE ${deliveryStates[filter.delivery]})`);
  }
  if (filter.late !== undefined) {
    conditions.push(isLate(parameter(dayOf(filter.now), 'date'), parameter(filter.now, 'timestamptz')));
  }
  // Each word is a condition of its own, so that the index brings them together: many documents have one of two words.
  for (const pattern of wordPatterns(foldVietnamese(filter.search ?? ''))) {
    add(pattern, 'text', (word) => `search_text LIKE ${word}`);
  }
  return conditions;
}

const outcomeIs: Readonly<Record<DocumentOutcome, string>> = {
  issued: 'true',
  'in-time': `coalesce(issued_on <= ${issueDueOn('documents')}, true)`,
  late: `issued_on > ${issueDueOn('documents')}`,
  reply: `EXISTS (${answeredBy('documents')})`,
  'reply-late': `issued_on > (SELECT min(due_date) FROM (${answeredBy('documents')}) AS answered)`,
};

/** What is not urgent is most of it, and has no index of its own. */
function isMarked({ urgency }: DocumentFilter): string {
  return urgency === 'normal' ? '' : `AND urgency <> 'normal'`;
}

/** For a recipient of little: its documents are looked up. */
function isOneSentTo(agency: string): string {
  return `id IN (SELECT document_id FROM document_recipients WHERE agency_id = ${agency}
                 UNION SELECT document_id FROM deliveries WHERE recipient_id = ${agency})`;
}

/**
 * For a recipient of much: the documents are read in their order, and each is asked. As a value, because for EXISTS all
 * that was ever sent to the recipient would be read into memory first.
 */
function isSentTo(agency: string): string {
  return `coalesce((SELECT true FROM document_recipients
                     WHERE document_id = documents.id AND agency_id = ${agency} LIMIT 1),
                   (SELECT true FROM deliveries
                     WHERE document_id = documents.id AND recipient_id = ${agency} LIMIT 1), false)`;
}

/** What the list shows in red: an opinion, the clerk’s step, or the day by which an answer was asked for. */
function isLate(today: string, now: string): string {
  return `((due_date < ${today} AND state IN ('submitted', 'sent')) OR ${isWorkLate('documents', now)}
           OR (state = 'in-review' AND EXISTS (SELECT FROM review_steps AS step
                                                WHERE step.document_id = documents.id AND step.reads
                                                  AND step.state = 'asked' AND step.due_on < ${today})))`;
}
