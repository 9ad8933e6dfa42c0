import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { newId } from '#kernel';
import type { Database } from '#platform';
import {
  ApplyPlan,
  CancelPlan,
  DraftPlan,
  EditPlan,
  EffectClock,
  PlanCheckQuery,
  PlanPostsQuery,
  PlanQuery,
  ReadPlanFile,
  SchedulePlan,
  TakeEffect,
} from '#reorganisation';
import { aDocument, anActor, anAgency } from '#testing';
import type { ExchangeWorld } from './exchange-world.js';
import { day, merge, part, ReorganisationWorld } from './reorganisation-world.js';

let office: ReorganisationWorld;
let world: ExchangeWorld;
let database: Database;

beforeAll(async () => {
  office = await ReorganisationWorld.open();
  world = office.exchange;
  database = office.database;
});

afterAll(async () => {
  await office.close();
});

beforeEach(() => {
  office.startOver();
});

describe('a plan on its way to its day', () => {
  it('is not for people who are no system administrators', async () => {
    const clerk = await world.aClerk();
    const plan = { title: 'Sắp xếp', legalBasis: 'Không', effectiveOn: day, steps: [] };
    await expect(world.get(DraftPlan).execute(clerk, plan)).rejects.toThrow('permission.denied');
    const id = await office.draft([]);
    await expect(world.get(PlanQuery).view(clerk, id, 'vi')).rejects.toThrow('permission.denied');
    const auditor = anActor({ role: 'auditor' });
    await expect(world.get(PlanQuery).view(auditor, id, 'vi')).resolves.toMatchObject({ actions: [] });
    await expect(world.get(CancelPlan).execute(auditor, id, 1)).rejects.toThrow('permission.denied');
    await expect(world.get(ApplyPlan).execute(auditor, id, 1)).rejects.toThrow('permission.denied');
  });

  it('can’t be scheduled with a fault, and says in words what the fault is', async () => {
    const agency = await anAgency(database);
    const into = await anAgency(database, { validTo: '2020-01-01', name: 'Sở đã kết thúc' });
    const id = await office.draft([merge([agency], into)]);
    await expect(world.get(SchedulePlan).execute(office.administrator, id, 1)).rejects.toThrow(
      'reorganisation.has-faults',
    );
    const { faults, findings } = await world.get(PlanCheckQuery).check(office.administrator, id, 'vi');
    expect(faults).toBe(1);
    expect(findings[0]?.sentence).toBe(
      '“Sở đã kết thúc” không hoạt động vào ngày trước 01/07/2025, nên không sắp xếp được.',
    );
    expect(await office.stateOf(id)).toBe('draft');
  });

  it('is edited on the version that was seen, and only before it is scheduled', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.draft([]);
    const plan = { title: 'Sắp xếp lại', legalBasis: 'NQ', effectiveOn: day, steps: [merge([a], b)] };
    await world.get(EditPlan).execute(office.administrator, { planId: id, version: 1, plan });
    await expect(world.get(EditPlan).execute(office.administrator, { planId: id, version: 1, plan })).rejects.toThrow(
      'reorganisation.stale',
    );
    await world.get(SchedulePlan).execute(office.administrator, id, 2);
    await expect(world.get(EditPlan).execute(office.administrator, { planId: id, version: 3, plan })).rejects.toThrow(
      'reorganisation.wrong-state',
    );
  });

  it('does nothing before midnight in Vietnam, and nothing at all once it was cancelled', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([merge([a], b)]);
    world.clock.moment = new Date('2025-06-30T16:59:59Z');
    await world.get(TakeEffect).execute();
    expect(await office.stateOf(id)).toBe('scheduled');
    await world.get(CancelPlan).execute(office.administrator, id, 2);
    await office.atMidnight();
    expect(await office.stateOf(id)).toBe('cancelled');
    expect(await office.one('SELECT valid_to FROM agencies WHERE id = $1', [a.id])).toEqual({ valid_to: null });
  });

  it('takes effect once when two processes look at it in the same moment', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const clerk = await office.actorIn(a.id, 'clerk');
    const id = await office.scheduled([merge([a], b)]);
    office.passMidnight();
    await Promise.all([
      world.get(TakeEffect).execute(),
      world.get(TakeEffect).execute(),
      world.get(TakeEffect).execute(),
    ]);
    expect(await office.stateOf(id)).toBe('effective');
    expect(await world.count('posts WHERE person_id = $1', [clerk.personId])).toBe(2);
    expect(
      await world.count(`audit_entries WHERE object_id = $1 AND action = 'reorganisation.took-effect'`, [id]),
    ).toBe(1);
  });

  it('is set aside whole, with the reason, when its day finds a fault that was not there before', async () => {
    const [a, b, c] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([
      merge([a], b),
      { kind: 'rename', agencyId: c.id, name: 'Tên mới', abbreviation: 'TM' },
    ]);
    await database.query(`UPDATE agencies SET valid_to = '2025-06-29' WHERE id = $1`, [b.id]);
    await office.atMidnight();
    const view = await world.get(PlanQuery).view(office.administrator, id, 'en');
    expect(view.state).toBe('failed');
    expect(view.failure.map(({ code }) => code)).toEqual(['not-open']);
    expect(view.failure[0]?.sentence).toContain('is not open on the day before 01/07/2025');
    expect(await office.one('SELECT name, valid_to FROM agencies WHERE id = $1', [c.id])).toEqual({
      name: c.name,
      valid_to: null,
    });
    expect(await world.count('agency_successions WHERE predecessor_id = $1', [a.id])).toBe(0);
  });

  it('stays scheduled when the database stops it, and takes effect when it is tried again', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([merge([a], b)]);
    await database.query(`
      CREATE FUNCTION stop_succession() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected'; END $$;
      CREATE TRIGGER stop_succession BEFORE INSERT ON agency_successions EXECUTE FUNCTION stop_succession()`);
    try {
      await expect(office.atMidnight()).rejects.toThrow('deadlock detected');
      expect(await office.stateOf(id)).toBe('scheduled');
      expect(await world.count(`audit_entries WHERE object_id = $1 AND action = 'reorganisation.failed'`, [id])).toBe(
        0,
      );
    } finally {
      await database.query('DROP TRIGGER stop_succession ON agency_successions');
      await database.query('DROP FUNCTION stop_succession');
    }
    await world.get(TakeEffect).execute();
    expect(await office.stateOf(id)).toBe('effective');
  });

  it('is mended after its day found a fault, and takes effect late on the same legal day', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([merge([a], b)]);
    await database.query(`UPDATE agencies SET valid_to = '2025-06-29' WHERE id = $1`, [b.id]);
    await office.atMidnight();
    expect(await office.stateOf(id)).toBe('failed');
    await database.query('UPDATE agencies SET valid_to = NULL WHERE id = $1', [b.id]);
    world.clock.moment = new Date('2025-07-03T02:00:00Z');
    const view = () => world.get(PlanQuery).view(office.administrator, id, 'vi');
    const mended = {
      title: 'Sắp xếp',
      legalBasis: 'Nghị quyết 202/2025/QH15',
      effectiveOn: day,
      steps: [merge([a], b)],
    };
    const edit = async (plan: typeof mended) =>
      world.get(EditPlan).execute(office.administrator, { planId: id, version: (await view()).version, plan });
    const schedule = async () => world.get(SchedulePlan).execute(office.administrator, id, (await view()).version);
    await edit(mended);
    await edit(mended);
    await schedule();
    await world.get(TakeEffect).execute();
    expect(await view()).toMatchObject({ state: 'effective', effectiveOn: day });
    expect(await office.one('SELECT valid_to FROM agencies WHERE id = $1', [a.id])).toEqual({ valid_to: '2025-06-30' });
  });

  it('is not put on another day that went by, though it failed on its own', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([merge([a], b)]);
    await database.query(`UPDATE agencies SET valid_to = '2025-06-29' WHERE id = $1`, [b.id]);
    await office.atMidnight();
    await database.query('UPDATE agencies SET valid_to = NULL WHERE id = $1', [b.id]);
    world.clock.moment = new Date('2025-07-03T02:00:00Z');
    const plan = { title: 'Sắp xếp', legalBasis: 'Nghị quyết', effectiveOn: '2025-07-02', steps: [merge([a], b)] };
    const { version } = await world.get(PlanQuery).view(office.administrator, id, 'vi');
    await world.get(EditPlan).execute(office.administrator, { planId: id, version, plan });
    await expect(world.get(SchedulePlan).execute(office.administrator, id, version + 1)).rejects.toThrow(
      'reorganisation.has-faults',
    );
  });

  it('takes effect late rather than never when nothing ran at its midnight', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([merge([a], b)]);
    world.clock.moment = new Date('2025-07-03T02:00:00Z');
    await world.get(TakeEffect).execute();
    expect(await office.stateOf(id)).toBe('effective');
    expect(await office.one('SELECT valid_to FROM agencies WHERE id = $1', [a.id])).toEqual({ valid_to: '2025-06-30' });
  });

  it('is found by a worker that starts on its day', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.scheduled([merge([a], b)]);
    office.passMidnight();
    const clock = new EffectClock(world.get(TakeEffect));
    clock.onApplicationBootstrap();
    await clock.onModuleDestroy();
    expect(await office.stateOf(id)).toBe('effective');
  });

  it('takes effect at once by hand on its day, and on no other', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await office.draft([merge([a], b)]);
    await expect(world.get(ApplyPlan).execute(office.administrator, id, 1)).rejects.toThrow('reorganisation.not-today');
    office.passMidnight();
    await world.get(ApplyPlan).execute(office.administrator, id, 1);
    expect(await office.stateOf(id)).toBe('effective');
    await expect(world.get(ApplyPlan).execute(office.administrator, id, 2)).rejects.toThrow(
      'reorganisation.wrong-state',
    );
  });
});

