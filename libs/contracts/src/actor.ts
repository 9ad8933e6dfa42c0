import type { AgencyLevel, Role } from './vocabulary.js';

/** Who acts: a person in the post of this session. Policies decide from it; the trail records it. */
export interface Actor {
  readonly personId: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly agencyLevel: AgencyLevel;
  readonly role: Role;
  readonly fullName: string;
  readonly position: string;
}
