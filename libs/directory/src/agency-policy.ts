import { type Actor, type AgencyAction, agencyActions, isPermitted } from '#contracts';

/** What the rules need to know of an agency. */
export interface GuardedAgency {
  readonly id: string;
  readonly isOpen: boolean;
}

export function mayReadAgencies(actor: Actor): boolean {
  return isPermitted(actor, 'agency:read');
}

export function mayManageAgencies(actor: Actor): boolean {
  return isPermitted(actor, 'agency:manage');
}

/** How an agency is reached is its own to say, and that of whoever keeps the whole directory [own]. */
export function mayEditContact(actor: Actor, agencyId: string): boolean {
  return isPermitted(actor, 'agency:edit-contact') && (actor.agencyId === agencyId || mayManageAgencies(actor));
}

const allows: Readonly<Record<AgencyAction, (actor: Actor, agency: GuardedAgency) => boolean>> = {
  edit: mayManageAgencies,
  'edit-contact': (actor, { id }) => mayEditContact(actor, id),
  'add-child': mayManageAgencies,
};

/** What this person may do with the agency now: a closed one stays as it was on its last day. */
export function actionsOnAgency(actor: Actor, agency: GuardedAgency): AgencyAction[] {
  return agencyActions.filter((action) => agency.isOpen && allows[action](actor, agency));
}
