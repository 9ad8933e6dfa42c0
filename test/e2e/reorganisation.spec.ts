import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AgencySharePage,
  ArrivalPage,
  ArrivalView,
  DocumentPage,
  PlanChangePage,
  PlanCheck,
  PlanPage,
  PlanPostPage,
  PlanView,
  type WritePlan,
} from '#contracts';
import { dayOf, newId } from '#kernel';
import { Database } from '#platform';
import { Caller } from './support/caller.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { arrivalAt, documentIn } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { password } from '../start-app.js';
import { signIn } from './support/office.js';

let desk: Desk;
let administrator: Caller;

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const today = dayOf(new Date());

beforeAll(async () => {
  desk = await deskWithEverything();
  // Posts of today would simply begin at the successor; these have been held for years.
  await desk.app.server.get(Database).query(`UPDATE posts SET valid_from = '2017-01-01'`);
  administrator = await signIn(desk.app, userOf('system-administrator'));
});

afterAll(async () => {
  await desk.app.stop();
});

function userOf(role: string): string {
  const person = desk.app.province.people.find((one) => one.role === role);
  return person?.userName ?? '';
}

function planOf(steps: WritePlan['steps'], overrides: Partial<WritePlan> = {}): WritePlan {
  return { title: 'Sắp xếp sở, ngành', legalBasis: 'Nghị quyết 18-NQ/TW', effectiveOn: today, steps, ...overrides };
}

function mergeInto(into: string, ...agencyIds: string[]): WritePlan['steps'][number] {
  return { kind: 'merge', agencyIds, into: { agencyId: into }, childrenFollow: true };
}

async function drafted(plan: WritePlan): Promise<PlanView> {
  const answer = await administrator.post('/reorganisation-plans', plan);
  expect(answer.status).toBe(201);
  return answer.as(PlanView);
}

