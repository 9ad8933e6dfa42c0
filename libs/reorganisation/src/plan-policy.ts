import { type Actor, isPermitted, type PlanAction, planActions, type PlanState } from '#contracts';

/** The states of a plan and the moves between them. A plan that failed is mended and scheduled again. [own] */
export const planMoves = {
  edit: { from: ['draft', 'failed'], to: 'draft' },
  schedule: { from: ['draft'], to: 'scheduled' },
  apply: { from: ['draft', 'scheduled'], to: 'effective' },
  cancel: { from: ['draft', 'scheduled', 'failed'], to: 'cancelled' },
} as const satisfies Record<PlanAction, { readonly from: readonly PlanState[]; readonly to: PlanState }>;

export function mayReadPlans(actor: Actor): boolean {
  return isPermitted(actor, 'reorganisation:read');
}

export function mayManagePlans(actor: Actor): boolean {
  return isPermitted(actor, 'reorganisation:manage');
}

/** What this person may do with a plan now. */
export function actionsOn(actor: Actor, state: PlanState): PlanAction[] {
  return planActions.filter((action) => {
    const from: readonly PlanState[] = planMoves[action].from;
    return mayManagePlans(actor) && from.includes(state);
  });
}
