import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, FindRegister } from '#contracts';
import { CancelNumber, DocumentQuery, IssueDocument, NumberingQuery, ReserveNumber, SetNumbering } from '#documents';
import { DispatchDocument, OutgoingRegisterQuery } from '#exchange';
import { aPost, anActor, anAgency, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let administrator: Actor;
let recipientId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  recipientId = (await anAgency(world.database)).id;
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  world.clock.moment = new Date('2017-05-02T03:00:00Z');
  clerk = await world.aClerk();
  administrator = await aColleague('agency-administrator');
});

async function aColleague(role: Actor['role']): Promise<Actor> {
  const post = await aPost(world.database, { agencyId: clerk.agencyId, role });
  return anActor({ agencyId: clerk.agencyId, postId: post.id, personId: post.personId, role });
}

async function anApproved(typeCode = 'quyet-dinh', agency: Actor = clerk): Promise<string> {
  const { id } = await world.anIssuedDocument(agency, [recipientId], 'electronic', { state: 'approved', typeCode });
  return id;
}

const issue = async (documentId: string, reservedEntryId?: string): Promise<string> =>
  world.get(IssueDocument).execute(clerk, documentId, reservedEntryId);
const reserve = async (typeCode: string | null = null, actor: Actor = clerk): Promise<string> =>
  (await world.get(ReserveNumber).execute(actor, { reason: 'Quyết định khen thưởng chờ ký', typeCode })).id;
const cancel = async (entryId: string, actor: Actor = clerk): Promise<void> =>
  world.get(CancelNumber).execute(actor, entryId, 'Đánh máy sai, đã lập văn bản khác');
const number = async (mode: 'single' | 'per-type', fromYear = 2017, actor: Actor = administrator): Promise<void> =>
  world.get(SetNumbering).execute(actor, { mode, fromYear });

async function register(filter: Partial<FindRegister> = {}, actor: Actor = clerk) {
  const page = await world.get(OutgoingRegisterQuery).page(actor, { limit: 200, ...filter });
  return page.items;
}

