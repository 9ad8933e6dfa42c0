/**
 * The delegations that hold on a day. Both posts are held then, in the same agency and role, and the one who is absent
 * may still sign in: an absence lends no more than there is.
 */
const holdingOn = (day: string): string => `
    FROM delegations AS delegation
    JOIN posts AS absent ON absent.id = delegation.from_post_id
    JOIN people AS absentee ON absentee.id = absent.person_id
    JOIN posts AS stand_in ON stand_in.id = delegation.to_post_id
   WHERE delegation.revoked_at IS NULL AND delegation.valid_from <= ${day} AND delegation.valid_to >= ${day}
     AND absent.valid_from <= ${day} AND (absent.valid_to IS NULL OR absent.valid_to >= ${day})
     AND absent.agency_id = stand_in.agency_id AND absent.role = stand_in.role AND absentee.disabled_at IS NULL`;

/** An SQL array: the posts that the one with this id stands in for. */
export function delegatedPostIds(postId: string, day: string): string {
  return `coalesce((SELECT array_agg(absent.id ORDER BY absent.id) ${holdingOn(day)}
     AND delegation.to_post_id = ${postId}), '{}')`;
}

/** A SELECT of `post_id`: who stands in for the post with this id. */
export function standInsOf(postId: string, day: string): string {
  return `SELECT stand_in.id AS post_id ${holdingOn(day)} AND delegation.from_post_id = ${postId}`;
}
