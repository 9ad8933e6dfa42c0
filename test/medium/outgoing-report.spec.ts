import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, FindDocuments, type FindOutgoingReport } from '#contracts';
import type { Document } from '#documents';
import { OutgoingDocumentsQuery, OutgoingReportQuery } from '#exchange';
import { aDocument, anActor, anArrival, aPost, aUnit, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  clerk = await world.aClerk();
  const { agencyId } = clerk;
  const unit = await aUnit(world.database, { agencyId, name: 'Phòng Nội vụ' });
  const drafter = await aPost(world.database, { agencyId, role: 'civil-servant', unitId: unit.id });
  const alone = await aPost(world.database, { agencyId, role: 'civil-servant' });
  const issued = async (drafterPostId: string, day: string, fields: Partial<Document> = {}): Promise<string> => {
    const written = { agencyId, drafterPostId, signerPostId: alone.id, state: 'issued', issuedOn: day } as const;
    return (await aDocument(world.database, { ...written, createdAt: new Date(`${day}T02:00:00Z`), ...fields })).id;
  };
  // Thursday the 4th; approved on Wednesday, so due by the end of Thursday.
  await issued(drafter.id, '2017-05-04', { issueDueAt: new Date('2017-05-04T10:00:00Z') });
  // Drafted on Wednesday the 3rd, issued on Wednesday the 10th, a day late.
  await issued(drafter.id, '2017-05-10', {
    createdAt: new Date('2017-05-03T02:00:00Z'),
    issueDueAt: new Date('2017-05-09T10:00:00Z'),
  });
  const reply = await issued(alone.id, '2017-05-12');
  const arrival = await anArrival(world.database, { agencyId, state: 'accepted', dueDate: '2017-05-11' });
  await world.database.query(
    `INSERT INTO document_relations (document_id, kind, target_type, target_id, type_name, symbol, issued_on, issuer_name)
     VALUES ($1, 'replies-to', 'arrival', $2, 'Công văn', '1/BTP', '2017-05-01', 'Bộ Tư pháp')`,
    [reply, arrival.id],
  );
  await issued(drafter.id, '2017-05-15', { state: 'cancelled' });
  await issued(drafter.id, '2017-06-01');
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

const report = async (filter: Partial<FindOutgoingReport> = {}, by: Actor = clerk) =>
  world.get(OutgoingReportQuery).of(by, { from: '2017-05-01', to: '2017-05-31', ...filter });

describe('the report on handling outgoing documents', () => {
  it('counts what was issued by the unit of its drafter: in time, late, answers, and how long it took', async () => {
    const { rows, total } = await report();
    expect(total).toEqual({
      issued: 3,
      inTime: 2,
      late: 1,
      replies: 1,
      repliesLate: 1,
      // Of the same day, the same day, and five working days.
      averageDays: 1.7,
      medianDays: 0,
    });
    expect(rows.map(({ unit, issued, late, repliesLate }) => [unit?.name ?? null, issued, late, repliesLate])).toEqual([
      ['Phòng Nội vụ', 2, 1, 0],
      [null, 1, 0, 1],
    ]);
  });

  it('says of a period without documents that there are none', async () => {
    const { rows, total } = await report({ from: '2016-01-01', to: '2016-01-31' });
    expect(rows).toEqual([]);
    expect(total).toMatchObject({ issued: 0, averageDays: null });
  });

  it.each([
    ['days that are crossed', { from: '2017-05-02', to: '2017-05-01' }],
    ['more than a year', { from: '2016-01-01', to: '2017-05-01' }],
  ])('refuses %s', async (_what, period) => {
    await expect(report(period)).rejects.toMatchObject({ code: 'report.period' });
  });

  it('is for who reads reports, and of the own agency', async () => {
    const archivist = anActor({ agencyId: clerk.agencyId, role: 'archivist', postId: clerk.postId });
    await expect(report({}, archivist)).rejects.toMatchObject({ code: 'permission.denied' });
    const { agencyId } = await world.aClerk();
    await expect(report({ agencyId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has exactly the documents of the outgoing list behind every figure of every unit', async () => {
    const behind = {
      issued: 'issued',
      inTime: 'in-time',
      late: 'late',
      replies: 'reply',
      repliesLate: 'reply-late',
    } as const;
    const { rows, total } = await report();
    const of = [
      { figures: total, unitId: undefined },
      ...rows.map(({ unit, ...figures }) => ({ figures, unitId: unit?.id ?? ('no-unit' as const) })),
    ];
    for (const { figures, unitId } of of) {
      for (const name of Object.keys(behind) as (keyof typeof behind)[]) {
        const wanted = { box: 'all', from: '2017-05-01', to: '2017-05-31', outcome: behind[name] } as const;
        const query = FindDocuments.parse({ ...wanted, ...(unitId === undefined ? {} : { unitId }) });
        const { items } = await world.get(OutgoingDocumentsQuery).page(clerk, query);
        expect([unitId, name, items.length]).toEqual([unitId, name, figures[name]]);
      }
    }
  });
});
