import { Injectable } from '@nestjs/common';
import type { PlanStep } from '#contracts';
import { Database } from '#platform';

/** Replaces the steps of a plan. */
@Injectable()
export class WriteSteps {
  constructor(private readonly database: Database) {}

  async execute(planId: string, steps: readonly PlanStep[]): Promise<void> {
    await this.database.query('DELETE FROM reorganisation_steps WHERE plan_id = $1', [planId]);
    await this.database.query(
      `INSERT INTO reorganisation_steps (plan_id, position, kind, data)
       SELECT $1, position, step ->> 'kind', step
         FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS given(step, position)`,
      [planId, JSON.stringify(steps)],
    );
  }
}
