import { useState } from 'react';
import type { AgencyOfPlan, AgencyRef, NewAgencyOfPlan, Plan, PlanStep } from '../api/types.js';

/** The agencies that the steps of a plan set up. */
export function newAgenciesOf(steps: readonly PlanStep[]): NewAgencyOfPlan[] {
  return steps.flatMap((step) => {
    if (step.kind === 'split') {
      return step.parts;
    }
    return step.kind === 'merge' && 'newAgency' in step.into ? [step.into.newAgency] : [];
  });
}

export interface AgencyNames {
  readonly nameOf: (agency: AgencyOfPlan) => string | undefined;
  /** An agency that was found on the server and is not in the plan yet. */
  readonly remember: (agency: AgencyRef) => void;
  readonly newAgencies: readonly NewAgencyOfPlan[];
}

export function nameIn(plan: Plan, agency: AgencyOfPlan): string | undefined {
  return 'newCode' in agency
    ? newAgenciesOf(plan.steps).find(({ code }) => code === agency.newCode)?.name
    : plan.agencies.find(({ id }) => id === agency.agencyId)?.name;
}

/** What agencies are called while a step is written. */
export function useAgencyNames(plan: Plan): AgencyNames {
  const [found, setFound] = useState<readonly AgencyRef[]>([]);
  return {
    nameOf: (agency) =>
      nameIn(plan, agency) ??
      ('agencyId' in agency ? found.find(({ id }) => id === agency.agencyId)?.name : agency.newCode),
    remember: (agency) => setFound((known) => [...known, agency]),
    newAgencies: newAgenciesOf(plan.steps),
  };
}
