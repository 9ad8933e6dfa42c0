import type { Permission } from './permissions.js';
import type { AgencyLevel, Role } from './vocabulary.js';

/** Who acts: a person, or another system’s client, in the post of this request. Policies decide from it; the trail records it. */
export interface Actor {
  readonly personId: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly agencyLevel: AgencyLevel;
  readonly role: Role;
  readonly fullName: string;
  readonly position: string;
  /** Agencies whose place the actor’s agency has taken, near and far: their registers and archive are its to read and to finish. */
  readonly predecessorIds: readonly string[];
  /** Posts that the actor stands in for today: an absence lends the desk, never the role. */
  readonly delegatedPostIds: readonly string[];
  /** What an API client was granted of what its role allows; null for people. */
  readonly scopes: readonly Permission[] | null;
}

/** Whether what belongs to this agency is the actor’s agency’s own, or came to it from a predecessor. */
export function actsFor(actor: Actor, agencyId: string): boolean {
  return actor.agencyId === agencyId || actor.predecessorIds.includes(agencyId);
}

/** Whether the post is the actor’s own, or one that the actor stands in for today. */
export function holds(actor: Actor, postId: string): boolean {
  return actor.postId === postId || actor.delegatedPostIds.includes(postId);
}
