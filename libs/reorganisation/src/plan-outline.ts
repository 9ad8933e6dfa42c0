import type { AgencyOfPlan, NewAgencyOfPlan, PlanStep } from '#contracts';

/** Positions of steps count from 1, as people read them. */
interface OfStep {
  readonly step: number;
}

export interface Creation extends OfStep {
  readonly agency: NewAgencyOfPlan;
}

export interface Successor {
  readonly agency: AgencyOfPlan;
  readonly isLead: boolean;
}

export interface Closing extends OfStep {
  readonly agencyId: string;
  readonly successors: readonly Successor[];
  readonly childrenFollow: boolean;
}

export type Change = OfStep & { readonly agencyId: string } & (
    | { readonly what: 'name'; readonly name: string; readonly abbreviation: string }
    | { readonly what: 'code'; readonly code: string; readonly code102: string | null }
    | { readonly what: 'parent'; readonly parent: AgencyOfPlan | null }
  );

/** Somebody who goes to a part of an agency that is split. */
export interface Assignment extends OfStep {
  readonly agencyId: string;
  readonly postId: string;
  readonly partCode: string;
}

/** An agency that is split and goes on. */
export interface Parting extends OfStep {
  readonly agencyId: string;
}

/** What the steps of a plan come to, whatever the directory says of it. The steps of a plan take effect together. */
export interface PlanOutline {
  readonly creations: readonly Creation[];
  readonly closings: readonly Closing[];
  readonly changes: readonly Change[];
  readonly assignments: readonly Assignment[];
  readonly partings: readonly Parting[];
}

export function outlineOf(steps: readonly PlanStep[]): PlanOutline {
  const parts = steps.map((step, index) => partOf(step, index + 1));
  return {
    creations: parts.flatMap(({ creations = [] }) => creations),
    closings: parts.flatMap(({ closings = [] }) => closings),
    changes: parts.flatMap(({ changes = [] }) => changes),
    assignments: parts.flatMap(({ assignments = [] }) => assignments),
    partings: parts.flatMap(({ partings = [] }) => partings),
  };
}

function partOf(given: PlanStep, step: number): Partial<PlanOutline> {
  switch (given.kind) {
    case 'rename':
      return {
        changes: [{ step, what: 'name', agencyId: given.agencyId, name: given.name, abbreviation: given.abbreviation }],
      };
    case 'new-code':
      return { changes: [{ step, what: 'code', agencyId: given.agencyId, code: given.code, code102: given.code102 }] };
    case 'move':
      return { changes: [{ step, what: 'parent', agencyId: given.agencyId, parent: given.parent }] };
    case 'merge':
      return mergeOf(given, step);
    case 'split':
      return splitOf(given, step);
    case 'dissolve': {
      const { agencyId, childrenFollow, successor } = given;
      const successors = successor === null ? [] : [{ agency: successor, isLead: true }];
      return { closings: [{ step, agencyId, childrenFollow, successors }] };
    }
  }
}

function mergeOf(merge: Extract<PlanStep, { kind: 'merge' }>, step: number): Partial<PlanOutline> {
  const { into, agencyIds, childrenFollow } = merge;
  const agency = 'newAgency' in into ? { newCode: into.newAgency.code } : into;
  return {
    creations: 'newAgency' in into ? [{ step, agency: into.newAgency }] : [],
    closings: agencyIds.map((agencyId) => ({
      step,
      agencyId,
      childrenFollow,
      successors: [{ agency, isLead: true }],
    })),
  };
}

function splitOf(split: Extract<PlanStep, { kind: 'split' }>, step: number): Partial<PlanOutline> {
  const { agencyId, childrenFollow, leadCode, parts, posts } = split;
  const successors = parts.map(({ code }) => ({ agency: { newCode: code }, isLead: code === leadCode }));
  return {
    creations: parts.map((agency) => ({ step, agency })),
    closings: split.closes ? [{ step, agencyId, childrenFollow, successors }] : [],
    partings: split.closes ? [] : [{ step, agencyId }],
    assignments: posts.map((post) => ({ step, agencyId, ...post })),
  };
}

/** Every agency that the plan names by its id. */
export function agenciesNamedIn(outline: PlanOutline): string[] {
  const { creations, closings, changes, partings } = outline;
  const known = [
    ...creations.map(({ agency }) => agency.parent),
    ...changes.map((change) => (change.what === 'parent' ? change.parent : null)),
    ...closings.flatMap(({ successors }) => successors.map(({ agency }) => agency)),
  ];
  const ids = known.flatMap((agency) => (agency !== null && 'agencyId' in agency ? [agency.agencyId] : []));
  return [...new Set([...ids, ...[...closings, ...changes, ...partings].map(({ agencyId }) => agencyId)])];
}

/** One text for an agency of a plan, whether it exists or is set up by it. */
export function keyOf(agency: AgencyOfPlan): string {
  return 'agencyId' in agency ? agency.agencyId : newKey(agency.newCode);
}

export function newKey(code: string): string {
  return `new ${code}`;
}
