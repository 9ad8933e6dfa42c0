import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WritePlan } from '#contracts';
import { Database } from '#platform';
import { type PlanRow, Plans } from './plans.js';
import { WriteSteps } from './write-steps.js';

export interface EditPlanCommand {
  readonly planId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly plan: WritePlan;
}

/**
 * The administrator rewrites a draft, or a plan that failed, which is a draft again by that. One that keeps its day
 * remembers that it was scheduled for it.
 */
@Injectable()
export class EditPlan {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly writeSteps: WriteSteps,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `reorganisation.stale`, `reorganisation.wrong-state`. */
  async execute(actor: Actor, { planId, version, plan }: EditPlanCommand): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.plans.readFor(actor, planId, version);
      await this.plans.move(before, 'edit');
      await this.database.query(
        `UPDATE reorganisation_plans SET title = $2, legal_basis = $3, effective_on = $4, failure = NULL,
                scheduled_by_post_id = NULL, scheduled_at = CASE WHEN effective_on = $4 THEN scheduled_at END
          WHERE id = $1`,
        [planId, plan.title, plan.legalBasis, plan.effectiveOn],
      );
      await this.writeSteps.execute(planId, plan.steps);
      await this.audit.record(actor, {
        action: 'reorganisation.edited',
        objectType: 'reorganisation',
        objectId: planId,
        note: plan.title,
        before: factsOf(before),
        after: factsOf(plan),
      });
    });
  }
}

function factsOf({ title, legalBasis, effectiveOn, steps }: Pick<PlanRow, keyof WritePlan>) {
  return { title, legalBasis, effectiveOn, steps: [...steps] };
}
