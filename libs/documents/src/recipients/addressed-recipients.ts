/**
 * Every agency that a document goes to, once, with its channel: those named one by one before those of its groups, the
 * groups in their order. Groups count from the moment they are resolved. Who stands in the place of an agency that is
 * named is not addressed a second time by a group.
 *
 * @param document - The placeholder or column of the document’s id.
 * @param sending - Which sending: 1 for the first, further copies count on.
 */
export function addressedRecipients(document: string, sending: string): string {
  return `
    SELECT DISTINCT ON (agency_id) agency_id, channel, paper_reason, paper_note, rank, position
      FROM (SELECT agency_id, channel, paper_reason, paper_note, 0 AS rank, position FROM document_recipients
             WHERE document_id = ${document} AND sending = ${sending}
            UNION ALL
            SELECT member.agency_id, addressed.channel, addressed.paper_reason, addressed.paper_note, 1,
                   addressed.position
              FROM document_group_members AS member
              JOIN document_recipient_groups AS addressed USING (document_id, group_id)
             WHERE document_id = ${document} AND sending = ${sending}
               AND member.agency_id <> ALL (ARRAY (SELECT lead_successor(agency_id) FROM document_recipients
                                                    WHERE document_id = ${document} AND sending = ${sending}))
           ) AS addressed
     ORDER BY agency_id, rank, position`;
}

/** The agencies that hold a copy from earlier sendings, as who stands in their place today. */
export function earlierRecipients(document: string, sending: string): string {
  return `
    SELECT lead_successor(agency_id) AS standing_id FROM document_recipients
     WHERE document_id = ${document} AND sending < ${sending}
    UNION
    SELECT lead_successor(member.agency_id)
      FROM document_group_members AS member JOIN document_recipient_groups AS addressed USING (document_id, group_id)
     WHERE document_id = ${document} AND addressed.sending < ${sending}`;
}
