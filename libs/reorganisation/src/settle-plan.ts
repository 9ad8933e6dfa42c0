import type { AgencyOfPlan } from '#contracts';
import type { AgencyFacts, PlanFacts } from './plan-facts.js';
import { keyOf, newKey, type PlanOutline, type Successor } from './plan-outline.js';

/** What an agency is after the plan. */
export interface AgencyAfter {
  readonly code: string;
  readonly code102: string | null;
  readonly name: string;
  readonly abbreviation: string;
  readonly level: AgencyFacts['level'];
  readonly parent: AgencyOfPlan | null;
}

/** An agency that the plan touches: set up (no before), closed (no after), or changed. */
export interface SettledAgency {
  /** As `keyOf` writes it. */
  readonly key: string;
  readonly before: AgencyFacts | null;
  readonly after: AgencyAfter | null;
  readonly successors: readonly Successor[];
}

/** The touched agencies as they are before and after the plan. Steps that name unknown agencies count for nothing. */
export function settlePlan(outline: PlanOutline, facts: PlanFacts): Map<string, SettledAgency> {
  const settled = new Map<string, SettledAgency>();
  for (const { agency } of outline.creations) {
    const key = newKey(agency.code);
    settled.set(key, { key, before: null, after: agency, successors: [] });
  }
  for (const change of outline.changes) {
    const before = facts.agencies.get(change.agencyId);
    if (before !== undefined) {
      const after = settled.get(before.id)?.after ?? factsAfter(before);
      settled.set(before.id, { key: before.id, before, after: changed(after, change), successors: [] });
    }
  }
  for (const { agencyId, successors } of outline.closings) {
    const before = facts.agencies.get(agencyId);
    if (before !== undefined) {
      settled.set(agencyId, { key: agencyId, before, after: null, successors });
    }
  }
  followParents(outline, facts, settled);
  return settled;
}

/** Agencies under a closed one come under the one that takes over, when the plan says that they follow. */
function followParents(outline: PlanOutline, facts: PlanFacts, settled: Map<string, SettledAgency>): void {
  const moved = new Set(outline.changes.flatMap((change) => (change.what === 'parent' ? [change.agencyId] : [])));
  for (const { agencyId, childrenFollow, successors } of outline.closings) {
    const lead = successors.find(({ isLead }) => isLead);
    if (!childrenFollow || lead === undefined) {
      continue;
    }
    for (const child of facts.agencies.values()) {
      const present = settled.get(child.id) ?? {
        key: child.id,
        before: child,
        after: factsAfter(child),
        successors: [],
      };
      const becomesItself = keyOf(lead.agency) === child.id;
      if (child.parentId === agencyId && !moved.has(child.id) && present.after !== null && !becomesItself) {
        settled.set(child.id, { ...present, after: { ...present.after, parent: lead.agency } });
      }
    }
  }
}

function factsAfter({ code, code102, name, abbreviation, level, parentId }: AgencyFacts): AgencyAfter {
  return {
    code,
    code102,
    name,
    abbreviation,
    level,
    parent: parentId === null ? null : { agencyId: parentId },
  };
}

function changed(after: AgencyAfter, change: PlanOutline['changes'][number]): AgencyAfter {
  switch (change.what) {
    case 'name':
      return { ...after, name: change.name, abbreviation: change.abbreviation };
    case 'code':
      return { ...after, code: change.code, code102: change.code102 };
    case 'parent':
      return { ...after, parent: change.parent };
  }
}

/** The agency above another after the plan; nothing when there is none. */
export function parentAfter(key: string, settled: ReadonlyMap<string, SettledAgency>, facts: PlanFacts): string | null {
  const touched = settled.get(key);
  if (touched !== undefined) {
    return touched.after === null || touched.after.parent === null ? null : keyOf(touched.after.parent);
  }
  return facts.agencies.get(key)?.parentId ?? null;
}
