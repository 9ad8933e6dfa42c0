import type { AgencyFactsOfPlan, AgencyOfPlan, PlanChange, PlanTotals } from '#contracts';
import { type AgencyFacts, noWork, type PlanFacts } from './plan-facts.js';
import { keyOf, type PlanOutline } from './plan-outline.js';
import { type AgencyAfter, type SettledAgency, settlePlan } from './settle-plan.js';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** What happens to each agency that the plan touches, in the order of their codes. */
export function changesOf(outline: PlanOutline, facts: PlanFacts): PlanChange[] {
  const settled = settlePlan(outline, facts);
  for (const { agencyId } of outline.partings) {
    const before = facts.agencies.get(agencyId);
    if (before !== undefined && !settled.has(agencyId)) {
      const after = { ...before, parent: before.parentId === null ? null : { agencyId: before.parentId } };
      settled.set(agencyId, { key: agencyId, before, after, successors: [] });
    }
  }
  return [...settled.values()]
    .map((agency) => changeOf(agency, { settled, facts, outline }))
    .toSorted((a, b) => compare(codeOf(a), codeOf(b)));
}

export function codeOf({ after, before }: PlanChange): string {
  return before?.code ?? after?.code ?? '';
}

/** As the database compares texts of ASCII, whatever the language of the reader. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function totalsOf(changes: readonly PlanChange[]): PlanTotals {
  const sum = (count: (change: PlanChange) => number): number =>
    changes.reduce((total, change) => total + count(change), 0);
  const ofKind = (kind: PlanChange['change']): number => changes.filter(({ change }) => change === kind).length;
  return {
    created: ofKind('created'),
    changed: ofKind('changed'),
    closed: ofKind('closed'),
    openDocuments: sum(({ openDocuments }) => openDocuments),
    unsentDocuments: sum(({ unsentDocuments }) => unsentDocuments),
    unregisteredArrivals: sum(({ unregisteredArrivals }) => unregisteredArrivals),
    deliveriesOnTheWay: sum(({ deliveriesOnTheWay }) => deliveriesOnTheWay),
    posts: sum(({ posts }) => posts),
  };
}

interface Surroundings {
  readonly settled: ReadonlyMap<string, SettledAgency>;
  readonly facts: PlanFacts;
  readonly outline: PlanOutline;
}

function changeOf({ after, before, key, successors }: SettledAgency, around: Surroundings): PlanChange {
  const closes = after === null;
  const leaving = around.outline.assignments.filter(({ agencyId }) => agencyId === key).length;
  const work = closes ? (around.facts.work.get(key) ?? noWork) : { ...noWork, posts: leaving };
  return {
    agencyId: before?.id ?? null,
    change: before === null ? 'created' : closes ? 'closed' : 'changed',
    before: before === null ? null : factsBefore(before, around.facts),
    after: closes ? null : factsAfter(after, around),
    successors: successors.map(({ agency, isLead }) => ({ ...nameOf(agency, around), isLead })),
    ...work,
  };
}

function factsBefore({ code, name, abbreviation, parentId }: AgencyFacts, facts: PlanFacts): AgencyFactsOfPlan {
  const parent = parentId === null ? undefined : facts.agencies.get(parentId);
  return { code, name, abbreviation, parentName: parent?.name ?? null, parentCode: parent?.code ?? null };
}

function factsAfter({ code, name, abbreviation, parent }: AgencyAfter, around: Surroundings): AgencyFactsOfPlan {
  const above = parent === null ? null : nameOf(parent, around);
  return { code, name, abbreviation, parentName: above?.name ?? null, parentCode: above?.code ?? null };
}

/** What an agency is called after the plan. */
export function nameOf(agency: AgencyOfPlan, { facts, settled }: Omit<Surroundings, 'outline'>): Named {
  const key = keyOf(agency);
  const known = settled.get(key)?.after ?? facts.agencies.get(key);
  return { code: known?.code ?? newCodeOf(agency), name: known?.name ?? newCodeOf(agency) };
}

function newCodeOf(agency: AgencyOfPlan): string {
  return 'newCode' in agency ? agency.newCode : '';
}
