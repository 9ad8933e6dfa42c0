import { permissionsOf, type SessionView } from '#contracts';
import type { SessionRecord } from '#identity';

export function presentSession({ actor, agency, csrfToken, expiresAt, userName }: SessionRecord): SessionView {
  return {
    person: { id: actor.personId, fullName: actor.fullName, userName },
    post: { id: actor.postId, role: actor.role, position: actor.position, agency },
    permissions: permissionsOf(actor.role),
    csrfToken,
    expiresAt: expiresAt.toISOString(),
  };
}
