import { type Actor, isPermitted, type Permission, type PersonAction, type Role, roles } from '#contracts';

/** What the rules need to know of a post. */
export interface GuardedPost {
  readonly agencyId: string;
  readonly role: Role;
}

/** What the rules need to know of a person: the posts held today or to come, and the last one where there are none. */
export interface GuardedPerson {
  readonly id: string;
  readonly posts: readonly GuardedPost[];
}

/** Roles beyond one agency: whoever could give or touch them would have all rights. */
const beyondAgency: ReadonlySet<Role> = new Set<Role>(['system-administrator', 'auditor']);

/** Roles whose desk somebody else can keep during an absence; an administrator’s or an auditor’s is never lent. */
export function isLent(role: Role): boolean {
  return isPermitted({ role, scopes: null }, 'delegation:manage-own');
}

/** An agency’s own administrator sees its people; who administers or audits the system sees all. */
export function mayReadPerson(actor: Actor, person: GuardedPerson): boolean {
  return (
    isPermitted(actor, 'person:read') &&
    (isPermitted(actor, 'person:read-all') || person.posts.some((post) => post.agencyId === actor.agencyId))
  );
}

/**
 * Whether name, address, sign-in and sessions are this actor’s to manage. An agency’s administrator has no say over
 * somebody who also works elsewhere or who holds a role beyond the agency: a new e-mail or link would be a way in.
 */
export function mayManagePerson(actor: Actor, person: GuardedPerson): boolean {
  return (
    mayReadPerson(actor, person) &&
    isPermitted(actor, 'person:manage') &&
    (isPermitted(actor, 'person:manage-all') || person.posts.every((post) => isOwnAndPlain(actor, post)))
  );
}

/** Whether the person may be given such a post, or one that they hold may be changed or ended. */
export function mayManagePost(actor: Actor, person: GuardedPerson, post: GuardedPost): boolean {
  return mayManagePerson(actor, person) && person.id !== actor.personId && mayGive(actor, post);
}

/** Whether the actor gives such posts at all. */
export function mayGive(actor: Actor, post: GuardedPost): boolean {
  return isPermitted(actor, 'person:manage') && (isPermitted(actor, 'person:manage-all') || isOwnAndPlain(actor, post));
}

/** The roles that the actor may give this person. */
export function grantableRoles(actor: Actor, person: GuardedPerson): Role[] {
  return roles.filter((role) => mayManagePost(actor, person, { agencyId: actor.agencyId, role }));
}

/** What the actor may do with the person now. */
export function actionsOnPerson(
  actor: Actor,
  person: GuardedPerson,
  { isDisabled, isLinked }: { readonly isDisabled: boolean; readonly isLinked: boolean },
): PersonAction[] {
  if (!mayManagePerson(actor, person)) {
    return [];
  }
  if (person.id === actor.personId) {
    return ['edit'];
  }
  const unlink: PersonAction[] = isLinked ? ['unlink'] : [];
  return isDisabled ? ['edit', 'enable', ...unlink] : ['edit', 'disable', 'invite', ...unlink, 'add-post'];
}

/** Whether the posts, units or people of an agency are the actor’s to look at or to manage. */
export function mayReachAgency(
  actor: Actor,
  agencyId: string,
  permission: Extract<Permission, 'person:read' | 'person:manage'>,
): boolean {
  return isPermitted(actor, permission) && (isPermitted(actor, `${permission}-all`) || actor.agencyId === agencyId);
}

/**
 * Whether one post can take over the open work of another: in the same agency, and in a role that can do that work.
 * What waits for a leader’s signature goes to a leader.
 */
export function canTakeOver(from: GuardedPost, to: GuardedPost): boolean {
  const drafts = isPermitted({ role: to.role, scopes: null }, 'document:draft');
  return from.agencyId === to.agencyId && (from.role === to.role || (from.role !== 'leader' && drafts));
}

/** Whether one post can stand in for another: an absence lends the desk, never the role. */
export function canStandIn(
  absent: GuardedPost & { readonly personId: string },
  standIn: GuardedPost & { readonly personId: string },
): boolean {
  return (
    absent.agencyId === standIn.agencyId &&
    absent.role === standIn.role &&
    absent.personId !== standIn.personId &&
    isLent(absent.role)
  );
}

function isOwnAndPlain(actor: Actor, post: GuardedPost): boolean {
  return post.agencyId === actor.agencyId && !beyondAgency.has(post.role);
}
