import { Injectable } from '@nestjs/common';
import type { Actor, Language, Page, PageQuery, PlanChange, PlanCheck } from '#contracts';
import { decodeCursor, toPage } from '#platform';
import { checkPlan } from './check-plan.js';
import { changesOf, codeOf, compare, totalsOf } from './plan-changes.js';
import { PlanFactsQuery } from './plan-facts.query.js';
import { faultsIn, presentFinding } from './plan-finding.js';
import { outlineOf } from './plan-outline.js';
import { type PlanRow, Plans } from './plans.js';

/** Findings that one answer shows: whoever has more begins with these. */
const findingsShown = 500;

/** What is wrong with a plan by what holds now, and what it would change; of one that took effect, what it changed. */
@Injectable()
export class PlanCheckQuery {
  constructor(
    private readonly plans: Plans,
    private readonly facts: PlanFactsQuery,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async check(actor: Actor, id: string, language: Language): Promise<PlanCheck> {
    const plan = await this.plans.read(actor, id);
    if (plan.outcome !== null) {
      return { faults: 0, findings: [], totals: totalsOf(plan.outcome) };
    }
    const facts = await this.facts.of(plan);
    const findings = checkPlan(plan, facts);
    return {
      faults: faultsIn(findings).length,
      findings: findings.slice(0, findingsShown).map((finding) => presentFinding(finding, language)),
      totals: totalsOf(changesOf(outlineOf(plan.steps), facts)),
    };
  }

  /** What happens to each agency, in the order of their codes. @throws DomainError `permission.denied`, `not-found`. */
  async changes(actor: Actor, id: string, query: PageQuery): Promise<Page<PlanChange>> {
    const changes = await this.allChanges(await this.plans.read(actor, id));
    const after = decodeCursor(query.after, 1)?.[0];
    const rest = after === undefined ? changes : changes.filter((change) => compare(codeOf(change), after) > 0);
    return toPage(
      rest.slice(0, query.limit + 1),
      query.limit,
      (change) => [codeOf(change)],
      (change) => change,
    );
  }

  private async allChanges(plan: PlanRow): Promise<readonly PlanChange[]> {
    return plan.outcome ?? changesOf(outlineOf(plan.steps), await this.facts.of(plan));
  }
}
