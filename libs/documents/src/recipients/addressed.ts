import type { DraftDocument } from '#contracts';

/** Whom a document is for, in the form in which drafts and further copies name it. */
export type Addressed = Pick<DraftDocument, 'recipients' | 'groups' | 'externals' | 'people'>;

export function namesNobody({ recipients, groups, externals, people }: Addressed): boolean {
  return recipients.length + groups.length + externals.length + people.length === 0;
}

/**
 * The pairs of a json_build_object that name the recipients of a draft as the draft itself does.
 *
 * @param document - The placeholder or column of the document’s id.
 */
export function addressedInDraft(document: string): string {
  const listed = (fields: string, table: string): string => `
    coalesce((SELECT json_agg(json_build_object(${fields}) ORDER BY position)
                FROM ${table} WHERE document_id = ${document} AND sending = 1), '[]')`;
  return `
    'recipients', ${listed(`'agencyId', agency_id, 'channel', channel, 'paperReason', ${reason}`, 'document_recipients')},
    'groups', ${listed(`'groupId', group_id, 'channel', channel, 'paperReason', ${reason}`, 'document_recipient_groups')},
    'externals', ${listed(`'name', name, 'address', address, 'paperReason', ${reason}`, 'document_external_recipients')},
    'people', ${listed(`'postId', post_id`, 'document_informed_posts')}`;
}

const reason = `
  CASE WHEN paper_reason IS NOT NULL THEN json_build_object('code', paper_reason, 'note', paper_note) END`;

/** The columns with the recipients of a document for its page, the first sending before further copies. */
export function addressedColumns(document: string): string {
  return `
    coalesce((SELECT json_agg(json_build_object(
                       'agency', json_build_object('id', recipient.id, 'code', recipient.code,
                                   'name', recipient.name, 'abbreviation', recipient.abbreviation),
                       'channel', addressed.channel, 'paperReason', ${reasonOf('addressed')},
                       'onPaperOnly', way_to_agency(recipient.id, recipient.level) = 'paper') ORDER BY addressed.sending, addressed.position)
                FROM document_recipients AS addressed
                JOIN agencies AS recipient ON recipient.id = addressed.agency_id
               WHERE addressed.document_id = ${document}), '[]') AS recipients,
    coalesce((SELECT json_agg(json_build_object(
                       'name', addressed.name, 'address', addressed.address, 'paperReason', ${reasonOf('addressed')})
                       ORDER BY addressed.sending, addressed.position)
                FROM document_external_recipients AS addressed
               WHERE addressed.document_id = ${document}), '[]') AS externals,
    coalesce((SELECT json_agg(json_build_object(
                       'postId', addressed.post_id, 'fullName', person.full_name, 'position', post.position,
                       'sentAt', to_char(notice.sent_at AT TIME ZONE 'UTC', ${isoMoment}),
                       'readAt', to_char(notice.read_at AT TIME ZONE 'UTC', ${isoMoment}))
                       ORDER BY addressed.sending, addressed.position)
                FROM document_informed_posts AS addressed
                JOIN posts AS post ON post.id = addressed.post_id
                JOIN people AS person ON person.id = post.person_id
                LEFT JOIN document_notices AS notice USING (document_id, post_id)
               WHERE addressed.document_id = ${document}), '[]') AS people,
    (SELECT json_build_object(
              'sendAt', to_char(sending.send_at AT TIME ZONE 'UTC', ${isoMoment}),
              'setBy', json_build_object('fullName', person.full_name, 'position', post.position),
              'failedAt', to_char(sending.failed_at AT TIME ZONE 'UTC', ${isoMoment}),
              'failure', CASE WHEN sending.failure_code IS NOT NULL THEN json_build_object(
                           'code', sending.failure_code, 'params', coalesce(sending.failure_params, '{}')) END)
       FROM scheduled_sendings AS sending
       JOIN posts AS post ON post.id = sending.set_by_post_id
       JOIN people AS person ON person.id = post.person_id
      WHERE sending.document_id = ${document}) AS sending`;
}

/** The reason for paper as it is shown, from a row with the columns paper_reason and paper_note. */
export function reasonOf(row: string): string {
  return `(SELECT json_build_object('code', reason.code, 'name', reason.name, 'note', ${row}.paper_note)
             FROM paper_reasons AS reason WHERE reason.code = ${row}.paper_reason)`;
}

const isoMoment = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
