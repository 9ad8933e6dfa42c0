import type { Assignee, AssignmentView, AssignWork } from '../api/types.js';

/** A unit or a person that a dialog is about to give a part. */
export interface PlannedPart {
  readonly role: 'lead' | 'support';
  readonly unitId: string | null;
  readonly postId: string | null;
  readonly name: string;
  readonly detail: string | null;
  readonly dueOn: string | null;
}

export function holderOf({ unitId, postId }: Pick<PlannedPart, 'unitId' | 'postId'>): string {
  return unitId ?? postId ?? '';
}

/** The parts that are open now, as a beginning. */
export function partsOf(assignments: readonly AssignmentView[], parentId: string | null): readonly PlannedPart[] {
  return assignments
    .filter((one) => one.parentId === parentId && (one.state === 'open' || one.state === 'in-process'))
    .map(({ role, unit, person, dueOn }) => ({
      role,
      unitId: unit?.id ?? null,
      postId: person?.postId ?? null,
      name: unit?.name ?? person?.fullName ?? '',
      detail: person?.position ?? null,
      dueOn,
    }));
}

/** Adds somebody once; the first leads. */
export function withPart(
  parts: readonly PlannedPart[],
  { unitId, postId, name, position, unitName }: Omit<Assignee, 'isLeader'>,
  dueOn: string | null,
): readonly PlannedPart[] {
  const words = [position, unitName].filter((word) => word !== null && word !== '');
  const added: PlannedPart = {
    role: parts.some(({ role }) => role === 'lead') ? 'support' : 'lead',
    unitId,
    postId,
    name,
    detail: words.length === 0 ? null : words.join(', '),
    dueOn,
  };
  return parts.some((part) => holderOf(part) === holderOf(added)) ? parts : [...parts, added];
}

/** Makes one the lead: whoever led supports. */
export function ledBy(parts: readonly PlannedPart[], holder: string): readonly PlannedPart[] {
  return parts.map((part) => ({ ...part, role: holderOf(part) === holder ? 'lead' : 'support' }));
}

export function wishOf(instruction: string, parts: readonly PlannedPart[]): AssignWork {
  return {
    instruction: instruction.trim(),
    parts: parts.map(({ role, unitId, postId, dueOn }) => ({ role, unitId, postId, dueOn })),
  };
}

/** That many days on, as the earlier ones of its kind were given. */
export function dayAfter(today: string, days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Math.max(days, 0));
  return day.toISOString().slice(0, 10);
}
