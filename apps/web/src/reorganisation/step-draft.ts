import type { AgencyOfPlan, NewAgencyOfPlan, PlanStep } from '../api/types.js';

/** Everything that the forms of steps write; each kind of step takes its part of it. */
export interface StepDraft {
  readonly agencyId: string | null;
  readonly agencyIds: readonly string[];
  readonly name: string;
  readonly abbreviation: string;
  readonly code: string;
  readonly code102: string;
  /** Parent or successor; null for none. */
  readonly other: AgencyOfPlan | null;
  /** A merge into an agency that exists, or into a new one. */
  readonly intoNew: boolean;
  readonly closes: boolean;
  readonly parts: readonly NewAgencyOfPlan[];
  readonly leadCode: string | null;
  readonly posts: readonly { readonly postId: string; readonly partCode: string }[];
  readonly childrenFollow: boolean;
}

export interface FieldsProps {
  readonly draft: StepDraft;
  readonly tried: boolean;
  readonly onChange: (next: Partial<StepDraft>) => void;
}

export const emptyAgency: NewAgencyOfPlan = {
  code: '',
  code102: null,
  name: '',
  abbreviation: '',
  level: 'department',
  parent: null,
};

const nothing: StepDraft = {
  agencyId: null,
  agencyIds: [],
  name: '',
  abbreviation: '',
  code: '',
  code102: '',
  other: null,
  intoNew: false,
  closes: true,
  parts: [emptyAgency],
  leadCode: null,
  posts: [],
  childrenFollow: true,
};

export function emptyStep(kind: PlanStep['kind']): StepDraft {
  return kind === 'split' ? { ...nothing, parts: [emptyAgency, emptyAgency] } : nothing;
}

export function toDraft(step: PlanStep): StepDraft {
  switch (step.kind) {
    case 'rename':
      return { ...nothing, agencyId: step.agencyId, name: step.name, abbreviation: step.abbreviation };
    case 'new-code':
      return { ...nothing, agencyId: step.agencyId, code: step.code, code102: step.code102 ?? '' };
    case 'move':
      return { ...nothing, agencyId: step.agencyId, other: step.parent };
    case 'merge': {
      const { agencyIds, childrenFollow, into } = step;
      return 'newAgency' in into
        ? { ...nothing, agencyIds, childrenFollow, intoNew: true, parts: [into.newAgency] }
        : { ...nothing, agencyIds, childrenFollow, other: into };
    }
    case 'split':
      return { ...nothing, ...step };
    case 'dissolve':
      return { ...nothing, agencyId: step.agencyId, other: step.successor, childrenFollow: step.childrenFollow };
  }
}

function isAgencyComplete({ code, name, abbreviation }: NewAgencyOfPlan): boolean {
  return [code, name, abbreviation].every((text) => text.trim() !== '');
}

/** Whether nothing is missing that the step can't be without. */
export function isComplete(kind: PlanStep['kind'], draft: StepDraft): boolean {
  const { abbreviation, agencyId, agencyIds, closes, code, intoNew, leadCode, name, other, parts } = draft;
  switch (kind) {
    case 'rename':
      return agencyId !== null && name.trim() !== '' && abbreviation.trim() !== '';
    case 'new-code':
      return agencyId !== null && code.trim() !== '';
    case 'move':
    case 'dissolve':
      return agencyId !== null;
    case 'merge':
      return agencyIds.length > 0 && (intoNew ? parts.every(isAgencyComplete) : other !== null);
    case 'split':
      return agencyId !== null && parts.every(isAgencyComplete) && (!closes || leadCode !== null);
  }
}

/** The step as the API takes it; asked for only when it is complete. */
export function stepOf(kind: PlanStep['kind'], draft: StepDraft): PlanStep {
  const { childrenFollow, other } = draft;
  const agencyId = draft.agencyId ?? '';
  switch (kind) {
    case 'rename':
      return { kind, agencyId, name: draft.name.trim(), abbreviation: draft.abbreviation.trim() };
    case 'new-code':
      return {
        kind,
        agencyId,
        code: codeOf(draft.code),
        code102: draft.code102.trim() === '' ? null : codeOf(draft.code102),
      };
    case 'move':
      return { kind, agencyId, parent: other };
    case 'merge': {
      const [newAgency = emptyAgency] = draft.parts;
      const existing = { agencyId: other !== null && 'agencyId' in other ? other.agencyId : '' };
      const into = draft.intoNew ? { newAgency: tidied(newAgency) } : existing;
      return { kind, agencyIds: [...draft.agencyIds], into, childrenFollow };
    }
    case 'split': {
      const { closes, leadCode, posts } = draft;
      const lead = closes && leadCode !== null ? codeOf(leadCode) : null;
      return {
        kind,
        agencyId,
        closes,
        parts: draft.parts.map(tidied),
        leadCode: lead,
        posts: [...posts],
        childrenFollow,
      };
    }
    case 'dissolve':
      return { kind, agencyId, successor: other, childrenFollow };
  }
}

function codeOf(text: string): string {
  return text.trim().toUpperCase();
}

function tidied(agency: NewAgencyOfPlan): NewAgencyOfPlan {
  const { abbreviation, code, code102, name } = agency;
  return {
    ...agency,
    code: codeOf(code),
    code102: code102 === null || code102.trim() === '' ? null : codeOf(code102),
    name: name.trim(),
    abbreviation: abbreviation.trim(),
  };
}
