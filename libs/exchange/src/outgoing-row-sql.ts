import { workDueAt } from '#documents';

/** How many recipients of a document stand where. */
const deliveryCounts = `
  SELECT json_build_object(
           'total', count(*),
           'onPaper', count(*) FILTER (WHERE state = 'on-paper'),
           'waiting', count(*) FILTER (WHERE state IN ('queued', 'sent')),
           'arrived', count(*) FILTER (WHERE state IN ('arrived', 'accepted', 'assigned', 'in-process', 'completed', 'replaced',
                                                              'recalled-after-registration')),
           'accepted', count(*) FILTER (WHERE state IN ('accepted', 'assigned', 'in-process', 'completed')),
           'completed', count(*) FILTER (WHERE state = 'completed'),
           'refused', count(*) FILTER (WHERE state = 'refused'),
           'needsAttention', count(*) FILTER (WHERE state = 'needs-attention')) AS counts
    FROM deliveries WHERE document_id = document.id`;

interface Wanted {
  /** On the rows of `documents`. */
  readonly conditions: string;
  readonly limit: string;
  readonly ownPost: string;
}

/** One page of the outgoing list in the shape of its answer: the rows are found first, and only then looked up. */
export function selectOutgoing({ conditions, limit, ownPost }: Wanted): string {
  return `
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
           WHERE ${conditions}
           ORDER BY id DESC LIMIT ${limit}) AS document
    JOIN document_types AS type ON type.code = document.type_code
    JOIN posts AS drafter_post ON drafter_post.id = document.drafter_post_id
    JOIN people AS drafter ON drafter.id = drafter_post.person_id
    JOIN posts AS signer_post ON signer_post.id = document.signer_post_id
    JOIN people AS signer ON signer.id = signer_post.person_id
    CROSS JOIN LATERAL (${deliveryCounts}) AS counts
   ORDER BY document.id DESC`;
}
