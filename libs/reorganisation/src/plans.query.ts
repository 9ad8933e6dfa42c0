import { Injectable } from '@nestjs/common';
import type { Actor, FindPlans, Page, PlanSummary } from '#contracts';
import { DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import { mayReadPlans } from './plan-policy.js';

type Row = Omit<PlanSummary, 'updatedAt' | 'tookEffectAt'> & {
  readonly updatedAt: Date;
  readonly tookEffectAt: Date | null;
};

/** The plans, newest first. */
@Injectable()
export class PlansQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`. */
  async page(actor: Actor, query: FindPlans): Promise<Page<PlanSummary>> {
    if (!mayReadPlans(actor)) {
      throw new DomainError('permission.denied');
    }
    const rows = await this.database.query<Row>(
      `SELECT id, title, legal_basis AS "legalBasis", effective_on AS "effectiveOn", state,
              (SELECT count(*) FROM reorganisation_steps WHERE plan_id = plan.id) AS "stepCount",
              updated_at AS "updatedAt", took_effect_at AS "tookEffectAt"
         FROM reorganisation_plans AS plan
        WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2::uuid)
        ORDER BY id DESC LIMIT $3`,
      [query.state ?? null, decodeIdCursor(query.after) ?? null, query.limit + 1],
    );
    return toPage(rows, query.limit, (row) => [row.id], presentSummary);
  }
}

function presentSummary(row: Row): PlanSummary {
  return {
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    tookEffectAt: row.tookEffectAt?.toISOString() ?? null,
  };
}
