import type { AgencyOfPlan } from '#contracts';
import { isOpenBefore, isOpenOn } from './plan-facts.js';
import { type CheckContext, dayInWords, fault, type Finding } from './plan-finding.js';

interface Use {
  readonly step: number;
  readonly agency: AgencyOfPlan;
}

/** Every agency that a step names is there, and every code that it gives is free. */
export function checkNames(context: CheckContext): Finding[] {
  return [...checkReorganised(context), ...checkUses(context), ...checkCodes(context), ...checkRepeats(context)];
}

/** Agencies that the plan closes, changes or splits have to be open before it. */
function checkReorganised({ effectiveOn, facts, outline }: CheckContext): Finding[] {
  const { changes, closings, partings } = outline;
  return [...changes, ...closings, ...partings].flatMap(({ agencyId, step }) => {
    const agency = facts.agencies.get(agencyId);
    if (agency === undefined) {
      return [fault('unknown-agency', step)];
    }
    const open = isOpenBefore(agency, effectiveOn);
    return open ? [] : [fault('not-open', step, agency, { day: dayInWords(effectiveOn) })];
  });
}

/** Agencies that it only leans on, as parents or successors, have to be there on its day. */
function checkUses({ effectiveOn, facts, outline }: CheckContext): Finding[] {
  const created = new Set(outline.creations.map(({ agency }) => agency.code));
  return usesIn(outline).flatMap(({ agency, step }) => {
    if ('newCode' in agency) {
      return created.has(agency.newCode) ? [] : [fault('unknown-new-code', step, undefined, { code: agency.newCode })];
    }
    const known = facts.agencies.get(agency.agencyId);
    if (known === undefined) {
      return [fault('unknown-agency', step)];
    }
    const open = isOpenOn(known, effectiveOn);
    return open ? [] : [fault('not-open', step, known, { day: dayInWords(effectiveOn) })];
  });
}

function usesIn({ creations, changes, closings }: CheckContext['outline']): Use[] {
  const parents = [
    ...creations.map(({ step, agency }) => ({ step, agency: agency.parent })),
    ...changes.flatMap((change) => (change.what === 'parent' ? [{ step: change.step, agency: change.parent }] : [])),
  ];
  return [
    ...parents.flatMap(({ step, agency }) => (agency === null ? [] : [{ step, agency }])),
    ...closings.flatMap(({ step, successors }) => successors.map(({ agency }) => ({ step, agency }))),
  ];
}

/** A code is given once, and never again to another agency: documents are found by the code of their day. [own] */
function checkCodes({ facts, outline }: CheckContext): Finding[] {
  const given = [
    ...outline.creations.map(({ step, agency }) => ({ step, code: agency.code, agencyId: null })),
    ...outline.changes.flatMap((change) =>
      change.what === 'code' ? [{ step: change.step, code: change.code, agencyId: change.agencyId }] : [],
    ),
  ];
  const seen = new Set<string>();
  return given.flatMap(({ agencyId, code, step }) => {
    const owner = facts.codeOwners.get(code);
    const twice = seen.has(code);
    seen.add(code);
    return [
      ...(twice ? [fault('code-twice', step, undefined, { code })] : []),
      ...(owner === undefined || owner.agencyId === agencyId
        ? []
        : [fault('code-exists', step, undefined, { code, owner: owner.name })]),
    ];
  });
}

/** Two steps that change the same thing of an agency contradict each other. */
function checkRepeats({ facts, outline }: CheckContext): Finding[] {
  const seen = new Set<string>();
  return outline.changes.flatMap(({ agencyId, step, what }) => {
    const key = `${agencyId} ${what}`;
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [fault('changed-twice', step, facts.agencies.get(agencyId))] : [];
  });
}
