import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { CarryOutPlan } from './carry-out-plan.js';
import { dayInWords } from './plan-finding.js';
import { mayManagePlans } from './plan-policy.js';
import { Plans } from './plans.js';

/** The administrator puts a plan of today into effect at once. */
@Injectable()
export class ApplyPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
    private readonly plans: Plans,
    private readonly carryOut: CarryOutPlan,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `reorganisation.stale`, `reorganisation.wrong-state`,
   * `reorganisation.not-today`, `reorganisation.has-faults`.
   */
  async execute(actor: Actor, planId: string, version: number): Promise<void> {
    if (!mayManagePlans(actor)) {
      // Before the structure is taken: nobody else may have everyone wait.
      throw new DomainError('permission.denied');
    }
    await this.database.transaction(async () => {
      await this.structure.change();
      const plan = await this.plans.readFor(actor, planId, version);
      if (plan.effectiveOn !== dayOf(this.clock.now())) {
        throw new DomainError('reorganisation.not-today', { day: dayInWords(plan.effectiveOn) });
      }
      const change = await this.plans.move(plan, 'apply');
      await this.carryOut.execute(plan);
      await this.audit.record(actor, {
        action: 'reorganisation.took-effect',
        objectType: 'reorganisation',
        objectId: planId,
        note: plan.title,
        data: { effectiveOn: plan.effectiveOn, steps: plan.steps.length },
        ...change,
      });
    });
  }
}
