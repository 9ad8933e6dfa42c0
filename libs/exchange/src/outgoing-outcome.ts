/** The day of a moment in Vietnam. */
export const dayIn = (moment: string): string => `(${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

/** The day by which an approved document has to be issued; null when it was not approved here. */
export const issueDueOn = (document: string): string => dayIn(`${document}.issue_due_at`);

/** The incoming documents that a document answers. */
export const answeredBy = (document: string): string => `
  SELECT arrival.due_date
    FROM document_relations AS relation JOIN arrivals AS arrival ON arrival.id = relation.target_id
   WHERE relation.document_id = ${document}.id AND relation.kind = 'replies-to' AND relation.target_type = 'arrival'`;
