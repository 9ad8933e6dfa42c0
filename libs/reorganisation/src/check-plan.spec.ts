import { describe, expect, it } from 'vitest';
import type { NewAgencyOfPlan, PlanStep } from '#contracts';
import { checkPlan } from './check-plan.js';
import { changesOf, totalsOf } from './plan-changes.js';
import type { AgencyFacts, PlanFacts, WorkFacts } from './plan-facts.js';
import { noWork } from './plan-facts.js';
import { outlineOf } from './plan-outline.js';

function agency(id: string, overrides: Partial<AgencyFacts> = {}): AgencyFacts {
  return {
    id,
    code: id.toUpperCase(),
    code102: null,
    name: `Sở ${id}`,
    abbreviation: id,
    level: 'department',
    parentId: null,
    validFrom: '2000-01-01',
    validTo: null,
    ...overrides,
  };
}

interface Given {
  readonly agencies?: readonly AgencyFacts[];
  readonly work?: Readonly<Record<string, Partial<WorkFacts>>>;
  readonly codeOwners?: PlanFacts['codeOwners'];
  readonly agencyOfPost?: Readonly<Record<string, string>>;
}

function factsOf({ agencies = [agency('a'), agency('b'), agency('c')], work = {}, codeOwners, agencyOfPost }: Given) {
  return {
    today: '2025-06-01',
    agencies: new Map(agencies.map((one) => [one.id, one])),
    codeOwners: codeOwners ?? new Map(),
    work: new Map(Object.entries(work).map(([id, some]) => [id, { ...noWork, ...some }])),
    agencyOfPost: new Map(Object.entries(agencyOfPost ?? {})),
  };
}

function newAgency(code: string, parent: NewAgencyOfPlan['parent'] = null): NewAgencyOfPlan {
  return { code, code102: null, name: `Xã ${code}`, abbreviation: code, level: 'commune', parent };
}

const merge = (agencyIds: string[], into: string, childrenFollow = false): PlanStep => ({
  kind: 'merge',
  agencyIds,
  into: { agencyId: into },
  childrenFollow,
});
const move = (agencyId: string, parentId: string): PlanStep => ({
  kind: 'move',
  agencyId,
  parent: { agencyId: parentId },
});
const dissolve = (agencyId: string): PlanStep => ({
  kind: 'dissolve',
  agencyId,
  successor: null,
  childrenFollow: false,
});
const split = (overrides: Partial<Extract<PlanStep, { kind: 'split' }>> = {}): PlanStep => ({
  kind: 'split',
  agencyId: 'a',
  closes: true,
  parts: [newAgency('X1'), newAgency('X2')],
  leadCode: 'X1',
  posts: [],
  childrenFollow: false,
  ...overrides,
});

function faults(steps: readonly PlanStep[], given: Given = {}, effectiveOn = '2025-07-01'): string[] {
  return checkPlan({ effectiveOn, steps, scheduledAt: null }, factsOf(given))
    .filter(({ severity }) => severity === 'fault')
    .map(({ agency: about, code, step }) =>
      [code, step, about?.code].filter((part) => part !== null && part !== undefined).join(' '),
    );
}

