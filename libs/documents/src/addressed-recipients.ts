/**
 * Every agency that a document goes to, once, with its channel: those named one by one before those of its groups, the
 * groups in their order. Groups count from the moment they are resolved. Who stands in the place of an agency that is
 * named is not addressed a second time by a group.
 *
 * @param document - The placeholder or column of the document’s id.
 */
export function addressedRecipients(document: string): string {
  return `
    SELECT DISTINCT ON (agency_id) agency_id, channel, rank, position
      FROM (SELECT agency_id, channel, 0 AS rank, position FROM document_recipients WHERE document_id = ${document}
            UNION ALL
            SELECT member.agency_id, addressed.channel, 1, addressed.position
              FROM document_group_members AS member
              JOIN document_recipient_groups AS addressed USING (document_id, group_id)
             WHERE document_id = ${document}
               AND member.agency_id <> ALL (ARRAY (SELECT lead_successor(agency_id) FROM document_recipients
                                                    WHERE document_id = ${document}))
           ) AS addressed
     ORDER BY agency_id, rank, position`;
}
