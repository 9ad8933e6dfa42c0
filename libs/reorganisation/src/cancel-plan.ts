import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Plans } from './plans.js';

/** A plan that has not taken effect is given up; it stays to be read. */
@Injectable()
export class CancelPlan {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `reorganisation.stale`, `reorganisation.wrong-state`. */
  async execute(actor: Actor, planId: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const plan = await this.plans.readFor(actor, planId, version);
      const change = await this.plans.move(plan, 'cancel');
      await this.audit.record(actor, {
        action: 'reorganisation.cancelled',
        objectType: 'reorganisation',
        objectId: planId,
        note: plan.title,
        ...change,
      });
    });
  }
}
