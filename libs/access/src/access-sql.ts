import type { AccessObjectType } from '#contracts';

const named = 'access_changes AS change JOIN access_change_posts AS named ON named.change_id = change.id';

/** The column `access` with the facts of a row, for policies: `object` is the alias of its table. */
export function accessFactsOf(type: AccessObjectType, object: string): string {
  const posts = (kind: string): string =>
    `coalesce((SELECT json_agg(named.post_id) FROM ${named} WHERE ${isOf(type, object, kind)}), '[]')`;
  return `json_build_object(
    'restrictedTo', CASE WHEN ${object}.restricted THEN ${posts('narrowed')} END,
    'sharedWith', ${posts('widened')}) AS access`;
}

/** Who reads a list, as placeholders of the statement. */
export interface NarrowedReader {
  /** The posts that the actor holds, as uuid[]. */
  readonly posts: string;
  /** True for who reads whatever is narrowed. */
  readonly readsNarrowed: string;
  /** True for clerks, whose step a narrowing must not hold up. */
  readonly isClerk: string;
}

/** The condition that a narrowing of the object holds: what the column `restricted` of its table keeps at hand. */
export function isNarrowed(type: AccessObjectType, objectId: string): string {
  return `EXISTS (
    SELECT 1 FROM access_changes WHERE object_type = '${type}' AND object_id = ${objectId} AND kind = 'narrowed'
       AND withdrawn_at IS NULL)`;
}

/** The condition that a narrowing of the object names one of the posts. */
export function isNamedIn(type: AccessObjectType, objectId: string, posts: string): string {
  return `EXISTS (
    SELECT 1 FROM ${named}
     WHERE change.object_type = '${type}' AND change.object_id = ${objectId} AND change.kind = 'narrowed'
       AND change.withdrawn_at IS NULL AND named.post_id = ANY (${posts}))`;
}

/** The ids of what was shared with one of the posts. */
export function sharedWith(type: AccessObjectType, posts: string): string {
  return `
    SELECT change.object_id FROM ${named}
     WHERE named.post_id = ANY (${posts}) AND change.object_type = '${type}' AND change.kind = 'widened'
       AND change.withdrawn_at IS NULL`;
}

function isOf(type: AccessObjectType, object: string, kind: string): string {
  return `change.object_type = '${type}' AND change.object_id = ${object}.id AND change.kind = '${kind}'
            AND change.withdrawn_at IS NULL`;
}
