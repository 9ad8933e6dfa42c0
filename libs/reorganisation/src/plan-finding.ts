import { type Language, type PlanFinding, type PlanFindingCode, planFindings, sentence } from '#contracts';
import type { PlanFacts } from './plan-facts.js';
import type { PlanOutline } from './plan-outline.js';
import type { SettledAgency } from './settle-plan.js';

/** One thing that the check found, before it is put into words. */
export interface Finding {
  readonly severity: 'fault' | 'warning';
  readonly code: PlanFindingCode;
  readonly step: number | null;
  readonly agency: NamedAgency | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Without an id while the plan has not set it up. */
export interface NamedAgency {
  readonly id?: string;
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
}

/** What the parts of the check look at. */
export interface CheckContext {
  readonly effectiveOn: string;
  readonly facts: PlanFacts;
  readonly outline: PlanOutline;
  readonly settled: ReadonlyMap<string, SettledAgency>;
}

type Params = Finding['params'];

export function fault(code: PlanFindingCode, step: number | null, agency?: NamedAgency, params: Params = {}): Finding {
  return finding('fault', code, step, agency, params);
}

export function warning(code: PlanFindingCode, step: number, agency: NamedAgency, params: Params): Finding {
  return finding('warning', code, step, agency, params);
}

function finding(
  severity: Finding['severity'],
  code: PlanFindingCode,
  step: number | null,
  agency: NamedAgency | undefined,
  params: Params,
): Finding {
  return {
    severity,
    code,
    step,
    agency: agency === undefined ? null : named(agency),
    params: { ...(agency === undefined ? {} : { name: agency.name }), ...params },
  };
}

function named({ id, code, name, abbreviation }: NamedAgency): NamedAgency {
  return { ...(id === undefined ? {} : { id }), code, name, abbreviation };
}

/** The finding in the words of a language. */
export function presentFinding({ severity, code, step, agency, params }: Finding, language: Language): PlanFinding {
  return { severity, code, step, agency, sentence: sentence(planFindings[code][language], params) };
}

/** 01/07/2025, as days are written in Vietnam. */
export function dayInWords(day: string): string {
  return day.split('-').toReversed().join('/');
}

export function faultsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'fault');
}
