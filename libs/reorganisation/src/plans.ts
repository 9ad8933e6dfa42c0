import { Injectable } from '@nestjs/common';
import type { Actor, PlanAction, PlanChange, PlanState, PlanStep } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import type { Finding } from './plan-finding.js';
import { mayManagePlans, mayReadPlans, planMoves } from './plan-policy.js';

export interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly effectiveOn: string;
  readonly state: PlanState;
  readonly version: number;
  readonly steps: readonly PlanStep[];
  readonly legalBasis: string;
  readonly updatedAt: Date;
  readonly scheduledAt: Date | null;
  readonly tookEffectAt: Date | null;
  readonly outcome: readonly PlanChange[] | null;
  readonly failure: readonly Finding[] | null;
}

/** What a move changed, for the trail. */
export interface StateChange {
  readonly before: { readonly state: PlanState };
  readonly after: { readonly state: PlanState };
}

/** Reading and moving plans: the common first and last step of the use cases. */
@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async read(actor: Actor, id: string): Promise<PlanRow> {
    if (!mayReadPlans(actor)) {
      throw new DomainError('permission.denied');
    }
    return this.select(id, '');
  }

  /**
   * Reads a plan for a move, on the version that the actor saw, and holds its row until the transaction ends.
   *
   * @throws DomainError `permission.denied`, `not-found`, `reorganisation.stale`.
   */
  async readFor(actor: Actor, id: string, version: number): Promise<PlanRow> {
    if (!mayManagePlans(actor)) {
      throw new DomainError('permission.denied');
    }
    const plan = await this.select(id, 'FOR UPDATE');
    if (plan.version !== version) {
      throw new DomainError('reorganisation.stale');
    }
    return plan;
  }

  /** Moves the plan by one guarded UPDATE; gives what that changed. @throws DomainError `reorganisation.wrong-state`. */
  async move(plan: PlanRow, action: PlanAction): Promise<StateChange> {
    const { from, to } = planMoves[action];
    const { affected } = await this.database.execute(
      'UPDATE reorganisation_plans SET state = $3, version = version + 1, updated_at = $4 WHERE id = $1 AND state = ANY ($2)',
      [plan.id, from, to, this.clock.now()],
    );
    if (affected !== 1) {
      throw new DomainError('reorganisation.wrong-state');
    }
    await this.live.publishToAll('reorganisation');
    return { before: { state: plan.state }, after: { state: to } };
  }

  /** The plan as it is, without asking who reads. */
  async find(id: string): Promise<PlanRow> {
    return this.select(id, '');
  }

  private async select(id: string, lock: '' | 'FOR UPDATE'): Promise<PlanRow> {
    const [plan] = await this.database.query<PlanRow>(
      `SELECT id, title, legal_basis AS "legalBasis", effective_on AS "effectiveOn", state, version,
              updated_at AS "updatedAt", scheduled_at AS "scheduledAt", took_effect_at AS "tookEffectAt", outcome, failure,
              coalesce((SELECT json_agg(data ORDER BY position) FROM reorganisation_steps WHERE plan_id = plan.id),
                       '[]') AS steps
         FROM reorganisation_plans AS plan WHERE id = $1 ${lock}`,
      [id],
    );
    if (plan === undefined) {
      throw new DomainError('not-found');
    }
    return plan;
  }
}