describe('a plan over HTTP', () => {
  it('is drafted, listed and read with its steps and the agencies that they name', async () => {
    const { id } = await drafted(planOf([mergeInto(desk.stranger.agencyId, desk.sender.agencyId)]));
    const list = (await administrator.get('/reorganisation-plans')).as(PlanPage);
    expect(list.items[0]).toMatchObject({ id, state: 'draft', stepCount: 1 });
    const answer = await administrator.get(`/reorganisation-plans/${id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    const plan = answer.as(PlanView);
    expect(plan.agencies.map((agency) => agency.id).toSorted()).toEqual(
      [desk.stranger.agencyId, desk.sender.agencyId].toSorted(),
    );
    expect(plan.actions).toEqual(['edit', 'schedule', 'apply', 'cancel']);
  });

  it('is nobody’s but the system administrator’s', async () => {
    const { id } = await drafted(planOf([]));
    for (const path of ['', `/${id}`, `/${id}/check`, `/${id}/changes`, `/${id}/posts`]) {
      expectProblem(await desk.sender.leader.get(`/reorganisation-plans${path}`), 'permission.denied');
    }
    expectProblem(await desk.sender.leader.post('/reorganisation-plans', planOf([])), 'permission.denied');
    for (const path of ['schedule', 'apply', 'cancel']) {
      const answer = await desk.sender.leader.post(`/reorganisation-plans/${id}/${path}`, {}, ifMatch(1));
      expectProblem(answer, 'permission.denied');
    }
  });

  it('says what is wrong in the reader’s language, and is not scheduled with a fault', async () => {
    const { id } = await drafted(planOf([mergeInto(desk.stranger.agencyId, newId())]));
    const path = `/reorganisation-plans/${id}`;
    const vi = (await administrator.get(`${path}/check`)).as(PlanCheck);
    const en = (await administrator.get(`${path}/check`, { 'accept-language': 'en' })).as(PlanCheck);
    expect(vi.findings[0]).toMatchObject({ code: 'unknown-agency', severity: 'fault', step: 1, agency: null });
    expect(vi.findings[0]?.sentence).toBe('Bước này nêu một cơ quan không có trong danh mục.');
    expect(en.findings[0]?.sentence).toBe('The step names an agency that is not in the directory.');
    expectProblem(await administrator.post(`${path}/schedule`, {}, ifMatch(1)), 'reorganisation.has-faults');
    expectProblem(await administrator.post(`${path}/apply`, {}, ifMatch(1)), 'reorganisation.has-faults');
    expect((await administrator.get(path)).as(PlanView).state).toBe('draft');
  });

  it('is changed only on the version that was seen', async () => {
    const { id } = await drafted(planOf([]));
    const path = `/reorganisation-plans/${id}`;
    const edited = planOf([mergeInto(desk.stranger.agencyId, desk.sender.agencyId)], { effectiveOn: '2099-01-01' });
    expectProblem(await administrator.call('PUT', path, { json: edited }), 'request.precondition-required');
    expect((await administrator.call('PUT', path, { json: edited, headers: ifMatch(1) })).as(PlanView).version).toBe(2);
    expectProblem(await administrator.call('PUT', path, { json: edited, headers: ifMatch(1) }), 'reorganisation.stale');
    expectProblem(await administrator.post(`${path}/schedule`, {}, ifMatch(1)), 'reorganisation.stale');
    expectProblem(await administrator.post(`${path}/apply`, {}, ifMatch(2)), 'reorganisation.not-today');
    expect((await administrator.post(`${path}/schedule`, {}, ifMatch(2))).as(PlanView).state).toBe('scheduled');
    expectProblem(
      await administrator.call('PUT', path, { json: edited, headers: ifMatch(3) }),
      'reorganisation.wrong-state',
    );
    expect((await administrator.post(`${path}/cancel`, {}, ifMatch(3))).as(PlanView)).toMatchObject({
      state: 'cancelled',
      actions: [],
    });
  });

  it('takes only fields that a plan has, and no days or codes that are none', async () => {
    const bad = [
      planOf([], { effectiveOn: '2026-02-30' }),
      planOf([], { title: '' }),
      { ...planOf([]), steps: [{ kind: 'abolish', agencyId: desk.sender.agencyId }] },
      { ...planOf([]), steps: [{ kind: 'merge', agencyIds: [], into: { agencyId: desk.sender.agencyId } }] },
      { ...planOf([]), steps: [{ kind: 'move', agencyId: 'H28', parent: null }] },
    ];
    for (const plan of bad) {
      expectProblem(await administrator.post('/reorganisation-plans', plan), 'request.invalid');
    }
    const powers = { ...planOf([]), state: 'effective', version: 9 };
    expect((await administrator.post('/reorganisation-plans', powers)).as(PlanView)).toMatchObject({
      state: 'draft',
      version: 1,
    });
  });

  it('that is not there is not found, whatever is asked of it', async () => {
    expectProblem(await administrator.get(`/reorganisation-plans/${newId()}`), 'not-found');
    expectProblem(await administrator.get('/reorganisation-plans/none/check'), 'not-found');
    expectProblem(await administrator.post(`/reorganisation-plans/${newId()}/apply`, {}, ifMatch(1)), 'not-found');
  });
});

describe('the day over HTTP', () => {
  it('ends the old desks, and the successor’s clerk finds the closed registers and finishes what is in them', async () => {
    const { recipient, sender, stranger } = desk;
    const sent = await documentIn('sent', stranger, [recipient.agencyId]);
    const waiting = await arrivalAt(recipient, sent);
    const plan = await drafted(planOf([mergeInto(stranger.agencyId, recipient.agencyId)]));
    const path = `/reorganisation-plans/${plan.id}`;
    const changes = (await administrator.get(`${path}/changes`)).as(PlanChangePage).items;
    expect(changes).toMatchObject([{ change: 'closed', after: null, successors: [{ isLead: true }] }]);
    const posts = (await administrator.get(`${path}/posts`)).as(PlanPostPage).items;
    expect((await administrator.post(`${path}/apply`, {}, ifMatch(1))).as(PlanView)).toMatchObject({
      state: 'effective',
      actions: [],
    });

    expectProblem(await recipient.clerk.get('/arrivals'), 'session.required');
    const clerk = await Caller.signIn(desk.app.url, 'vanthu.kimboi', password);
    expect(clerk.session.post.agency.id).toBe(stranger.agencyId);
    expect(clerk.session.predecessors.map(({ id }) => id)).toEqual([recipient.agencyId]);

    const moved = (await clerk.get(`/arrivals/${waiting.id}`)).as(ArrivalView);
    expect(moved.addressee?.name).toBe('Ủy ban nhân dân huyện Kim Bôi');
    const closedRegister = (await clerk.get(`/arrivals?agencyId=${recipient.agencyId}`)).as(ArrivalPage);
    expect(closedRegister.items.map(({ id }) => id)).toContain(desk.accepted.id);
    expect((await clerk.post(`/arrivals/${desk.accepted.id}/complete`)).as(ArrivalView).state).toBe('completed');
    expect((await clerk.get(`/archive-entries?agencyId=${recipient.agencyId}`)).status).toBe(200);

    for (const list of ['documents', 'arrivals', 'archive-entries']) {
      expectProblem(await sender.clerk.get(`/${list}?agencyId=${recipient.agencyId}`), 'not-found');
    }
    expect((await clerk.get(`/documents?agencyId=${recipient.agencyId}`)).as(DocumentPage).items).toEqual([]);

    const after = (await administrator.get(`${path}/posts`)).as(PlanPostPage).items;
    expect(after.map(({ postId, to }) => [postId, to?.code])).toEqual(
      posts.map(({ postId, to }) => [postId, to?.code]),
    );
    expect((await administrator.get(`${path}/check`)).as(PlanCheck)).toMatchObject({
      faults: 0,
      totals: { closed: 1 },
    });
  });

  it('counts the share of a closed agency for the one in its place, when asked for the present structure', async () => {
    const query = 'indicator=exchanged-between-agencies&limit=200';
    const issued = (await administrator.get(`/share/agencies?${query}`)).as(AgencySharePage).items;
    const current = (await administrator.get(`/share/agencies?${query}&structure=current`)).as(AgencySharePage).items;
    const sum = (rows: typeof issued): number => rows.reduce((all, { total }) => all + total, 0);
    expect(sum(current)).toBe(sum(issued));
    expect(current.some(({ closed }) => closed)).toBe(false);
    expectProblem(await desk.sender.clerk.get(`/share?agencyId=${desk.stranger.agencyId}`), 'not-found');
  });
});