async function numbersOf(filter: Partial<FindRegister> = {}): Promise<string[]> {
  const lines = await register(filter);
  return lines
    .map((line) => `${line.number} ${line.state}`)
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

async function entryOf(documentId: string): Promise<string> {
  const [entry] = await world.database.query<{ id: string }>('SELECT id FROM outgoing_entries WHERE document_id = $1', [
    documentId,
  ]);
  return entry?.id ?? '';
}

async function stateOf(documentId: string): Promise<unknown> {
  const [row] = await world.database.query<{ state: string }>('SELECT state FROM documents WHERE id = $1', [
    documentId,
  ]);
  return row?.state;
}

const refusedAs = (code: string) => ({ status: 'rejected', reason: { code } });

describe('one sequence for each kind', () => {
  it('gives two hundred at once each its own number without a gap in its kind', { timeout: 90_000 }, async () => {
    await number('per-type');
    const kinds = ['quyet-dinh', 'thong-bao', 'cong-van', 'thu-cong'];
    const ids = await Promise.all(Array.from({ length: 200 }, (_, index) => anApproved(kinds[index % 4])));
    const symbols = await Promise.all(ids.map((id) => issue(id)));
    expect(new Set(symbols).size).toBe(200);
    const series = await world.database.query<{ series: string; count: number; last: number }>(
      `SELECT series, count(*)::int AS count, max(number) AS last FROM outgoing_entries WHERE agency_id = $1
        GROUP BY series ORDER BY count, series COLLATE "C"`,
      [clerk.agencyId],
    );
    // The two types without an abbreviation share one, or two documents would have the same symbol.
    expect(series).toEqual([
      { series: 'QĐ', count: 50, last: 50 },
      { series: 'TB', count: 50, last: 50 },
      { series: '-', count: 100, last: 100 },
    ]);
  });

  it('begins each kind with 01 again on the first of January in Vietnam', async () => {
    await number('per-type');
    world.clock.moment = new Date('2017-12-31T16:59:59Z');
    expect(await issue(await anApproved())).toMatch(/^01\/QĐ-/);
    expect(await issue(await anApproved())).toMatch(/^02\/QĐ-/);
    expect(await issue(await anApproved('thong-bao'))).toMatch(/^01\/TB-/);
    world.clock.moment = new Date('2017-12-31T17:00:00Z');
    expect(await issue(await anApproved())).toMatch(/^01\/QĐ-/);
    expect(await register({ year: 2017 })).toHaveLength(3);
    expect(await register()).toHaveLength(1);
  });

  it('can begin as long as the year has no number, and else next January', async () => {
    await issue(await anApproved());
    await expect(number('per-type')).rejects.toMatchObject({ code: 'register.numbering-fixed' });
    await expect(number('per-type', 2019)).rejects.toMatchObject({ code: 'register.numbering-fixed' });
    await expect(number('per-type', 2016)).rejects.toMatchObject({ code: 'register.numbering-fixed' });
    await number('per-type', 2018);
    expect(await world.get(NumberingQuery).view(administrator)).toEqual({
      year: 2017,
      mode: 'single',
      mayChangeThisYear: false,
      nextYear: 'per-type',
    });
    expect(await issue(await anApproved('thong-bao'))).toMatch(/^02\/TB-/);
    world.clock.moment = new Date('2018-01-02T03:00:00Z');
    expect(await issue(await anApproved())).toMatch(/^01\/QĐ-/);
    expect(await issue(await anApproved('thong-bao'))).toMatch(/^01\/TB-/);
  });

  it('is set by an administrator of the agency, not by its clerk', async () => {
    await expect(number('per-type', 2017, clerk)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(world.get(NumberingQuery).view(await aColleague('leader'))).rejects.toThrow('permission.denied');
  });

  it('comes before or after the first number, never in the middle: asked at once, one of the two waits', async () => {
    for (let round = 0; round < 5; round += 1) {
      clerk = await world.aClerk();
      administrator = await aColleague('agency-administrator');
      const ids = await Promise.all(
        Array.from({ length: 6 }, (_, index) => anApproved(index % 2 === 0 ? 'quyet-dinh' : 'thong-bao')),
      );
      const [set] = await Promise.allSettled([number('per-type'), ...ids.map((id) => issue(id))]);
      const series = new Set((await register()).map((line) => line.series));
      expect([...series].toSorted()).toEqual(set.status === 'fulfilled' ? ['QĐ', 'TB'] : ['']);
    }
  });
});

describe('a reserved number', () => {
  it('is kept for a document with its reason, and the next document gets the number after it', async () => {
    const entryId = await reserve();
    expect(await issue(await anApproved())).toMatch(/^02\//);
    world.clock.moment = new Date('2017-05-10T03:00:00Z');
    const late = await anApproved();
    expect(await issue(late, entryId)).toMatch(/^01\/QĐ-/);
    const [line] = await register({ state: 'given', from: '2017-05-10' });
    // It has the day on which it was issued: nothing is dated back. [own]
    expect(line).toMatchObject({ id: entryId, number: 1, day: '2017-05-10', reason: 'Quyết định khen thưởng chờ ký' });
    expect(await world.database.query('SELECT issued_on FROM documents WHERE id = $1', [late])).toEqual([
      { issued_on: '2017-05-10' },
    ]);
  });

  it('goes to one of two documents that ask for it at once', async () => {
    const entryId = await reserve();
    const [one, other] = [await anApproved(), await anApproved()];
    const answers = await Promise.allSettled([issue(one, entryId), issue(other, entryId)]);
    expect(answers.toSorted((a, b) => a.status.localeCompare(b.status))).toMatchObject([
      { status: 'fulfilled' },
      refusedAs('register.not-reserved'),
    ]);
    expect(new Set([await stateOf(one), await stateOf(other)])).toEqual(new Set(['approved', 'issued']));
  });

  it('is used or cancelled, not both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const entryId = await reserve();
      const id = await anApproved();
      const [used, cancelled] = await Promise.allSettled([issue(id, entryId), cancel(entryId)]);
      const [line] = await world.database.query<{ state: string }>('SELECT state FROM outgoing_entries WHERE id = $1', [
        entryId,
      ]);
      // Cancelled after it was used, the document goes with it.
      const allowed = [
        'fulfilled rejected given issued',
        'rejected fulfilled cancelled approved',
        'fulfilled fulfilled cancelled cancelled',
      ];
      expect(allowed).toContain([used.status, cancelled.status, line?.state, await stateOf(id)].join(' '));
    }
  });

  it('of one kind is not for another', async () => {
    await number('per-type');
    await expect(reserve()).rejects.toMatchObject({ code: 'register.type-needed' });
    await expect(reserve('no-such-type')).rejects.toMatchObject({ code: 'register.type-needed' });
    const entryId = await reserve('thong-bao');
    await expect(issue(await anApproved(), entryId)).rejects.toMatchObject({
      code: 'register.other-series',
      params: { number: '01/TB' },
    });
    expect(await issue(await anApproved('thong-bao'), entryId)).toMatch(/^01\/TB-/);
    // The refused ones took no number.
    expect(await issue(await anApproved('cong-van'))).toMatch(/^01\//);
  });

  it('of another agency does not exist', async () => {
    const entryId = await reserve(null, await world.aClerk());
    await expect(issue(await anApproved(), entryId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(cancel(entryId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is reserved by the clerk alone', async () => {
    for (const role of ['leader', 'civil-servant', 'agency-administrator', 'archivist'] as const) {
      await expect(reserve(null, await aColleague(role))).rejects.toMatchObject({ code: 'permission.denied' });
    }
    expect(await register()).toEqual([]);
  });
});

describe('a cancelled number', () => {
  it('stays in the register with its reason and is never given again', async () => {
    const entryId = await reserve();
    await cancel(entryId);
    expect(await issue(await anApproved())).toMatch(/^02\//);
    expect(await numbersOf()).toEqual(['1 cancelled', '2 given']);
    expect((await register({ state: 'cancelled' }))[0]).toMatchObject({
      cancelled: { reason: 'Đánh máy sai, đã lập văn bản khác', at: '2017-05-02T03:00:00.000Z' },
    });
    await expect(cancel(entryId)).rejects.toMatchObject({
      code: 'register.already-cancelled',
      params: { number: '01' },
    });
    await expect(issue(await anApproved(), entryId)).rejects.toMatchObject({ code: 'register.not-reserved' });
  });

  it('takes its document with it, which stays on record and is not sent', async () => {
    const id = await anApproved();
    await issue(id);
    const { actions, registerEntryId } = await world.get(DocumentQuery).view(clerk, id);
    expect(actions).toContain('cancel-number');
    await cancel(registerEntryId ?? '');
    expect(await stateOf(id)).toBe('cancelled');
    await expect(world.get(DispatchDocument).execute(clerk, id)).rejects.toMatchObject({
      code: 'document.wrong-state',
    });
    expect((await register())[0]).toMatchObject({ state: 'cancelled', document: { id, state: 'cancelled' } });
    expect(await issue(await anApproved())).toMatch(/^02\//);
  });

  it('is none of a document that was sent, also when both are asked at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await anApproved();
      await issue(id);
      const entryId = await entryOf(id);
      const [sent, cancelled] = await Promise.allSettled([
        world.get(DispatchDocument).execute(clerk, id),
        cancel(entryId),
      ]);
      expect(new Set([sent.status, cancelled.status])).toEqual(new Set(['fulfilled', 'rejected']));
      expect(await stateOf(id)).toBe(sent.status === 'fulfilled' ? 'sent' : 'cancelled');
      const again = sent.status === 'fulfilled' ? 'register.document-sent' : 'register.already-cancelled';
      await expect(cancel(entryId)).rejects.toMatchObject({ code: again });
    }
  });

  it('is cancelled by the clerk alone', async () => {
    const id = await anApproved();
    await issue(id);
    const entryId = await entryOf(id);
    for (const role of ['leader', 'civil-servant', 'agency-administrator'] as const) {
      await expect(cancel(entryId, await aColleague(role))).rejects.toMatchObject({ code: 'permission.denied' });
    }
    await expect(cancel(entryId, await world.aClerk())).rejects.toMatchObject({ code: 'not-found' });
    expect(await numbersOf()).toEqual(['1 given']);
  });

  it('can’t be changed or taken out, not even by SQL', async () => {
    const entryId = await reserve();
    await cancel(entryId);
    for (const change of [
      'DELETE FROM outgoing_entries WHERE id = $1',
      "UPDATE outgoing_entries SET state = 'reserved', cancelled_at = NULL WHERE id = $1",
      "UPDATE outgoing_entries SET cancel_reason = '' WHERE id = $1",
    ]) {
      await expect(world.database.query(change, [entryId])).rejects.toThrow('a number stays in its register');
    }
    const kept = await reserve();
    await expect(
      world.database.query('UPDATE outgoing_entries SET number = number + 1 WHERE id = $1', [kept]),
    ).rejects.toThrow('a number stays in its register');
  });
});

describe('the register of a past year', () => {
  it('gives no number any more, and cancels only what no document got', async () => {
    const [unused, other] = [await reserve(), await reserve()];
    const issued = await anApproved();
    await issue(issued);
    world.clock.moment = new Date('2017-12-31T16:59:59Z');
    expect(await issue(await anApproved(), other)).toMatch(/^02\//);
    world.clock.moment = new Date('2017-12-31T17:00:00Z');
    await expect(issue(await anApproved(), unused)).rejects.toMatchObject({
      code: 'register.year-closed',
      params: { year: 2017 },
    });
    await expect(cancel(await entryOf(issued))).rejects.toMatchObject({ code: 'register.year-closed' });
    expect((await world.get(DocumentQuery).view(clerk, issued)).actions).not.toContain('cancel-number');
    await cancel(unused);
    expect(await numbersOf({ year: 2017 })).toEqual(['1 cancelled', '2 given', '3 given']);
    await reserve();
    expect(await numbersOf()).toEqual(['1 reserved']);
  });
});

describe('the list of the register', () => {
  it('is narrowed by kind, state, day, signer, recipient and words without diacritics', async () => {
    const decision = await anApproved();
    const notice = await anApproved('thong-bao');
    await issue(decision);
    world.clock.moment = new Date('2017-05-04T03:00:00Z');
    await issue(notice);
    await reserve();
    const [{ signer }] = (await world.database.query('SELECT signer_post_id AS signer FROM documents WHERE id = $1', [
      notice,
    ])) as [{ signer: string }];
    expect(await numbersOf({ typeCode: 'thong-bao' })).toEqual(['2 given']);
    expect(await numbersOf({ state: 'reserved' })).toEqual(['3 reserved']);
    expect(await numbersOf({ from: '2017-05-03', to: '2017-05-04' })).toEqual(['2 given', '3 reserved']);
    expect(await numbersOf({ signerPostId: signer })).toEqual(['2 given']);
    expect(await numbersOf({ recipientId })).toEqual(['1 given', '2 given']);
    expect(await numbersOf({ recipientId: clerk.agencyId })).toEqual([]);
    expect(await numbersOf({ search: 'quy che lam viec', state: 'given', to: '2017-05-02' })).toEqual(['1 given']);
    expect(await numbersOf({ search: 'khen thuong' })).toEqual(['3 reserved']);
    expect(await numbersOf({ search: 'khong co' })).toEqual([]);
    expect(await numbersOf({ year: 2016 })).toEqual([]);
  });

  it('is searched by whole words in any order, of which the last one may be begun only', async () => {
    const symbol = await issue(await anApproved());
    await reserve();
    for (const search of ['khen thuong', 'thưởng KHEN', 'cho ky khen thuo', 'khen, “thưởng”', 'quyet dinh']) {
      expect([search, await numbersOf({ search })]).toEqual([search, ['2 reserved']]);
    }
    expect(await numbersOf({ search: symbol })).toEqual(['1 given']);
    expect(await numbersOf({ search: '01/QĐ' })).toEqual(['1 given']);
    for (const search of ['hen thuong', 'khe thuong', 'khen th', 'khen lam viec', clerk.agencyId]) {
      expect([search, await numbersOf({ search })]).toEqual([search, []]);
    }
    // Signs alone say nothing.
    expect(await numbersOf({ search: '/ …' })).toEqual(['1 given', '2 reserved']);
    expect(await register({ search: 'khen thuong' }, await world.aClerk())).toEqual([]);
  });

  it('finds words of one year and of all its months, page by page in the order of the days', async () => {
    for (const day of ['2016-12-31', '2017-01-02', '2017-03-31', '2017-04-01', '2017-04-01', '2017-12-30']) {
      world.clock.moment = new Date(`${day}T03:00:00Z`);
      await reserve();
      await issue(await anApproved());
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await world
        .get(OutgoingRegisterQuery)
        .page(clerk, { year: 2017, search: 'khen thuong', limit: 2, after });
      seen.push(...page.items.map(({ day, number: given }) => `${day} ${given}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['2017-12-30 9', '2017-04-01 7', '2017-04-01 5', '2017-03-31 3', '2017-01-02 1']);
    const spring = { year: 2017, search: 'khen thuong', from: '2017-03-01', to: '2017-04-01' };
    expect(await numbersOf(spring)).toEqual(['3 reserved', '5 reserved', '7 reserved']);
  });

  it('is read page by page, each line once, the latest first', async () => {
    for (let count = 0; count < 5; count += 1) {
      await reserve();
    }
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await world.get(OutgoingRegisterQuery).page(clerk, { limit: 2, after });
      seen.push(...page.items.map((line) => line.number));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    await expect(
      world.get(OutgoingRegisterQuery).page(clerk, { limit: 2, after: Buffer.from('["x","y"]').toString('base64url') }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('is the clerk’s, and the predecessor’s for the clerk whose agency took its place', async () => {
    await reserve();
    const successor = await world.aClerk();
    await expect(register({ agencyId: clerk.agencyId }, successor)).rejects.toMatchObject({ code: 'not-found' });
    const heir = { ...successor, predecessorIds: [clerk.agencyId] };
    expect(await register({ agencyId: clerk.agencyId }, heir)).toHaveLength(1);
    await expect(register({}, await aColleague('leader'))).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
