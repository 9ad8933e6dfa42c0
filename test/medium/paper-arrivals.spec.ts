import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type CorrectPaper as Corrected, RegisterPaper as Entered } from '#contracts';
import {
  AcceptArrival,
  ArrivalQuery,
  CompleteArrival,
  CorrectPaper,
  NotePaper,
  PaperIssuers,
  RefuseArrival,
  RegisterPaper,
  SameArrivalsQuery,
} from '#incoming';
import { DomainError } from '#kernel';
import { anAgency, anArrival, anActor, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  world.clock.moment = new Date('2017-12-07T03:00:00Z');
  clerk = await world.aClerk();
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

/** As a form sends it. */
function paper(fields: Readonly<Record<string, unknown>> = {}): Entered {
  return Entered.parse({
    issuer: { name: 'Công ty Điện lực Hòa Bình' },
    symbol: '12/PCHB-KT',
    issuedOn: '2017-12-05',
    typeCode: 'cong-van',
    subject: 'Về lịch cắt điện',
    ...fields,
  });
}

const register = async (fields: Readonly<Record<string, unknown>> = {}, by: Actor = clerk): Promise<string> =>
  world.get(RegisterPaper).execute(by, paper(fields));

const refusal = (code: string) => expect.objectContaining({ code });

async function numberOf(id: string): Promise<number | null> {
  return (await world.get(ArrivalQuery).view(clerk, id)).arrivalNumber;
}

describe('registering what came on paper', () => {
  it('gives it a number at once, in one sequence with what came electronically', async () => {
    const own = await world.aClerk();
    const electronic = await anArrival(world.database, { agencyId: own.agencyId });
    const first = await world.get(AcceptArrival).execute(own, electronic.id);
    const id = await register({ pageCount: 3, signerName: 'Ngô Văn Điện' }, own);
    const view = await world.get(ArrivalQuery).view(own, id);
    expect(view).toMatchObject({
      arrivalNumber: first + 1,
      state: 'accepted',
      source: 'paper',
      pageCount: 3,
      typeName: 'Công văn',
      sender: { id: null, code: '', name: 'Công ty Điện lực Hòa Bình' },
      arrivedAt: '2017-12-07T03:00:00.000Z',
    });
    expect(view.timeline.map(({ event }) => event)).toEqual(['arrival.registered-on-paper']);
  });

  it('takes an agency of the directory, and a day before today as the day that it came', async () => {
    const issuer = await anAgency(world.database, { name: 'Sở Tài chính' });
    const id = await register({ issuer: { agencyId: issuer.id }, arrivedOn: '2017-12-06' });
    const view = await world.get(ArrivalQuery).view(clerk, id);
    expect(view.sender).toEqual({ id: issuer.id, code: issuer.code, name: 'Sở Tài chính' });
    expect(view.arrivedAt).toBe('2017-12-06T05:00:00.000Z');
  });

  it.each([
    ['an issuer that is not in the directory', { issuer: { agencyId: crypto.randomUUID() } }, 'arrival.unknown-issuer'],
    ['a type that is not in the list', { typeCode: 'mat' }, 'arrival.unknown-type'],
    ['a day that has not come', { arrivedOn: '2017-12-08' }, 'arrival.days-crossed'],
    ['a document of a day after it came', { issuedOn: '2017-12-08' }, 'arrival.days-crossed'],
  ])('refuses %s and uses no number up', async (_what, fields, code) => {
    const own = await world.aClerk();
    await expect(register(fields, own)).rejects.toEqual(refusal(code));
    expect((await world.get(ArrivalQuery).view(own, await register({}, own))).arrivalNumber).toBe(1);
  });

  it('refuses what the agency issued itself', async () => {
    await expect(register({ issuer: { agencyId: clerk.agencyId } })).rejects.toEqual(refusal('arrival.own-document'));
  });

  it('is the clerk’s', async () => {
    const { id } = await aPost(world.database, { agencyId: clerk.agencyId, role: 'civil-servant' });
    const other = anActor({ agencyId: clerk.agencyId, role: 'civil-servant', postId: id });
    await expect(register({}, other)).rejects.toEqual(refusal('permission.denied'));
    await expect(world.get(PaperIssuers).find(other, {})).rejects.toEqual(refusal('permission.denied'));
    await expect(world.get(SameArrivalsQuery).find(other, { symbol: '1' })).rejects.toEqual(
      refusal('permission.denied'),
    );
  });
});

describe('a paper that seems to be here already', () => {
  it('is refused until the clerk says that it is another one', async () => {
    await register({ symbol: '20/PCHB' });
    await expect(register({ symbol: '20/pchb' })).rejects.toEqual(refusal('arrival.same-document'));
    await expect(register({ symbol: '20/PCHB', evenIfSame: true })).resolves.toBeTruthy();
  });

  it('is another one with the number of another day, as every year has its first', async () => {
    await register({ symbol: '01/PCHB', issuedOn: '2016-01-04' });
    await expect(register({ symbol: '01/PCHB', issuedOn: '2017-01-03' })).resolves.toBeTruthy();
  });

  it('is entered once by two clerks at once, without a gap', async () => {
    const own = await world.aClerk();
    const colleague = await world.aClerk(own.agencyId);
    const outcomes = await Promise.allSettled([register({}, own), register({}, colleague)]);
    const given = outcomes.filter(({ status }) => status === 'fulfilled');
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(given).toHaveLength(1);
    expect(refused).toEqual([{ status: 'rejected', reason: refusal('arrival.same-document') }]);
    const next = await register({ symbol: 'khác' }, own);
    expect((await world.get(ArrivalQuery).view(own, next)).arrivalNumber).toBe(2);
  });

  it('is proposed by issuer and symbol, waiting or registered, but not what went back', async () => {
    const issuer = await anAgency(world.database);
    const sent = { agencyId: clerk.agencyId, senderId: issuer.id, senderName: 'Tên cũ', symbol: '31/SNV' };
    const waiting = await anArrival(world.database, sent);
    const refused = await anArrival(world.database, sent);
    await world.get(RefuseArrival).execute(clerk, refused.id, 'Gửi nhầm');
    const found = await world.get(SameArrivalsQuery).find(clerk, { agencyId: issuer.id, symbol: '31/snv' });
    expect(found.map(({ id, source }) => [id, source])).toEqual([[waiting.id, 'electronic']]);
    await expect(world.get(SameArrivalsQuery).find(clerk, { name: 'Nơi khác', symbol: '31/SNV' })).resolves.toEqual([]);
  });
});

describe('the paper of what came electronically', () => {
  it('makes one entry with paper in parallel', async () => {
    const { id } = await anArrival(world.database, { agencyId: clerk.agencyId });
    await world.get(NotePaper).execute(clerk, id, '2017-12-06');
    const view = await world.get(ArrivalQuery).view(clerk, id);
    expect(view).toMatchObject({
      source: 'electronic',
      paperToo: true,
      paperArrivedOn: '2017-12-06',
      state: 'arrived',
    });
    expect(view.actions).toEqual(['accept', 'refuse', 'forward']);
  });

  it('is noted once, by two clerks at once too', async () => {
    const { id } = await anArrival(world.database, { agencyId: clerk.agencyId, state: 'completed' });
    const colleague = await world.aClerk(clerk.agencyId);
    const outcomes = await Promise.allSettled(
      [clerk, colleague].map(async (by) => world.get(NotePaper).execute(by, id, undefined)),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual({ status: 'rejected', reason: refusal('arrival.paper-noted') });
  });

  it('is not noted with what went back, with what is on paper itself, or for a day to come', async () => {
    const { id } = await anArrival(world.database, { agencyId: clerk.agencyId, state: 'refused' });
    const note = world.get(NotePaper);
    await expect(note.execute(clerk, id, undefined)).rejects.toEqual(refusal('arrival.wrong-state'));
    const onPaper = await register({ symbol: '40/PCHB' });
    await expect(note.execute(clerk, onPaper, undefined)).rejects.toEqual(refusal('arrival.paper-noted'));
    await expect(note.execute(clerk, onPaper, '2017-12-08')).rejects.toEqual(refusal('arrival.days-crossed'));
  });
});

describe('correcting what was entered', () => {
  const corrected: Corrected = paper({ symbol: '51/PCHB', subject: 'Về giá điện', arrivedOn: '2017-12-06' });

  it('keeps the number, and the trail keeps what it said before', async () => {
    const id = await register({ symbol: '50/PCHB' });
    const number = await numberOf(id);
    await world.get(CorrectPaper).execute(clerk, id, corrected);
    const view = await world.get(ArrivalQuery).view(clerk, id);
    expect(view).toMatchObject({ arrivalNumber: number, symbol: '51/PCHB', subject: 'Về giá điện' });
    expect(view.arrivedAt).toBe('2017-12-06T05:00:00.000Z');
    expect(view.timeline.map(({ event }) => event)).toContain('arrival.registration-corrected');
    const [entry] = await world.database.query<{ before: unknown }>(
      `SELECT before_digest AS before FROM audit_entries
        WHERE action = 'arrival.registration-corrected' AND object_id = $1`,
      [id],
    );
    expect(entry?.before).toBeTruthy();
  });

  it('is for paper alone, until it is completed', async () => {
    const { id } = await anArrival(world.database, { agencyId: clerk.agencyId, state: 'accepted' });
    await expect(world.get(CorrectPaper).execute(clerk, id, corrected)).rejects.toEqual(refusal('arrival.wrong-state'));
    const onPaper = await register({ symbol: '52/PCHB' });
    await world.get(CompleteArrival).execute(clerk, onPaper);
    await expect(world.get(CorrectPaper).execute(clerk, onPaper, corrected)).rejects.toBeInstanceOf(DomainError);
  });
});

describe('issuers that are offered', () => {
  it('are agencies, and bodies that paper came from before, found by their words', async () => {
    const own = await world.aClerk();
    const { id } = await anAgency(world.database, { name: 'Chi cục Điện ảnh' });
    await register({ issuer: { name: 'Công ty Điện lực Lạc Thủy' } }, own);
    const found = await world.get(PaperIssuers).find(own, { search: 'dien' });
    expect(found).toContainEqual({ agencyId: id, code: expect.any(String), name: 'Chi cục Điện ảnh' });
    expect(found.at(-1)).toEqual({ agencyId: null, code: '', name: 'Công ty Điện lực Lạc Thủy' });
    expect((await world.get(PaperIssuers).find(clerk, { search: 'lac thuy' })).map(({ name }) => name)).toEqual([]);
  });
});
