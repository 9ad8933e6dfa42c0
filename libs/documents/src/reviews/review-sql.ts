/** The condition that a post leads the agency itself and not one of its units. */
export const isAgencyLeader = `(post.role = 'leader' AND post.unit_id IS NULL)`;

/** A moment inside JSON, as the API writes it. */
function moment(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const stepRows = `
  SELECT json_agg(json_build_object(
           'id', step.id, 'postId', step.post_id, 'fullName', person.full_name, 'position', post.position,
           'dueOn', step.due_on, 'state', step.state, 'decidedAt', ${moment('step.decided_at')},
           'isVacant', step.state IN ('waiting', 'asked')
                       AND (person.disabled_at IS NOT NULL OR coalesce(post.valid_to < $3, false))) ORDER BY step.position)
    FROM review_steps AS step
    JOIN posts AS post ON post.id = step.post_id
    JOIN people AS person ON person.id = post.person_id
   WHERE step.round_id = round.id`;

/** The latest round of a document as its page shows it; `$3` is today. */
export const latestRound = `
  (SELECT json_build_object('number', round.number, 'mode', round.mode, 'state', round.state,
            'versionNumber', round.version_number, 'openedAt', ${moment('round.opened_at')},
            'closedAt', ${moment('round.closed_at')},
            'steps', (${stepRows}))
     FROM review_rounds AS round WHERE round.document_id = document.id ORDER BY round.number DESC LIMIT 1)`;

/** The reviewers that a draft names, in their order. */
export const plannedReviewers = `
  coalesce((SELECT json_agg(json_build_object(
                     'postId', named.post_id, 'fullName', person.full_name, 'position', post.position,
                     'unitName', unit.name, 'isAgencyLeader', ${isAgencyLeader},
                     'dueOn', named.due_on) ORDER BY named.position)
              FROM document_reviewers AS named
              JOIN posts AS post ON post.id = named.post_id
              JOIN people AS person ON person.id = post.person_id
              LEFT JOIN units AS unit ON unit.id = post.unit_id
             WHERE named.document_id = document.id), '[]')`;

/**
 * The pairs of a json_build_object that name the reviewers of a draft as the draft itself does, from its row.
 *
 * @param document - The placeholder or column of the document’s id.
 */
export function reviewersInDraft(document: string): string {
  return `
    'reviewMode', review_mode,
    'reviewers', coalesce((SELECT json_agg(json_build_object('postId', post_id, 'dueOn', due_on) ORDER BY position)
                             FROM document_reviewers WHERE document_id = ${document}), '[]')`;
}
