import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, FindHandlingReport, FindIncomingEntries, IncomingEntry } from '#contracts';
import {
  AcceptArrival,
  AssignWork,
  CompleteArrival,
  ExportIncomingRegister,
  HandlingReportQuery,
  IncomingRegisterQuery,
  SubmitArrival,
} from '#incoming';
import { anActor, anArrival, aPost, aUnit, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let leader: Actor;
/** The arrivals by what is particular about each, in the order of their numbers. */
const ids: Record<'late' | 'replied' | 'waiting' | 'done' | 'taken', string> = {
  late: '',
  replied: '',
  waiting: '',
  done: '',
  taken: '',
};

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  clerk = await world.aClerk();
  const { agencyId } = clerk;
  const post = await aPost(world.database, { agencyId, role: 'leader' });
  leader = anActor({ agencyId, role: 'leader', postId: post.id, personId: post.personId });
  const unit = await aUnit(world.database, { agencyId, name: 'Phòng Nội vụ' });
  const support = await aUnit(world.database, { agencyId, name: 'Văn phòng' });
  const part = (role: 'lead' | 'support', unitId: string, dueOn: string | null) => ({
    role,
    unitId,
    postId: null,
    dueOn,
  });
  const assign = async (id: string, ...parts: ReturnType<typeof part>[]): Promise<void> =>
    world.get(AssignWork).execute(leader, id, { instruction: '', parts });
  world.clock.moment = new Date('2017-05-10T03:00:00Z');
  for (const [index, name] of (Object.keys(ids) as (keyof typeof ids)[]).entries()) {
    const arrivedAt = new Date(`2017-05-0${index + 1}T20:00:00Z`);
    ids[name] = (await anArrival(world.database, { agencyId, arrivedAt, symbol: `${index + 1}/BTP` })).id;
    await world.get(AcceptArrival).execute(clerk, ids[name]);
  }
  await assign(ids.late, part('support', support.id, null), part('lead', unit.id, '2017-05-11'));
  await world.get(SubmitArrival).execute(clerk, ids.waiting, leader.postId);
  await assign(ids.done, part('lead', unit.id, '2017-05-12'));
  const document = await world.anIssuedDocument(clerk, [(await world.aClerk()).agencyId], 'electronic');
  await world.database.query(
    `INSERT INTO document_relations (document_id, kind, target_type, target_id, type_name, symbol, issued_on, issuer_name)
     VALUES ($1, 'replies-to', 'arrival', $2, 'Công văn', '2/BTP', '2017-05-01', 'Bộ Tư pháp')`,
    [document.id, ids.replied],
  );
  await world.get(CompleteArrival).execute(clerk, ids.replied);
  world.clock.moment = new Date('2017-05-15T03:00:00Z');
  await world.get(CompleteArrival).execute(clerk, ids.done);
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

async function found(filter: Partial<FindIncomingEntries> = {}, by = clerk): Promise<readonly IncomingEntry[]> {
  return (await world.get(IncomingRegisterQuery).page(by, { limit: 100, ...filter })).items;
}

const numbers = (lines: readonly IncomingEntry[]): number[] => lines.map(({ number }) => number);

describe('the incoming register', () => {
  it('has every number of the year, the latest first, with whoever has it and what became of it', async () => {
    const lines = await found();
    expect(numbers(lines)).toEqual([5, 4, 3, 2, 1]);
    expect(lines.at(-1)).toMatchObject({
      id: ids.late,
      // Eight in the evening in UTC is the next day in Vietnam.
      arrivedOn: '2017-05-02',
      symbol: '1/BTP',
      holders: ['Phòng Nội vụ', 'Văn phòng'],
      passedOn: '2017-05-10',
      dueOn: '2017-05-11',
      completedOn: null,
      state: 'assigned',
    });
    expect(lines[3]).toMatchObject({ completedOn: '2017-05-10', holders: [], passedOn: null });
    expect(lines[3]?.replies).toHaveLength(1);
    expect(lines[2]).toMatchObject({ state: 'submitted', passedOn: '2017-05-10', holders: [] });
    expect(lines[1]).toMatchObject({ state: 'completed', completedOn: '2017-05-15', dueOn: '2017-05-12' });
  });

  it('comes page by page', async () => {
    const query = world.get(IncomingRegisterQuery);
    const first = await query.page(clerk, { limit: 3 });
    const second = await query.page(clerk, { limit: 3, after: first.next ?? '' });
    expect([...numbers(first.items), ...numbers(second.items)]).toEqual([5, 4, 3, 2, 1]);
    expect(second.next).toBeNull();
  });

  it.each([
    [{ progress: 'open' }, [5, 3, 1]],
    [{ progress: 'completed' }, [4, 2]],
    [{ progress: 'late' }, [4, 1]],
    [{ from: '2017-05-03', to: '2017-05-04' }, [3, 2]],
    [{ year: 2016 }, []],
  ] as const)('narrowed by %j has %j', async (filter, expected) => {
    expect(numbers(await found(filter))).toEqual(expected);
  });

  it('is the clerk’s, of the own agency', async () => {
    await expect(found({}, leader)).rejects.toThrow('permission.denied');
    const other = await world.aClerk();
    expect(await found({}, other)).toEqual([]);
    await expect(found({ agencyId: clerk.agencyId }, other)).rejects.toThrow('not-found');
    await expect(found({ after: Buffer.from('["x"]').toString('base64url') })).rejects.toThrow('request.invalid');
  });

  it('is given out in the order of the book, on record', async () => {
    const { pages, ...book } = await world
      .get(ExportIncomingRegister)
      .execute(clerk, { book: 'follow-up', format: 'xlsx', progress: 'late' });
    const given: number[] = [];
    for await (const page of pages) {
      given.push(...numbers(page));
    }
    expect(given).toEqual([1, 4]);
    expect(book).toMatchObject({ year: 2017, from: null, to: null });
    const records = await world.database.query(
      `SELECT action, data->>'book' AS book FROM audit_entries WHERE action LIKE 'incoming-register.%'`,
    );
    expect(records).toEqual([{ action: 'incoming-register.exported', book: 'follow-up' }]);
  });
});

describe('the report on handling', () => {
  const report = async (filter: Partial<FindHandlingReport> = {}, by = clerk) =>
    world.get(HandlingReportQuery).of(by, { from: '2017-05-01', to: '2017-05-31', ...filter });

  it('counts by the unit that leads what was done in time, late, and is open', async () => {
    const { rows, total } = await report();
    expect(total).toEqual({
      received: 5,
      completedInTime: 1,
      completedLate: 1,
      open: 3,
      openLate: 1,
      // From Wednesday the 3rd to Wednesday the 10th, and from Friday the 5th to Monday the 15th.
      averageDays: 5.5,
      medianDays: 5.5,
    });
    expect(
      rows.map(({ unit, isAssigned, received, completedLate, openLate }) => [
        unit?.name ?? null,
        isAssigned,
        received,
        completedLate,
        openLate,
      ]),
    ).toEqual([
      ['Phòng Nội vụ', true, 2, 1, 1],
      [null, false, 3, 0, 0],
    ]);
  });

  it('has exactly the lines of the register behind every figure of every unit', async () => {
    const { rows, total } = await report();
    const behind = {
      received: 'received',
      completedInTime: 'done-in-time',
      completedLate: 'done-late',
      open: 'open',
      openLate: 'open-late',
    } as const;
    const of = [
      { figures: total, lead: undefined },
      ...rows.map(({ unit, isAssigned, ...figures }) => ({
        figures,
        lead: unit?.id ?? (isAssigned ? ('no-unit' as const) : ('nobody' as const)),
      })),
    ];
    for (const { figures, lead } of of) {
      for (const name of Object.keys(behind) as (keyof typeof behind)[]) {
        const wanted = {
          limit: 50,
          year: 'all' as const,
          from: '2017-05-01',
          to: '2017-05-31',
          progress: behind[name],
          lead,
        };
        const { items } = await world.get(IncomingRegisterQuery).page(clerk, wanted);
        expect([lead, name, items.length]).toEqual([lead, name, figures[name]]);
      }
    }
  });

  it('leads to the lines of two books when the year turned meanwhile, page by page', async () => {
    const by = await world.aClerk();
    for (const [arrivalYear, arrivalNumber] of [
      [2017, 8],
      [2017, 9],
      [2018, 1],
      [2018, 2],
    ] as const) {
      const arrivedAt = new Date('2017-12-31T02:00:00Z');
      const fields = { state: 'accepted', arrivalYear, arrivalNumber, arrivedAt } as const;
      await anArrival(world.database, { agencyId: by.agencyId, ...fields });
    }
    const period = { from: '2017-12-01', to: '2017-12-31' };
    expect((await report(period, by)).total.received).toBe(4);
    const numbers: string[] = [];
    let after: string | undefined;
    do {
      const wanted = { ...period, limit: 3, year: 'all' as const, ...(after === undefined ? {} : { after }) };
      const { items, next } = await world.get(IncomingRegisterQuery).page(by, wanted);
      numbers.push(...items.map(({ year, number }) => `${year}/${number}`));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(numbers).toEqual(['2018/2', '2018/1', '2017/9', '2017/8']);
  });

  it('counts with the calendar', async () => {
    await world.database.query(
      `INSERT INTO calendar_days (day, kind, name, basis, version) VALUES ('2017-05-09', 'off', 'Nghỉ bù', '', 1)`,
    );
    expect((await report()).total).toMatchObject({ averageDays: 4.5 });
    await world.database.query(`DELETE FROM calendar_days WHERE day = '2017-05-09'`);
  });

  it('is of a period with a beginning and an end, at most a year', async () => {
    expect((await report({ from: '2017-06-01', to: '2017-06-30' })).total).toMatchObject({
      received: 0,
      averageDays: null,
    });
    await expect(report({ from: '2017-05-02', to: '2017-05-01' })).rejects.toThrow('report.period');
    await expect(report({ from: '2016-01-01', to: '2017-05-01' })).rejects.toThrow('report.period');
  });

  it('is for those who answer for the work of their agency', async () => {
    expect((await report({}, leader)).total.received).toBe(5);
    await expect(report({}, { ...leader, role: 'civil-servant' })).rejects.toThrow('permission.denied');
    await expect(report({ agencyId: clerk.agencyId }, await world.aClerk())).rejects.toThrow('not-found');
  });
});
