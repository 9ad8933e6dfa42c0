import { Injectable } from '@nestjs/common';
import type { Actor, VersionFields, VersionFile, VersionSummary } from '#contracts';
import { canonicalJson, Clock, newId } from '#kernel';
import { Database } from '#platform';

export interface Snapshot {
  readonly fields: VersionFields;
  readonly files: readonly VersionFile[];
}

/** Keeps fields and files of a draft as they are now, in words that need nothing else to be read later. */
@Injectable()
export class DocumentVersions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Gives the number. In the transaction that holds the document: numbers have no gap. */
  async keep(actor: Actor, documentId: string, reason: VersionSummary['reason']): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      `INSERT INTO document_versions (id, document_id, number, reason, fields, files, kept_at, kept_by_post_id,
                                      kept_by_name, kept_by_position)
       SELECT $2, $1, coalesce((SELECT max(number) FROM document_versions WHERE document_id = $1), 0) + 1, $3,
              snapshot.fields, snapshot.files, $4, $5, $6, $7
         FROM (${snapshot}) AS snapshot
       RETURNING number`,
      [documentId, newId(), reason, this.clock.now(), actor.postId, actor.fullName, actor.position],
    );
    if (row === undefined) {
      throw new Error(`the document ${documentId} is gone`);
    }
    return row.number;
  }

  /** The number of the latest version if the draft is still as it was then. */
  async latestIfUnchanged(documentId: string): Promise<number | undefined> {
    const [latest] = await this.database.query<Snapshot & { readonly number: number }>(
      'SELECT number, fields, files FROM document_versions WHERE document_id = $1 ORDER BY number DESC LIMIT 1',
      [documentId],
    );
    const [now] = await this.database.query<Snapshot>(snapshot, [documentId]);
    return latest !== undefined && now !== undefined && textOf(latest) === textOf(now) ? latest.number : undefined;
  }
}

function textOf({ fields, files }: Snapshot): string {
  return canonicalJson({ fields, files });
}

const reasonInWords = `
  (SELECT concat_ws(': ', reason.name, nullif(addressed.paper_note, ''))
     FROM paper_reasons AS reason WHERE reason.code = addressed.paper_reason)`;

const snapshot = `
  SELECT jsonb_build_object(
           'typeName', type.name, 'subject', document.subject, 'urgency', document.urgency,
           'signer', jsonb_build_object('fullName', signer.full_name, 'position', signer_post.position),
           'signingForm', document.signing_form, 'dueDate', document.due_date,
           'draftingUnit', document.drafting_unit, 'pageAmount', document.page_amount,
           'description', document.description, 'reviewMode', document.review_mode,
           'language', document.language, 'issuedAmount', document.issued_amount,
           'fileOrdinal', document.file_ordinal,
           'fileCode', CASE WHEN document.file_year IS NOT NULL
                            THEN jsonb_build_object('year', document.file_year, 'notation', document.file_notation) END,
           'recipients', coalesce((
             SELECT jsonb_agg(jsonb_build_object('name', recipient.name, 'channel', addressed.channel,
                                                 'paperReason', ${reasonInWords})
                              ORDER BY addressed.position)
               FROM document_recipients AS addressed JOIN agencies AS recipient ON recipient.id = addressed.agency_id
              WHERE addressed.document_id = document.id), '[]'),
           'groups', coalesce((
             SELECT jsonb_agg(jsonb_build_object('name', named.name, 'channel', addressed.channel,
                                                 'paperReason', ${reasonInWords})
                              ORDER BY addressed.position)
               FROM document_recipient_groups AS addressed JOIN recipient_groups AS named ON named.id = addressed.group_id
              WHERE addressed.document_id = document.id), '[]'),
           'externals', coalesce((
             SELECT jsonb_agg(jsonb_build_object('name', addressed.name, 'address', addressed.address,
                                                 'paperReason', ${reasonInWords}) ORDER BY addressed.position)
               FROM document_external_recipients AS addressed WHERE addressed.document_id = document.id), '[]'),
           'people', coalesce((
             SELECT jsonb_agg(jsonb_build_object('fullName', colleague.full_name, 'position', post.position)
                              ORDER BY informed.position)
               FROM document_informed_posts AS informed JOIN posts AS post ON post.id = informed.post_id
               JOIN people AS colleague ON colleague.id = post.person_id
              WHERE informed.document_id = document.id), '[]'),
           'reviewers', coalesce((
             SELECT jsonb_agg(jsonb_build_object('fullName', reviewer.full_name, 'position', post.position,
                                                 'dueOn', named.due_on) ORDER BY named.position)
               FROM document_reviewers AS named JOIN posts AS post ON post.id = named.post_id
               JOIN people AS reviewer ON reviewer.id = post.person_id
              WHERE named.document_id = document.id), '[]')) AS fields,
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('id', id, 'fileName', file_name, 'mediaType', media_type, 'size', size,
                                               'digest', digest) ORDER BY position)
             FROM attachments WHERE document_id = document.id), '[]') AS files
    FROM documents AS document
    JOIN document_types AS type ON type.code = document.type_code
    JOIN posts AS signer_post ON signer_post.id = document.signer_post_id
    JOIN people AS signer ON signer.id = signer_post.person_id
   WHERE document.id = $1`;
