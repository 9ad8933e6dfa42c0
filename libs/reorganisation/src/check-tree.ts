import { type CheckContext, fault, type Finding, type NamedAgency } from './plan-finding.js';
import type { AgencyFacts } from './plan-facts.js';
import { newKey, type PlanOutline } from './plan-outline.js';
import { parentAfter } from './settle-plan.js';

/** After the plan every agency hangs under one that is open, and none under itself. */
export function checkTree(context: CheckContext): Finding[] {
  return [...checkOrphans(context), ...checkCycles(context)];
}

function checkOrphans({ facts, outline, settled }: CheckContext): Finding[] {
  const steps = stepsOf(outline);
  const closed = new Map(outline.closings.map((closing) => [closing.agencyId, closing]));
  const keys = new Set([...facts.agencies.keys(), ...settled.keys()]);
  return [...keys].flatMap((key) => {
    const parent = parentAfter(key, settled, facts);
    const closing = parent === null ? undefined : closed.get(parent);
    const agency = settled.get(key)?.after ?? (settled.has(key) ? undefined : facts.agencies.get(key));
    if (closing === undefined || agency === undefined || agency === null || isEnding(facts.agencies.get(key))) {
      return [];
    }
    const above = facts.agencies.get(closing.agencyId);
    const id = facts.agencies.get(key)?.id;
    return [
      fault(
        'orphan',
        steps.get(key) ?? closing.step,
        { ...agency, ...(id === undefined ? {} : { id }) },
        {
          parent: above?.name ?? '',
        },
      ),
    ];
  });
}

/** An agency that is to close anyway needs no new parent. */
function isEnding(agency: AgencyFacts | undefined): boolean {
  return agency !== undefined && agency.validTo !== null;
}

function checkCycles({ facts, outline, settled }: CheckContext): Finding[] {
  const steps = stepsOf(outline);
  return [...settled.values()].flatMap(({ after, before, key }) => {
    if (after === null || !comesUnderItself(key, (one) => parentAfter(one, settled, facts))) {
      return [];
    }
    const agency: NamedAgency = { ...after, ...(before === null ? {} : { id: before.id }) };
    return [fault('cycle', steps.get(key) ?? null, agency)];
  });
}

function comesUnderItself(start: string, parentOf: (key: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let key = parentOf(start); key !== null && !seen.has(key); key = parentOf(key)) {
    if (key === start) {
      return true;
    }
    seen.add(key);
  }
  return false;
}

/** The step that gives each agency its parent. */
function stepsOf({ changes, creations }: PlanOutline): Map<string, number> {
  return new Map([
    ...creations.map(({ agency, step }) => [newKey(agency.code), step] as const),
    ...changes.flatMap((change) => (change.what === 'parent' ? [[change.agencyId, change.step] as const] : [])),
  ]);
}
