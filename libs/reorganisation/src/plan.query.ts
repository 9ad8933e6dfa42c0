import { Injectable } from '@nestjs/common';
import type { Actor, AgencyRef, Language, PlanStep, PlanView } from '#contracts';
import { Database } from '#platform';
import { presentFinding } from './plan-finding.js';
import { agenciesNamedIn, outlineOf } from './plan-outline.js';
import { actionsOn } from './plan-policy.js';
import { Plans } from './plans.js';

/** One plan with its steps and the agencies that they name. */
@Injectable()
export class PlanQuery {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async view(actor: Actor, id: string, language: Language): Promise<PlanView> {
    const plan = await this.plans.read(actor, id);
    return {
      id: plan.id,
      title: plan.title,
      legalBasis: plan.legalBasis,
      effectiveOn: plan.effectiveOn,
      state: plan.state,
      version: plan.version,
      steps: [...plan.steps],
      agencies: await this.agencies(plan.steps),
      updatedAt: plan.updatedAt.toISOString(),
      tookEffectAt: plan.tookEffectAt?.toISOString() ?? null,
      scheduledBy: await this.scheduledBy(id),
      failure: (plan.failure ?? []).map((finding) => presentFinding(finding, language)),
      actions: actionsOn(actor, plan.state),
    };
  }

  private async scheduledBy(id: string): Promise<string | null> {
    const [person] = await this.database.query<{ fullName: string }>(
      `SELECT person.full_name AS "fullName"
         FROM reorganisation_plans AS plan
         JOIN posts AS post ON post.id = plan.scheduled_by_post_id
         JOIN people AS person ON person.id = post.person_id
        WHERE plan.id = $1`,
      [id],
    );
    return person?.fullName ?? null;
  }

  private async agencies(steps: readonly PlanStep[]): Promise<AgencyRef[]> {
    return this.database.query<AgencyRef>(
      'SELECT id, code, name, abbreviation FROM agencies WHERE id = ANY ($1::uuid[]) ORDER BY code',
      [agenciesNamedIn(outlineOf(steps))],
    );
  }
}
