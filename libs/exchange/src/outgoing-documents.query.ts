import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed, sharedWith } from '#access';
import { type Actor, type DocumentSummary, type FindDocuments, isPermitted, type Page } from '#contracts';
import { registerOf } from '#directory';
import { askedOf, documentIsOpenTo, isHeld, isReviewedBy, workDueAt } from '#documents';
import { DomainError, foldVietnamese } from '#kernel';
import { Database, decodeIdCursor, hasWords, toPage, wordPatterns } from '#platform';

type Row = Omit<DocumentSummary, 'updatedAt' | 'workDueAt'> & {
  readonly updatedAt: Date;
  readonly workDueAt: Date | null;
};

/** Which states each box of the outgoing list shows; `all` and `mine` show every state. */
const statesOf: Readonly<Record<FindDocuments['box'], readonly string[] | null>> = {
  all: null,
  mine: null,
  'to-review': ['in-review'],
  reviewed: null,
  'to-approve': ['submitted'],
  'to-issue': ['approved'],
  'to-send': ['issued'],
  held: null,
  sent: ['sent', 'completed'],
  shared: null,
  'to-know': null,
};

/** The agency’s outgoing documents, newest first, each with how far it is with its recipients. */
@Injectable()
export class OutgoingDocumentsQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied` for roles that read no documents, `not-found` for a register that is not theirs. */
  async page(actor: Actor, query: FindDocuments): Promise<Page<DocumentSummary>> {
    if (!isPermitted(actor, 'document:read')) {
      throw new DomainError('permission.denied');
    }
    const after = decodeIdCursor(query.after);
    const isDesk = query.box === 'to-send' && query.agencyId === undefined;
    const values = [
      isDesk ? [actor.agencyId, ...actor.predecessorIds] : registerOf(actor, query.agencyId),
      statesOf[query.box],
      wordPatterns(foldVietnamese(query.search ?? '')),
      after ?? null,
      query.limit + 1,
      heldPosts(actor),
    ];
    const rows =
      query.box === 'shared' || query.box === 'to-review'
        ? await this.database.query<Row>(query.box === 'shared' ? selectShared : selectToReview, values)
        : await this.database.query<Row>(isDesk ? selectDesk : (readableOf[query.box] ?? selectOwn), [
            ...values,
            query.box === 'mine',
            readsWhatIsNarrowed(actor),
            isPermitted(actor, 'document:issue'),
          ]);
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({ ...row, updatedAt: row.updatedAt.toISOString(), workDueAt: row.workDueAt?.toISOString() ?? null }),
    );
  }
}

/** The posts that the reader holds begin with the own one: what is sent to know is for nobody’s stand-in. [own] */
const ownPost = '($6::uuid[])[1]';

const select = (condition: string, agencies = 'agency_id = $1'): string => `
  SELECT document.id, document.state, document.type_code AS "typeCode", coalesce(document.type_name, type.name) AS "typeName", document.symbol,
         document.subject, document.urgency, document.issued_on AS "issuedOn", document.due_date AS "dueDate",
         (SELECT min(due_on) FROM review_steps WHERE document_id = document.id AND state = 'asked') AS "reviewDueOn",
         document.updated_at AS "updatedAt", ${workDueAt('document')} AS "workDueAt",
         json_build_object('fullName', drafter.full_name, 'position', drafter_post.position) AS drafter,
         json_build_object('fullName', coalesce(document.signer_name, signer.full_name),
                           'position', coalesce(document.signer_position, signer_post.position)) AS signer,
         (SELECT count(*) FROM document_recipients WHERE document_id = document.id)
           + (SELECT count(*) FROM document_external_recipients WHERE document_id = document.id) AS "recipientCount",
         (SELECT count(*) FROM document_recipient_groups WHERE document_id = document.id) AS "groupCount",
         counts.counts AS deliveries,
         EXISTS (SELECT FROM document_notices AS notice
                  WHERE notice.document_id = document.id AND notice.reader_post_id = ${ownPost}
                    AND notice.read_at IS NULL) AS "isUnread"
    FROM (SELECT * FROM documents
           WHERE ${agencies} AND ($2::text[] IS NULL OR state = ANY ($2))
             AND ${condition}
             AND ${hasWords('$3')} AND ($4::uuid IS NULL OR id < $4::uuid)
           ORDER BY id DESC LIMIT $5) AS document
    JOIN document_types AS type ON type.code = document.type_code
    JOIN posts AS drafter_post ON drafter_post.id = document.drafter_post_id
    JOIN people AS drafter ON drafter.id = drafter_post.person_id
    JOIN posts AS signer_post ON signer_post.id = document.signer_post_id
    JOIN people AS signer ON signer.id = signer_post.person_id
    CROSS JOIN LATERAL (
      SELECT json_build_object(
               'total', count(*),
               'onPaper', count(*) FILTER (WHERE state = 'on-paper'),
               'waiting', count(*) FILTER (WHERE state IN ('queued', 'sent')),
               'arrived', count(*) FILTER (WHERE state IN ('arrived', 'accepted', 'assigned', 'in-process', 'completed')),
               'accepted', count(*) FILTER (WHERE state IN ('accepted', 'assigned', 'in-process', 'completed')),
               'completed', count(*) FILTER (WHERE state = 'completed'),
               'refused', count(*) FILTER (WHERE state = 'refused'),
               'needsAttention', count(*) FILTER (WHERE state = 'needs-attention')) AS counts
        FROM deliveries WHERE document_id = document.id) AS counts
   ORDER BY document.id DESC`;

/**
 * What is not on the agency’s desk yet is shown to its drafter and reviewers or their stand-ins alone, and what is
 * narrowed to those named, as in document-policy.ts.
 */
const readable = `
  (drafter_post_id = ANY ($6::uuid[])
   OR (NOT $7 AND (state NOT IN ('draft', 'returned', 'in-review') OR ${isReviewedBy('documents', '$6::uuid[]')})))
  AND ${documentIsOpenTo('documents', { posts: '$6::uuid[]', readsNarrowed: '$8', isClerk: '$9' })}`;

const selectOwn = select(readable);

/** What a predecessor issued and did not send stays in its register, and waits on the desk of who took its place. */
const selectDesk = select(readable, 'agency_id = ANY ($1::uuid[])');

/** What the reader was asked about before, as long as they read it. */
const selectReviewed = select(`id IN (${askedOf('$6::uuid[]', 'before')}) AND ${readable}`);

/** What waits for the clerk’s word, drafts too; for others what of it they read anyway, as in document-policy.ts. */
const selectHeld = select(`${isHeld('documents')} AND ($9 OR (${readable}))`);

/** What was sent to the reader to know. */
const selectToKnow = select(`
  id IN (SELECT document_id FROM document_notices WHERE reader_post_id = ${ownPost}) AND ${readable}`);

/** The boxes beside the agency’s own list that keep to what the reader may read. */
const readableOf: Partial<Record<FindDocuments['box'], string>> = {
  reviewed: selectReviewed,
  'to-know': selectToKnow,
  held: selectHeld,
};

/** What the reader is asked about now: they read it for that. */
const selectToReview = select(`id IN (${askedOf('$6::uuid[]', 'now')})`);

/** What colleagues opened to the reader, drafts too. */
const selectShared = select(`id IN (${sharedWith('document', '$6::uuid[]')})`);
