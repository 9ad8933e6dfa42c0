import { Injectable } from '@nestjs/common';
import { TimelineQuery } from '#audit';
import type { Actor, AttachmentView, DocumentView } from '#contracts';
import { Clock, dayOf, DomainError, yearOf } from '#kernel';
import { Database } from '#platform';
import { addressedColumns, reasonOf } from './recipients/addressed.js';
import { partAt } from './document-part.js';
import { actionsOn, type GuardedDocument, mayReadDocument } from './document-policy.js';
import { guardedColumns } from './guarded-columns.js';
import { isClosedYear } from './numbering/numbering-policy.js';
import { latestRound, plannedReviewers } from './reviews/review-sql.js';
import { RelationsQuery } from './relations/relations.query.js';
import { workDueAt } from './timers/work-due.js';

type Row = Omit<DocumentView, 'timeline' | 'actions' | 'updatedAt' | 'workDueAt' | 'relatedBy'> &
  GuardedDocument & { readonly updatedAt: Date; readonly workDueAt: Date | null; readonly agencyId: string };

/** One outgoing document with everything that its page shows, deliveries left out. */
@Injectable()
export class DocumentQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timeline: TimelineQuery,
    private readonly relations: RelationsQuery,
  ) {}

  /** @throws DomainError `not-found`, for what is not there and for what is not the actor’s alike. */
  async view(actor: Actor, id: string): Promise<DocumentView> {
    const [row] = await this.database.query<Row>(
      select,
      [id, actor.agencyId, dayOf(this.clock.now())],
      'view-of-a-document',
    );
    if (row === undefined || !mayReadDocument(actor, row)) {
      throw new DomainError('not-found');
    }
    const {
      agencyId: _agencyId,
      drafterPostId: _drafterPostId,
      access: _access,
      reviewFacts: _reviewFacts,
      isHeld: _isHeld,
      ...rest
    } = row;
    const { updatedAt, workDueAt: due, ...view } = rest;
    return {
      ...view,
      updatedAt: updatedAt.toISOString(),
      workDueAt: due?.toISOString() ?? null,
      relatedBy: await this.relations.relatingTo(actor, 'document', id),
      timeline: await this.timeline.of('document', id),
      // The number of a closed year stays given: cancel-number.ts refuses it.
      actions: actionsOn(actor, row).filter((action) => action !== 'cancel-number' || !this.isOfClosedYear(view)),
    };
  }

  private isOfClosedYear({ issuedOn }: Pick<DocumentView, 'issuedOn'>): boolean {
    return issuedOn !== null && isClosedYear(Number.parseInt(issuedOn, 10), yearOf(this.clock.now()));
  }

  /** An attachment of a document that the actor may read. @throws DomainError `not-found`, `attachment.infected`. */
  async attachment(actor: Actor, documentId: string, attachmentId: string): Promise<AttachmentView> {
    const [row] = await this.database.query<AttachmentView & GuardedDocument & { isInfected: boolean }>(
      `SELECT attachment.id, file_name AS "fileName", media_type AS "mediaType", size, attachment.digest,
              EXISTS (SELECT 1 FROM file_checks
                       WHERE attachment_id = attachment.id AND malware = 'infected') AS "isInfected",
              ${guardedColumns('document')}
         FROM attachments AS attachment JOIN documents AS document ON document.id = attachment.document_id
        WHERE attachment.id = $1 AND document.id = $2`,
      [attachmentId, documentId],
    );
    if (row === undefined || !mayReadDocument(actor, row)) {
      throw new DomainError('not-found');
    }
    if (row.isInfected) {
      throw new DomainError('attachment.infected', { fileName: row.fileName });
    }
    return row;
  }
}

const select = `
  SELECT document.id, document.version, document.type_code AS "typeCode", coalesce(document.type_name, type.name) AS "typeName",
         document.symbol, document.subject, document.urgency, document.issued_on AS "issuedOn",
         (SELECT id FROM outgoing_entries WHERE document_id = document.id) AS "registerEntryId",
         document.due_date AS "dueDate", ${workDueAt('document')} AS "workDueAt",
         document.updated_at AS "updatedAt", document.drafting_unit AS "draftingUnit",
         document.page_amount AS "pageAmount", document.description, document.digest,
         document.language, document.issued_amount AS "issuedAmount", document.file_ordinal AS "fileOrdinal",
         CASE WHEN document.file_year IS NOT NULL
              THEN json_build_object('year', document.file_year, 'notation', document.file_notation) END AS "fileCode",
         document.signing_form AS "signingForm",
         CASE WHEN absent.id IS NOT NULL
              THEN json_build_object('fullName', absentee.full_name, 'position', absent.position) END AS "onBehalfOf", ${guardedColumns('document')},
         document.review_mode AS "reviewMode", ${plannedReviewers} AS reviewers, ${latestRound} AS review,
         (SELECT max(number) FROM document_versions WHERE document_id = document.id) AS "versionNumber",
         (SELECT min(due_on) FROM review_steps WHERE document_id = document.id AND state = 'asked') AS "reviewDueOn",
         json_build_object('id', agency.id, 'code', coalesce(document.issuer_code, agency.code),
                           'name', coalesce(document.issuer_name, agency.name),
                           'abbreviation', agency.abbreviation) AS agency,
         json_build_object('fullName', drafter.full_name, 'position', drafter_post.position) AS drafter,
         json_build_object('fullName', coalesce(document.signer_name, signer.full_name),
                           'position', coalesce(document.signer_position, signer_post.position)) AS signer,
         ${addressedColumns('document.id')},
         coalesce((SELECT json_agg(json_build_object(
                            'id', named.id, 'name', coalesce(addressed.sent_name, named.name),
                            'channel', addressed.channel, 'paperReason', ${reasonOf('addressed')},
                            'memberCount', coalesce(addressed.sent_count,
                              (SELECT count(*) FROM recipients_of_group(named.id, $2, $3))),
                            'isRecorded', addressed.sent_count IS NOT NULL,
                            'isDeleted', named.deleted_at IS NOT NULL) ORDER BY addressed.sending, addressed.position)
                     FROM document_recipient_groups AS addressed
                     JOIN recipient_groups AS named ON named.id = addressed.group_id
                    WHERE addressed.document_id = document.id), '[]') AS groups,
         coalesce((SELECT json_agg(json_build_object('id', id, 'part', ${partAt('position')}, 'fileName', file_name,
                                     'mediaType', media_type, 'size', size, 'digest', digest) ORDER BY position)
                     FROM attachments WHERE document_id = document.id), '[]') AS attachments,
         coalesce((SELECT json_agg(json_build_object('kind', kind,
                            'target', json_build_object('type', target_type, 'id', target_id), 'typeName', type_name,
                            'symbol', symbol, 'issuedOn', issued_on, 'issuerName', issuer_name) ORDER BY issued_on, symbol)
                     FROM document_relations WHERE document_id = document.id), '[]') AS relations
    FROM documents AS document
    JOIN agencies AS agency ON agency.id = document.agency_id
    JOIN document_types AS type ON type.code = document.type_code
    JOIN posts AS drafter_post ON drafter_post.id = document.drafter_post_id
    JOIN people AS drafter ON drafter.id = drafter_post.person_id
    JOIN posts AS signer_post ON signer_post.id = document.signer_post_id
    JOIN people AS signer ON signer.id = signer_post.person_id
    LEFT JOIN posts AS absent ON absent.id = document.on_behalf_of_post_id
    LEFT JOIN people AS absentee ON absentee.id = absent.person_id
   WHERE document.id = $1`;
