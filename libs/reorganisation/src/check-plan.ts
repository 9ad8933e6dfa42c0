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
  /** When it was put on its day; kept while a plan that failed on that day is mended. */
  readonly scheduledAt: Date | null;
}

/** Everything that is wrong with a plan, and everything that is only worth knowing. [own] */
export function checkPlan({ effectiveOn, steps, scheduledAt }: PlanToCheck, facts: PlanFacts): Finding[] {
  const outline = outlineOf(steps);
  // Its day is set by law: a plan that was put on it in time and failed then keeps it, however late it is mended. [own]
  const isLate = effectiveOn < facts.today && scheduledAt === null;
  const context = { effectiveOn, facts, outline, settled: settlePlan(outline, facts) };
  return [
    ...(steps.length === 0 ? [fault('no-steps', null)] : []),
    ...(isLate ? [fault('day-past', null, undefined, { day: dayInWords(effectiveOn) })] : []),
    ...checkNames(context),
    ...checkClosings(context),
    ...checkTree(context),
    ...warningsOf(context),
  ];
}
