/** When the paper of a delivery was handed over, to whom, and who marked it; null before. */
export function handoverOf(delivery: string): string {
  return `
    (SELECT json_build_object('handedOn', ${delivery}.handed_on, 'takenBy', ${delivery}.taken_by,
              'markedBy', json_build_object('fullName', person.full_name, 'position', post.position))
       FROM posts AS post JOIN people AS person ON person.id = post.person_id
      WHERE post.id = ${delivery}.handover_marked_by_post_id)`;
}
