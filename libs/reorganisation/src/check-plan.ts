import type { PlanStep } from '#contracts';
import { checkClosings } from './check-closings.js';
import { checkNames } from './check-names.js';
import { checkTree } from './check-tree.js';
import type { PlanFacts } from './plan-facts.js';
import { dayInWords, fault, type Finding } from './plan-finding.js';
import { outlineOf } from './plan-outline.js';
import { warningsOf } from './plan-warnings.js';
import { settlePlan } from './settle-plan.js';

export interface PlanToCheck {
  readonly effectiveOn: string;
  readonly steps: readonly PlanStep[];
}

/** Everything that is wrong with a plan, and everything that is only worth knowing. [own] */
export function checkPlan({ effectiveOn, steps }: PlanToCheck, facts: PlanFacts): Finding[] {
  const outline = outlineOf(steps);
  const context = { effectiveOn, facts, outline, settled: settlePlan(outline, facts) };
  return [
    ...(steps.length === 0 ? [fault('no-steps', null)] : []),
    ...(effectiveOn < facts.today ? [fault('day-past', null, undefined, { day: dayInWords(effectiveOn) })] : []),
    ...checkNames(context),
    ...checkClosings(context),
    ...checkTree(context),
    ...warningsOf(context),
  ];
}
