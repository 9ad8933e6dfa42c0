import type { Actor } from '#contracts';
import { newId } from '#kernel';

/** Somebody who acts, without rows of their own: for what looks only at role, agency and level. */
export function anActor(overrides: Partial<Actor> = {}): Actor {
  return {
    personId: newId(),
    postId: newId(),
    agencyId: newId(),
    agencyLevel: 'department',
    role: 'clerk',
    fullName: 'Quách Thị Văn',
    position: 'Văn thư',
    predecessorIds: [],
    delegatedPostIds: [],
    scopes: null,
    ...overrides,
  };
}
