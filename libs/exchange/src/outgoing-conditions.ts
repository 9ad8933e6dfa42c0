import { heldPosts, readsWhatIsNarrowed, sharedWith } from '#access';
import { type Actor, type FindDocuments, isPermitted } from '#contracts';
import { registerOf } from '#directory';
import { askedOf, documentIsOpenTo, isHeld, isReviewedBy } from '#documents';
import { filterConditions, type Parameter, type WantedFilter } from './outgoing-filter.js';

/** What a list asks of the rows of `documents`, with the values from `$1` on. */
export interface OutgoingConditions {
  readonly sql: string;
  readonly values: unknown[];
  /** The parameter with the reader’s own post: what is sent to know is for nobody’s stand-in. [own] */
  readonly ownPost: string;
}

/** Which states each box of the outgoing list shows; the others show every state. */
const statesOf: Partial<Record<FindDocuments['box'], readonly string[]>> = {
  'to-review': ['in-review'],
  'to-approve': ['submitted'],
  'to-issue': ['approved'],
  'to-send': ['issued'],
  sent: ['sent', 'completed', 'recalled'],
};

export type WantedList = FindDocuments & WantedFilter;

/** The conditions of a box and of what narrows it. @throws DomainError `not-found` for a register that is not theirs. */
export function outgoingConditions(actor: Actor, query: WantedList): OutgoingConditions {
  const values: unknown[] = [];
  const parameter: Parameter = (value, type) => {
    values.push(value);
    return `$${values.length}::${type}`;
  };
  // Asked for where it is needed: PostgreSQL refuses a value that no condition looks at.
  let held: string | undefined;
  const posts = (): string => (held ??= parameter(heldPosts(actor), 'uuid[]'));
  const ownPost = parameter(actor.postId, 'uuid');
  const states = statesOf[query.box];
  const conditions = [
    agenciesOf(actor, query, parameter),
    ...boxConditions(actor, query.box, { posts, ownPost }),
    ...(states === undefined ? [] : [`state = ANY (${parameter(states, 'text[]')})`]),
    ...filterConditions(query, parameter),
  ];
  return { sql: conditions.join('\n             AND '), values, ownPost };
}

/** Boxes that hold what stays in the register of a predecessor: what it issued and did not send, what it sent to know. */
const acrossRegisters: ReadonlySet<FindDocuments['box']> = new Set<FindDocuments['box']>(['to-send', 'to-know']);

/** What a predecessor left stays in its register, and waits on the desk of who took its place. */
function agenciesOf(actor: Actor, { box, agencyId }: FindDocuments, parameter: Parameter): string {
  if (acrossRegisters.has(box) && agencyId === undefined && actor.predecessorIds.length > 0) {
    return `agency_id = ANY (${parameter([actor.agencyId, ...actor.predecessorIds], 'uuid[]')})`;
  }
  return `agency_id = ${parameter(registerOf(actor, agencyId), 'uuid')}`;
}

interface Reader {
  readonly posts: () => string;
  readonly ownPost: string;
}

function boxConditions(actor: Actor, box: FindDocuments['box'], { posts, ownPost }: Reader): readonly string[] {
  const readable = (): string => readableBy(actor, posts());
  switch (box) {
    case 'mine':
      return [`drafter_post_id = ANY (${posts()})`, openTo(actor, posts())];
    // What the reader is asked about now: they read it for that.
    case 'to-review':
      return [`id IN (${askedOf(posts(), 'now')})`];
    // What the reader was asked about before, as long as they read it.
    case 'reviewed':
      return [`id IN (${askedOf(posts(), 'before')})`, readable()];
    // What colleagues opened to the reader, drafts too.
    case 'shared':
      return [`id IN (${sharedWith('document', posts())})`];
    case 'to-know':
      return [`id IN (SELECT document_id FROM document_notices WHERE reader_post_id = ${ownPost})`, readable()];
    // What waits for the clerk’s word, drafts too; for others what of it they read anyway, as in document-policy.ts.
    case 'held':
      return [isHeld('documents'), ...(isPermitted(actor, 'document:decide-held') ? [] : [readable()])];
    case 'all':
    case 'to-approve':
    case 'to-issue':
    case 'to-send':
    case 'sent':
      return [readable()];
  }
}

/**
 * What is not on the agency’s desk yet is shown to its drafter and reviewers or their stand-ins alone, and what is
 * narrowed to those named, as in document-policy.ts.
 */
function readableBy(actor: Actor, posts: string): string {
  return `(drafter_post_id = ANY (${posts}) OR state NOT IN ('draft', 'returned', 'in-review')
                  OR ${isReviewedBy('documents', posts)})
             AND ${openTo(actor, posts)}`;
}

function openTo(actor: Actor, posts: string): string {
  return documentIsOpenTo('documents', {
    posts,
    readsNarrowed: String(readsWhatIsNarrowed(actor)),
    isClerk: String(isPermitted(actor, 'document:issue')),
  });
}
