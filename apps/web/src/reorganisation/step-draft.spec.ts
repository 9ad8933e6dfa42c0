import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../api/types.js';
import { emptyStep, isComplete, stepOf, toDraft } from './step-draft.js';
import { stepKinds } from './step-kinds.js';

const newAgency = {
  code: 'H44.101',
  code102: null,
  name: 'Xã A',
  abbreviation: 'UBND',
  level: 'commune',
  parent: null,
} as const;

const steps: PlanStep[] = [
  { kind: 'rename', agencyId: 'a', name: 'Sở mới', abbreviation: 'SM' },
  { kind: 'new-code', agencyId: 'a', code: 'H44.02', code102: null },
  { kind: 'move', agencyId: 'a', parent: { newCode: 'H44.101' } },
  { kind: 'merge', agencyIds: ['a', 'b'], into: { agencyId: 'c' }, childrenFollow: false },
  { kind: 'merge', agencyIds: ['a'], into: { newAgency }, childrenFollow: true },
  {
    kind: 'split',
    agencyId: 'a',
    closes: true,
    parts: [newAgency],
    leadCode: 'H44.101',
    posts: [{ postId: 'p', partCode: 'H44.101' }],
    childrenFollow: true,
  },
  { kind: 'dissolve', agencyId: 'a', successor: null, childrenFollow: false },
];

describe('the forms of steps', () => {
  it.each(steps)('give a step of the kind $kind back as it was', (step) => {
    expect(stepOf(step.kind, toDraft(step))).toEqual(step);
    expect(isComplete(step.kind, toDraft(step))).toBe(true);
  });

  it.each(stepKinds)('find a new step of the kind %s incomplete', (kind) => {
    expect(isComplete(kind, emptyStep(kind))).toBe(false);
  });

  it('write codes in upper case and leave spaces at the ends away', () => {
    const draft = { ...emptyStep('new-code'), agencyId: 'a', code: ' h44.02 ', code102: '' };
    expect(stepOf('new-code', draft)).toEqual({ kind: 'new-code', agencyId: 'a', code: 'H44.02', code102: null });
  });
});
