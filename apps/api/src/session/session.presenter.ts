import { permissionsOf, type SessionView } from '#contracts';
import type { SessionRecord } from '#identity';

export function presentSession({
  id,
  method,
  needs,
  actor,
  agency,
  predecessors,
  posts,
  csrfToken,
  expiresAt,
  userName,
}: SessionRecord): SessionView {
  return {
    id,
    method,
    needs,
    person: { id: actor.personId, fullName: actor.fullName, userName },
    post: { id: actor.postId, role: actor.role, position: actor.position, agency },
    posts: [...posts],
    predecessors: [...predecessors],
    permissions: needs === null ? permissionsOf(actor) : [],
    csrfToken,
    expiresAt: expiresAt.toISOString(),
  };
}
