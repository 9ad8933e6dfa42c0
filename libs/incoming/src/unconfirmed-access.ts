/** Who confirms changes of rights, as placeholders of the statement. */
interface ConfirmingLeader {
  /** The agencies for which the leader acts, as uuid[]. */
  readonly agencies: string;
  /** The posts that the leader holds, as uuid[]. */
  readonly posts: string;
}

/**
 * The condition that a change waits to be confirmed by a leader, who may read its document, as in document-policy.ts and
 * arrival-policy.ts: a document that is not on the desk is its drafter’s, until it is opened to somebody. Other documents
 * and all arrivals are open to the leaders.
 */
export function waitsForLeader(change: string, { agencies, posts }: ConfirmingLeader): string {
  return `(${change}.agency_id = ANY (${agencies}) AND ${change}.confirmed_at IS NULL AND ${change}.withdrawn_at IS NULL
    AND (${change}.object_type <> 'document' OR ${change}.kind = 'widened'
      OR EXISTS (SELECT 1 FROM documents WHERE id = ${change}.object_id
                    AND (state NOT IN ('draft', 'returned', 'in-review') OR drafter_post_id = ANY (${posts})))
      OR EXISTS (SELECT 1 FROM access_changes AS opened
                  WHERE opened.object_type = ${change}.object_type AND opened.object_id = ${change}.object_id
                    AND opened.kind = 'widened' AND opened.withdrawn_at IS NULL)))`;
}