describe('a plan in a file', () => {
  it('names agencies by their codes, which have to be in the directory', async () => {
    const agency = await anAgency(database);
    const file = (code: string) =>
      JSON.stringify({
        title: 'Sắp xếp',
        legalBasis: 'NQ',
        effectiveOn: day,
        steps: [{ kind: 'rename', agencyId: code, name: 'Tên mới', abbreviation: 'TM' }],
      });
    const read = world.get(ReadPlanFile);
    expect((await read.execute(file(agency.code), '2099-01-01')).steps[0]).toMatchObject({ agencyId: agency.id });
    await expect(read.execute(file('NOBODY.1'))).rejects.toThrow('There is no agency NOBODY.1 in the directory.');
    await expect(read.execute('{"title":')).rejects.toThrow('This is no plan: the file is not JSON.');
    await expect(read.execute('{}')).rejects.toThrow(/^This is no plan: title: /);
  });
});

describe('agencies after the day', () => {
  it('keep their ids and leave what they were in their versions', async () => {
    const [a, parent] = [await anAgency(database), await anAgency(database)];
    const code = `M.${newId().slice(-12).toUpperCase()}`;
    await office.scheduled([
      { kind: 'rename', agencyId: a.id, name: 'Sở Nội vụ mới', abbreviation: 'SNVM' },
      { kind: 'new-code', agencyId: a.id, code, code102: '000.00.01.M' },
      { kind: 'move', agencyId: a.id, parent: { agencyId: parent.id } },
    ]);
    await office.atMidnight();
    expect(
      await office.one(
        `SELECT code, code102, name, abbreviation, parent_id AS "parentId", valid_to FROM agencies WHERE id = $1`,
        [a.id],
      ),
    ).toEqual({
      code,
      code102: '000.00.01.M',
      name: 'Sở Nội vụ mới',
      abbreviation: 'SNVM',
      parentId: parent.id,
      valid_to: null,
    });
    expect(
      await office.one(`SELECT code, name, valid_from, valid_to FROM agency_versions WHERE agency_id = $1`, [a.id]),
    ).toEqual({ code: a.code, name: a.name, valid_from: '2000-01-01', valid_to: '2025-06-30' });
  });

  it('that were split leave their people where the plan sends them, and everyone else with the lead', async () => {
    const a = await anAgency(database);
    const [chief, clerk] = [await office.actorIn(a.id, 'leader'), await office.actorIn(a.id, 'clerk')];
    const [first, second] = [part({ parent: { agencyId: office.administrator.agencyId } }), part()];
    const child = await anAgency(database, { parentId: a.id });
    const id = await office.scheduled([
      {
        kind: 'split',
        agencyId: a.id,
        closes: true,
        parts: [first, { ...second, parent: { newCode: first.code } }],
        leadCode: first.code,
        posts: [{ postId: clerk.postId, partCode: second.code }],
        childrenFollow: true,
      },
    ]);
    const planned = await world.get(PlanPostsQuery).page(office.administrator, id, { limit: 50 });
    await office.atMidnight();
    const codeAt = async (actor: Actor): Promise<unknown> =>
      (await office.one('SELECT code FROM agencies WHERE id = $1', [(await office.afterwards(actor)).agencyId]))[
        'code'
      ];
    expect(await codeAt(chief)).toBe(first.code);
    expect(await codeAt(clerk)).toBe(second.code);
    const { items } = await world.get(PlanPostsQuery).page(office.administrator, id, { limit: 50 });
    expect(items.map(({ postId, to }) => [postId, to?.code])).toEqual(
      planned.items.map(({ postId, to }) => [postId, to?.code]),
    );
    expect(
      await office.one(
        'SELECT parent.code FROM agencies AS child JOIN agencies AS parent ON parent.id = child.parent_id WHERE child.id = $1',
        [child.id],
      ),
    ).toEqual({ code: first.code });
    expect(await office.one('SELECT valid_to AS "validTo" FROM posts WHERE id = $1', [chief.postId])).toEqual({
      validTo: '2025-06-30',
    });
  });

  it('that go on after a part left them keep everybody but those who go with it', async () => {
    const a = await anAgency(database);
    const [leader, leaving, staying] = [
      await office.actorIn(a.id, 'leader'),
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'civil-servant'),
    ];
    const own = await aDocument(database, {
      agencyId: a.id,
      state: 'draft',
      drafterPostId: leaving.postId,
      signerPostId: leader.postId,
    });
    const kept = await aDocument(database, {
      agencyId: a.id,
      state: 'submitted',
      drafterPostId: staying.postId,
      signerPostId: leader.postId,
    });
    const leavingPart = part();
    await office.scheduled([
      {
        kind: 'split',
        agencyId: a.id,
        closes: false,
        parts: [leavingPart],
        leadCode: null,
        posts: [{ postId: leaving.postId, partCode: leavingPart.code }],
        childrenFollow: false,
      },
    ]);
    await office.atMidnight();
    expect(await office.one('SELECT valid_to AS "validTo" FROM agencies WHERE id = $1', [a.id])).toEqual({
      validTo: null,
    });
    expect(await office.one('SELECT valid_to AS "validTo" FROM posts WHERE id = $1', [staying.postId])).toEqual({
      validTo: null,
    });
    const gone = await office.afterwards(leaving);
    expect(gone.agencyId).not.toBe(a.id);
    expect(gone.predecessorIds).toEqual([]);
    expect(await office.one('SELECT agency_id AS "agencyId" FROM documents WHERE id = $1', [own.id])).toEqual({
      agencyId: gone.agencyId,
    });
    expect(await office.one('SELECT agency_id AS "agencyId", state FROM documents WHERE id = $1', [kept.id])).toEqual({
      agencyId: a.id,
      state: 'submitted',
    });
  });
});
