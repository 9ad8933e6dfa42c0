import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WritePlan } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { mayManagePlans } from './plan-policy.js';
import { WriteSteps } from './write-steps.js';

/** The administrator begins a plan; nothing of it is true before its day. */
@Injectable()
export class DraftPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly writeSteps: WriteSteps,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** Gives the id. An actor of null is the operator of the system. @throws DomainError `permission.denied`. */
  async execute(actor: Actor | null, { title, legalBasis, effectiveOn, steps }: WritePlan): Promise<string> {
    if (actor !== null && !mayManagePlans(actor)) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const id = newId(now.getTime());
      await this.database.query(
        `INSERT INTO reorganisation_plans (id, title, legal_basis, effective_on, state, version, drafted_by_post_id,
                                           created_at, updated_at)
         VALUES ($1, $2, $3, $4, 'draft', 1, $5, $6, $6)`,
        [id, title, legalBasis, effectiveOn, actor?.postId ?? null, now],
      );
      await this.writeSteps.execute(id, steps);
      await this.audit.record(actor, {
        action: 'reorganisation.drafted',
        objectType: 'reorganisation',
        objectId: id,
        note: title,
        data: { effectiveOn, steps: steps.length },
        after: { title, legalBasis, effectiveOn, steps },
      });
      await this.live.publishToAll('reorganisation');
      return id;
    });
  }
}
