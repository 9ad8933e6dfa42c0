import { type Actor, actsFor, isPermitted } from '#contracts';

/** What the rules need to know of a group. */
export interface GuardedGroup {
  /** Null: everybody’s. */
  readonly agencyId: string | null;
}

/** A group is read by its own agency, a shared one by everybody who sends documents or keeps groups. */
export function mayReadGroup(actor: Actor, { agencyId }: GuardedGroup): boolean {
  return isPermitted(actor, 'group:read') && (agencyId === null || actsFor(actor, agencyId));
}

/** An agency keeps its own groups; those for everybody are the system administrator’s. [own] */
export function mayManageGroup(actor: Actor, group: GuardedGroup): boolean {
  const isTheirs = group.agencyId === null ? actor.role === 'system-administrator' : mayReadGroup(actor, group);
  return isTheirs && isPermitted(actor, 'group:manage');
}
