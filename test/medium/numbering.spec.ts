import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#contracts';
import { IssueDocument } from '#documents';
import { AcceptArrival, RegisterPaper } from '#incoming';
import { anAgency, anArrival, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const many = 200;
const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** As a form sends it, but for its number. */
const onPaper = {
  issuer: { name: 'Công ty Điện lực Hòa Bình' },
  issuedOn: '2017-12-05',
  typeCode: 'cong-van',
  subject: 'Về lịch cắt điện',
  pageCount: null,
  urgency: 'normal' as const,
  dueDate: null,
  signerName: '',
  evenIfSame: false,
};

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  world.clock.moment = new Date('2017-05-02T03:00:00Z');
  clerk = await world.aClerk();
});

async function anApproved(agency: Actor = clerk, mode: 'electronic' | 'paper' = 'electronic'): Promise<string> {
  const recipient = await anAgency(world.database);
  const { id } = await world.anIssuedDocument(agency, [recipient.id], mode, { state: 'approved' });
  return id;
}

async function anArrived(): Promise<string> {
  return (await anArrival(world.database, { agencyId: clerk.agencyId })).id;
}

async function issue(documentId: string, agency: Actor = clerk): Promise<number> {
  const symbol = await world.get(IssueDocument).execute(agency, documentId);
  return Number.parseInt(symbol, 10);
}

async function register(agency: Actor = clerk): Promise<{ year: number; number: number; symbol: string }[]> {
  return world.database.query(
    'SELECT year, number, symbol FROM outgoing_entries WHERE agency_id = $1 ORDER BY year, number',
    [agency.agencyId],
  );
}

/** Does the work and undoes it, as a power failure before the commit would. */
async function undone(work: () => Promise<unknown>): Promise<void> {
  const undo = new Error('undone');
  const failing = world.database.transaction(async () => {
    await work();
    throw undo;
  });
  await expect(failing).rejects.toBe(undo);
}

describe('numbers of outgoing documents', () => {
  it('are given in order and without a gap to two hundred at once, each once', async () => {
    const ids = await Promise.all(numbersTo(many).map(() => anApproved()));
    const numbers = await Promise.all(ids.map((id) => issue(id)));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbersTo(many));
    expect((await register()).map(({ number }) => number)).toEqual(numbersTo(many));
  });

  it('are not lost with an issue that was undone, also among others', async () => {
    const ids = await Promise.all(numbersTo(30).map(() => anApproved()));
    const kept = ids.filter((_, index) => index % 3 !== 0);
    await Promise.all(ids.map((id) => (kept.includes(id) ? issue(id) : undone(() => issue(id)))));
    expect((await register()).map(({ number }) => number)).toEqual(numbersTo(kept.length));
  });

  it('stay with their document: issued twice at once, it has one number', async () => {
    const id = await anApproved();
    const answers = await Promise.allSettled([issue(id), issue(id), issue(id)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'document.already-issued' },
    });
    expect(await issue(await anApproved())).toBe(2);
  });

  it('begin anew on the first of January in Vietnam, not in Greenwich', async () => {
    world.clock.moment = new Date('2017-12-31T16:59:59Z');
    expect(await issue(await anApproved())).toBe(1);
    expect(await issue(await anApproved())).toBe(2);
    world.clock.moment = new Date('2017-12-31T17:00:00Z');
    const id = await anApproved();
    expect(await issue(id)).toBe(1);
    expect(await register()).toMatchObject([
      { year: 2017, number: 1 },
      { year: 2017, number: 2 },
      { year: 2018, number: 1, symbol: expect.stringMatching(/^01\/QĐ-/) },
    ]);
    expect(await world.database.query('SELECT issued_on FROM documents WHERE id = $1', [id])).toEqual([
      { issued_on: '2018-01-01' },
    ]);
  });

  it('run through paper and electronic documents alike', async () => {
    expect(await issue(await anApproved(clerk, 'electronic'))).toBe(1);
    expect(await issue(await anApproved(clerk, 'paper'))).toBe(2);
    expect(await issue(await anApproved(clerk, 'electronic'))).toBe(3);
  });

  it('are each agency’s own', async () => {
    const other = await world.aClerk();
    const ids = await Promise.all(
      numbersTo(20).map(async () => [await anApproved(), await anApproved(other)] as const),
    );
    await Promise.all(ids.flatMap(([own, others]) => [issue(own), issue(others, other)]));
    for (const agency of [clerk, other]) {
      expect((await register(agency)).map(({ number }) => number)).toEqual(numbersTo(20));
    }
  });
});

describe('arrival numbers', () => {
  const accept = (id: string): Promise<number> => world.get(AcceptArrival).execute(clerk, id);

  it('have no gap and no double in either year when a thousand are registered at midnight of New Year', async () => {
    const ids = await Promise.all(numbersTo(900).map(() => anArrived()));
    const midnight = new Date('2017-12-31T17:00:00Z').getTime();
    let time = midnight - 2_000;
    const now = vi.spyOn(world.clock, 'now').mockImplementation(() => new Date((time += 1)));
    const register = (symbol: number): Promise<string> =>
      world.get(RegisterPaper).execute(clerk, { ...onPaper, symbol: `${symbol}/PCHB` });
    await Promise.all([...ids.map(accept), ...numbersTo(100).map(register)]);
    now.mockRestore();

    const rows = await world.database.query<{ year: number; numbers: number[] }>(
      `SELECT arrival_year AS year, array_agg(arrival_number ORDER BY arrival_number) AS numbers
         FROM arrivals WHERE agency_id = $1 GROUP BY arrival_year ORDER BY arrival_year`,
      [clerk.agencyId],
    );
    expect(rows.map(({ year }) => year)).toEqual([2017, 2018]);
    expect(rows.map(({ numbers }) => numbers)).toEqual(rows.map(({ numbers }) => numbersTo(numbers.length)));
    expect(rows.flatMap(({ numbers }) => numbers)).toHaveLength(1000);
  });

  it('are a sequence of their own beside the outgoing ones', async () => {
    expect(await accept(await anArrived())).toBe(1);
    expect(await issue(await anApproved())).toBe(1);
    expect(await accept(await anArrived())).toBe(2);
  });

  it('are not lost with an acceptance that was undone', async () => {
    const id = await anArrived();
    await undone(() => accept(id));
    expect(await accept(await anArrived())).toBe(1);
    expect(await accept(id)).toBe(2);
  });

  it('begin anew on the first of January in Vietnam', async () => {
    world.clock.moment = new Date('2017-12-31T16:59:59Z');
    expect(await accept(await anArrived())).toBe(1);
    world.clock.moment = new Date('2017-12-31T17:00:00Z');
    const id = await anArrived();
    expect(await accept(id)).toBe(1);
    expect(await world.database.query('SELECT arrival_year FROM arrivals WHERE id = $1', [id])).toEqual([
      { arrival_year: 2018 },
    ]);
  });
});
