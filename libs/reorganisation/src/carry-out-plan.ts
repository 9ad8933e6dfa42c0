import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { checkPlan } from './check-plan.js';
import { MovePosts } from './move-posts.js';
import type { Takeover } from './takeover.js';
import { MoveWork } from './move-work.js';
import { changesOf } from './plan-changes.js';
import { PlanFactsQuery } from './plan-facts.query.js';
import { faultsIn, type Finding } from './plan-finding.js';
import { outlineOf, type PlanOutline } from './plan-outline.js';
import type { PlanRow } from './plans.js';
import { type AgencyIds, ReshapeAgencies } from './reshape-agencies.js';
import { settlePlan } from './settle-plan.js';

/** The day finds faults in a plan: then nothing of it happens. */
export class PlanHasFaults extends DomainError {
  constructor(readonly faults: readonly Finding[]) {
    super('reorganisation.has-faults', { count: faults.length });
  }
}

/**
 * Makes a plan true, in the transaction of the caller, who holds the structure alone: every step is set-based, and the
 * plan is checked again by what holds now.
 */
@Injectable()
export class CarryOutPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: PlanFactsQuery,
    private readonly reshape: ReshapeAgencies,
    private readonly movePosts: MovePosts,
    private readonly moveWork: MoveWork,
  ) {}

  /** @throws PlanHasFaults. */
  async execute(plan: PlanRow): Promise<void> {
    // A plan whose day went by while nothing was running is late, and not wrong.
    const facts = { ...(await this.facts.of(plan)), today: plan.effectiveOn };
    const faults = faultsIn(checkPlan(plan, facts));
    if (faults.length > 0) {
      throw new PlanHasFaults(faults);
    }
    const outline = outlineOf(plan.steps);
    const outcome = changesOf(outline, facts);
    const idOf = await this.reshape.execute(outline, settlePlan(outline, facts), plan.effectiveOn);
    const takeover = { planId: plan.id, effectiveOn: plan.effectiveOn, ...goingTo(outline, idOf) };
    await this.movePosts.execute(takeover, plan.title);
    await this.moveWork.execute(takeover, plan.title);
    await this.database.query(
      'UPDATE reorganisation_plans SET took_effect_at = $2, outcome = $3, failure = NULL WHERE id = $1',
      [plan.id, this.clock.now(), JSON.stringify(outcome)],
    );
  }
}

function goingTo({ assignments, closings }: PlanOutline, idOf: AgencyIds): Pick<Takeover, 'leads' | 'assigned'> {
  return {
    leads: closings.flatMap(({ agencyId, successors }) =>
      successors.filter(({ isLead }) => isLead).map(({ agency }) => ({ agencyId, successorId: idOf(agency) })),
    ),
    assigned: assignments.map(({ partCode, postId }) => ({ postId, successorId: idOf({ newCode: partCode }) })),
  };
}