describe('the check of a plan', () => {
  it('finds nothing wrong with a merge of open agencies', () => {
    expect(faults([merge(['a', 'b'], 'c')])).toEqual([]);
  });

  it('wants at least one step, and a day that has not passed', () => {
    expect(faults([], {}, '2025-05-31')).toEqual(['no-steps', 'day-past']);
    expect(faults([merge(['a'], 'c')], {}, '2025-06-01')).toEqual([]);
  });

  it('keeps a day that has passed to a plan that was scheduled for it in time', () => {
    const plan = { effectiveOn: '2025-05-31', steps: [merge(['a'], 'c')], scheduledAt: new Date('2025-05-20') };
    expect(checkPlan(plan, factsOf({})).map(({ code }) => code)).not.toContain('day-past');
  });

  it('finds agencies that nobody knows, as parts of a merge, as successors and as parents', () => {
    expect(faults([merge(['nobody'], 'c')])).toEqual(['unknown-agency 1']);
    expect(faults([merge(['a'], 'nobody')])).toEqual(['unknown-agency 1']);
    expect(faults([move('a', 'nobody')])).toEqual(['unknown-agency 1']);
  });

  it('finds agencies that are closed already or open too late', () => {
    const agencies = [agency('a', { validTo: '2024-12-31' }), agency('b', { validFrom: '2025-07-01' }), agency('c')];
    expect(faults([merge(['a', 'b'], 'c')], { agencies })).toEqual(['not-open 1 A', 'not-open 1 B']);
    expect(faults([merge(['c'], 'a')], { agencies })).toEqual(['not-open 1 A']);
  });

  it('finds a code that belongs to somebody, or that the plan gives twice', () => {
    const codeOwners = new Map([['X1', { agencyId: 'c', name: 'Sở c' }]]);
    expect(faults([split()], { codeOwners })).toEqual(['code-exists 1']);
    expect(faults([split({ parts: [newAgency('X1'), newAgency('X1')] })])).toContain('code-twice 1');
    const own: PlanStep = { kind: 'new-code', agencyId: 'c', code: 'X1', code102: null };
    expect(faults([own], { codeOwners })).toEqual([]);
  });

  it('finds a parent among the new agencies only when the plan sets it up', () => {
    const parts = [newAgency('X1'), newAgency('X2', { newCode: 'X1' })];
    expect(faults([split({ parts })])).toEqual([]);
    expect(faults([split({ parts: [newAgency('X1', { newCode: 'X9' })] })])).toEqual(['unknown-new-code 1']);
  });

  it('finds an agency that is closed twice, or used after it was closed', () => {
    expect(faults([merge(['a'], 'c'), dissolve('a')])).toEqual(['closed-twice 2 A']);
    expect(faults([merge(['a'], 'c'), move('a', 'b')])).toEqual(['used-after-closing 2 A']);
    expect(faults([move('a', 'b'), merge(['a'], 'c')])).toEqual(['used-after-closing 1 A']);
    expect(faults([merge(['a'], 'b'), merge(['b'], 'c')])).toEqual(['successor-closes 1 B']);
  });

  it('finds two steps that change the same thing of an agency', () => {
    expect(faults([move('a', 'b'), move('a', 'c')])).toEqual(['changed-twice 2 A']);
  });

  it('finds agencies left under a closed one, unless they move, follow or close too', () => {
    const agencies = [agency('a'), agency('b', { parentId: 'a' }), agency('c')];
    expect(faults([merge(['a'], 'c')], { agencies })).toEqual(['orphan 1 B']);
    expect(faults([merge(['a'], 'c'), move('b', 'c')], { agencies })).toEqual([]);
    expect(faults([merge(['a'], 'c', true)], { agencies })).toEqual([]);
    expect(faults([merge(['a', 'b'], 'c')], { agencies })).toEqual([]);
  });

  it('finds a new agency that is put under one that closes', () => {
    const parts = [newAgency('X1', { agencyId: 'b' })];
    expect(faults([split({ parts }), merge(['b'], 'c')])).toEqual(['orphan 1 X1']);
  });

  it('finds an agency that would come under itself', () => {
    const agencies = [agency('a'), agency('b', { parentId: 'a' }), agency('c', { parentId: 'b' })];
    expect(faults([move('a', 'c')], { agencies })).toEqual(['cycle 1 A']);
    expect(faults([move('a', 'a')], { agencies })).toEqual(['cycle 1 A']);
  });

  it('finds new agencies that stand under each other', () => {
    const parts = [newAgency('X1', { newCode: 'X2' }), newAgency('X2', { newCode: 'X1' })];
    expect(faults([split({ parts })])).toEqual(['cycle 1 X1', 'cycle 1 X2']);
  });

  it('lets nobody close an agency with open work or people and no successor', () => {
    const work = { a: { openDocuments: 2, posts: 3 } };
    expect(faults([dissolve('a')], { work })).toEqual(['open-work 1 A', 'people-without-post 1 A']);
    expect(faults([dissolve('a')], { work: { a: { deliveriesOnTheWay: 1 } } })).toEqual(['open-work 1 A']);
    expect(faults([dissolve('a')])).toEqual([]);
  });

  it('wants one part to take over when an agency is split and ends, and none when it goes on', () => {
    expect(faults([split({ leadCode: null })])).toEqual(['no-lead 1 A']);
    expect(faults([split({ leadCode: 'X9' })])).toEqual(['no-lead 1 A']);
    expect(faults([split({ closes: false, leadCode: null })])).toEqual([]);
  });

  it('assigns only people of the agency, and only to its parts', () => {
    const agencyOfPost = { p1: 'a', p2: 'b' };
    const posts = [
      { postId: 'p1', partCode: 'X2' },
      { postId: 'p2', partCode: 'X2' },
      { postId: 'p1', partCode: 'X9' },
    ];
    expect(faults([split({ posts })], { agencyOfPost })).toEqual(['unknown-post 1 A', 'unknown-part 1 A']);
  });

  it('only warns of what moves to a successor', () => {
    const work = {
      a: { openDocuments: 1, unsentDocuments: 2, unregisteredArrivals: 3, deliveriesOnTheWay: 4, posts: 5 },
    };
    const found = checkPlan(
      { effectiveOn: '2025-07-01', steps: [merge(['a'], 'c')], scheduledAt: null },
      factsOf({ work }),
    );
    expect(found.map(({ code, params, severity }) => [severity, code, params['count']])).toEqual([
      ['warning', 'documents-move', 1],
      ['warning', 'documents-unsent', 2],
      ['warning', 'arrivals-move', 3],
      ['warning', 'deliveries-move', 4],
      ['warning', 'posts-move', 5],
    ]);
  });
});

describe('what a plan changes', () => {
  it('tells of every agency that it touches what it was, what it is and who takes over', () => {
    const agencies = [agency('a'), agency('b', { parentId: 'a' }), agency('c')];
    const facts = factsOf({ agencies, work: { a: { posts: 2, openDocuments: 1 } } });
    const rename: PlanStep = { kind: 'rename', agencyId: 'c', name: 'Sở mới', abbreviation: 'SM' };
    const changes = changesOf(outlineOf([merge(['a'], 'c', true), rename]), facts);
    expect(changes.map(({ after, before, change }) => [change, before?.name, after?.name, after?.parentName])).toEqual([
      ['closed', 'Sở a', undefined, undefined],
      ['changed', 'Sở b', 'Sở b', 'Sở mới'],
      ['changed', 'Sở c', 'Sở mới', null],
    ]);
    expect(changes[0]?.successors).toEqual([{ code: 'C', name: 'Sở mới', isLead: true }]);
    expect(totalsOf(changes)).toMatchObject({ created: 0, changed: 2, closed: 1, posts: 2, openDocuments: 1 });
  });
});
