import { Injectable, Logger } from '@nestjs/common';
import { AgencyStructure } from '#directory';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { CarryOutPlan, PlanHasFaults } from './carry-out-plan.js';
import { Plans } from './plans.js';
import { RecordEffect } from './record-effect.js';

/**
 * Puts the plans whose day has come into effect, one after the other, each whole or not at all. Of several processes
 * one finds the plan scheduled; a plan in which the day finds faults is set aside with them. Whatever else stops one
 * leaves it scheduled, and those after it wait with it, as they may build on it: the next look tries again.
 */
@Injectable()
export class TakeEffect {
  private readonly logger = new Logger(TakeEffect.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
    private readonly plans: Plans,
    private readonly carryOut: CarryOutPlan,
    private readonly record: RecordEffect,
  ) {}

  async execute(): Promise<void> {
    const due = await this.database.query<{ id: string }>(
      `SELECT id FROM reorganisation_plans WHERE state = 'scheduled' AND effective_on <= $1
        ORDER BY effective_on, scheduled_at, id`,
      [dayOf(this.clock.now())],
    );
    for (const { id } of due) {
      await this.takeEffect(id);
    }
  }

  private async takeEffect(planId: string): Promise<void> {
    try {
      await this.database.transaction(async () => {
        await this.structure.change();
        if (await this.record.leaveScheduled(planId, 'effective', null)) {
          const plan = await this.plans.find(planId);
          await this.carryOut.execute(plan);
          await this.record.tell('reorganisation.took-effect', plan);
        }
      });
    } catch (error) {
      if (!(error instanceof PlanHasFaults)) {
        throw error;
      }
      await this.setAside(planId, error);
    }
  }

  private async setAside(planId: string, { faults, message }: PlanHasFaults): Promise<void> {
    this.logger.error(`the reorganisation ${planId} did not take effect: ${message}`);
    await this.database.transaction(async () => {
      if (await this.record.leaveScheduled(planId, 'failed', faults)) {
        await this.record.tell('reorganisation.failed', await this.plans.find(planId));
      }
    });
  }
}
