import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';
import type { Finding } from './plan-finding.js';
import type { PlanRow } from './plans.js';

/** Leaves the state `scheduled` once, and says so. */
@Injectable()
export class RecordEffect {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** False when somebody else was first. */
  async leaveScheduled(
    planId: string,
    state: 'effective' | 'failed',
    failure: readonly Finding[] | null,
  ): Promise<boolean> {
    const { affected } = await this.database.execute(
      `UPDATE reorganisation_plans SET state = $2, version = version + 1, updated_at = $3, failure = $4
        WHERE id = $1 AND state = 'scheduled'`,
      [planId, state, this.clock.now(), failure === null ? null : JSON.stringify(failure)],
    );
    return affected === 1;
  }

  async tell(action: 'reorganisation.took-effect' | 'reorganisation.failed', plan: PlanRow): Promise<void> {
    await this.audit.record(null, {
      action,
      objectType: 'reorganisation',
      objectId: plan.id,
      note: plan.title,
      data: { effectiveOn: plan.effectiveOn, steps: plan.steps.length },
      before: { state: 'scheduled' },
      after: { state: action === 'reorganisation.failed' ? 'failed' : 'effective' },
    });
    await this.live.publishToAll('reorganisation');
  }
}
