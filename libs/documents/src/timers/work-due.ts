/** The column of until when the clerk has to do what the state of a document asks for; null for all other states. */
export function workDueAt(document: string): string {
  return `CASE ${document}.state WHEN 'approved' THEN ${document}.issue_due_at
                                 WHEN 'issued' THEN ${document}.send_due_at END`;
}

/** The condition that a document should have been issued, or sent, by a moment; indexes of its own carry both halves. */
export function isWorkLate(document: string, moment: string): string {
  return `((${document}.state = 'approved' AND ${document}.issue_due_at < ${moment})
           OR (${document}.state = 'issued' AND ${document}.send_due_at < ${moment}))`;
}
