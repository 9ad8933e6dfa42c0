import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { checkPlan } from './check-plan.js';
import { PlanFactsQuery } from './plan-facts.query.js';
import { faultsIn } from './plan-finding.js';
import { Plans } from './plans.js';

/**
 * A plan without faults is set to take effect on its day, at 00:00 in Vietnam. Scheduled again after it failed, it keeps
 * its place among the plans of the day, and takes effect at once if the day went by.
 */
@Injectable()
export class SchedulePlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: Plans,
    private readonly facts: PlanFactsQuery,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `reorganisation.stale`, `reorganisation.wrong-state`,
   * `reorganisation.has-faults`.
   */
  async execute(actor: Actor, planId: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const plan = await this.plans.readFor(actor, planId, version);
      const change = await this.plans.move(plan, 'schedule');
      const faults = faultsIn(checkPlan(plan, await this.facts.of(plan)));
      if (faults.length > 0) {
        throw new DomainError('reorganisation.has-faults', { count: faults.length });
      }
      await this.database.query(
        `UPDATE reorganisation_plans SET scheduled_by_post_id = $2, scheduled_at = coalesce(scheduled_at, $3)
          WHERE id = $1`,
        [planId, actor.postId, this.clock.now()],
      );
      await this.audit.record(actor, {
        action: 'reorganisation.scheduled',
        objectType: 'reorganisation',
        objectId: planId,
        note: plan.title,
        data: { effectiveOn: plan.effectiveOn },
        ...change,
      });
    });
  }
}
