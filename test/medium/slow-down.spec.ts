import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Audit } from '#audit';
import { type AskingBrowser, hashPassword, KnownDevices, Sessions, SignInWithPassword, SlowDown } from '#identity';
import { Clock, DomainError, newId } from '#kernel';
import { createDataSource, Database, loadConfig } from '#platform';
import { aPerson, aPost, createTestDatabase, type TestDatabase } from '#testing';

const second = 1000;
const password = 'một mật khẩu dài';
const elsewhere: AskingBrowser = { address: '192.0.2.7', userAgent: 'curl', device: undefined };

class SetClock extends Clock {
  moment = new Date('2017-05-02T03:00:00Z');

  override now(): Date {
    return this.moment;
  }

  later(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}

let testDatabase: TestDatabase;
let dataSource: DataSource;
let database: Database;
let clock: SetClock;
let slowDown: SlowDown;
let devices: KnownDevices;
let signIn: SignInWithPassword;
let passwordHash: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await createDataSource({ url: testDatabase.url, pool: 10, entities: [], migrations: [] }).initialize();
  database = new Database(dataSource);
  passwordHash = await hashPassword(password);
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

beforeEach(() => {
  clock = new SetClock();
  slowDown = new SlowDown(database, clock);
  devices = new KnownDevices(database, clock);
  const sessions = new Sessions(database, clock, loadConfig({}));
  signIn = new SignInWithPassword(database, clock, sessions, devices, slowDown, new Audit(database, clock));
});

/** How long a try has to wait; 0 when it may be looked at. */
async function wait(subject: string): Promise<number> {
  try {
    await slowDown.attempt(subject);
    return 0;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'session.slowed-down') {
      return Number(error.params['seconds']);
    }
    throw error;
  }
}

async function failSoOften(subject: string, times: number): Promise<void> {
  for (let failed = 0; failed < times; failed += 1) {
    expect(await wait(subject)).toBe(0);
  }
}

async function somebody(): Promise<{ id: string; userName: string }> {
  const person = await aPerson(database, { passwordHash });
  await aPost(database, { personId: person.id });
  return person;
}

async function tryWrong(userName: string, times: number, browser = elsewhere): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let tried = 0; tried < times; tried += 1) {
    answers.push(await signIn.check(userName, 'not the password', browser).catch((error: unknown) => error));
  }
  return answers.map((error) => (error as { code: string }).code);
}

describe('what is tried too often', () => {
  it('waits five seconds after five failures, twice as long after each more, at most five minutes', async () => {
    const subject = newId();
    await failSoOften(subject, 5);
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const seconds = await wait(subject);
      waits.push(seconds);
      clock.later(seconds * second - 1);
      expect(await wait(subject)).toBe(1);
      clock.later(1);
      expect(await wait(subject)).toBe(0);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('is not made to wait longer by asking while it waits', async () => {
    const subject = newId();
    await failSoOften(subject, 5);
    for (let asked = 0; asked < 10; asked += 1) {
      expect(await wait(subject)).toBe(5);
    }
  });

  it('begins anew after a right try, and after a day', async () => {
    const [right, rested] = [newId(), newId()];
    await failSoOften(right, 5);
    await slowDown.forgive(right);
    await failSoOften(right, 5);
    expect(await wait(right)).toBe(5);
    await failSoOften(rested, 5);
    clock.later(25 * 3600 * second);
    await failSoOften(rested, 5);
    expect(await wait(rested)).toBe(5);
  });

  it('lets five of twenty at once through, and one of twenty after each wait', async () => {
    const subject = newId();
    const atOnce = async (): Promise<number> =>
      (await Promise.all(Array.from({ length: 20 }, () => wait(subject)))).filter((seconds) => seconds === 0).length;
    expect(await atOnce()).toBe(5);
    clock.later(5 * second);
    expect(await atOnce()).toBe(1);
    clock.later(5 * second);
    expect(await atOnce()).toBe(0);
    clock.later(5 * second);
    expect(await atOnce()).toBe(1);
  });

  it('is not kept in clear', async () => {
    await wait('name:nguyen.van.bi.mat');
    expect(await database.query("SELECT 1 FROM sign_in_tries AS t WHERE t::text LIKE '%bi.mat%'")).toEqual([]);
  });
});

describe('guessing a password', () => {
  it('is slowed down alike for a known and an unknown name, and a right one after the wait gets in', async () => {
    const { userName } = await somebody();
    const expected = [...Array.from({ length: 5 }, () => 'session.bad-credentials'), 'session.slowed-down'];
    expect(await tryWrong(userName, 6)).toEqual(expected);
    expect(await tryWrong(`nobody-${newId()}`, 6)).toEqual(expected);
    await expect(signIn.check(userName, password, elsewhere)).rejects.toMatchObject({ code: 'session.slowed-down' });
    clock.later(5 * second);
    await signIn.check(userName, password, elsewhere);
    expect(await tryWrong(userName, 5)).toEqual(expected.slice(0, 5));
  });

  it('is one count for a name however it is written', async () => {
    const { userName } = await somebody();
    await tryWrong(userName, 3);
    await tryWrong(` ${userName.toUpperCase()} `, 2);
    expect(await tryWrong(userName, 1)).toEqual(['session.slowed-down']);
  });

  it('never keeps its owner out of a browser that they signed in from before', async () => {
    const { id, userName } = await somebody();
    const known = { ...elsewhere, device: await devices.remember(undefined, id) };
    await tryWrong(userName, 5);
    expect(await tryWrong(userName, 1)).toEqual(['session.slowed-down']);
    await signIn.check(userName, password, known);
    expect(await tryWrong(userName, 1)).toEqual(['session.slowed-down']);
  });

  it('is slowed down on a known browser as well', async () => {
    const { id, userName } = await somebody();
    const known = { ...elsewhere, device: await devices.remember(undefined, id) };
    expect((await tryWrong(userName, 6, known)).at(-1)).toBe('session.slowed-down');
  });

  it('gains nothing from a made-up device, or from one that is known to somebody else', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    await tryWrong(owner.userName, 5);
    for (const device of ['made-up', await devices.remember(undefined, other.id)]) {
      expect(await tryWrong(owner.userName, 1, { ...elsewhere, device })).toEqual(['session.slowed-down']);
    }
  });
});

describe('a known device', () => {
  it('has a new token after each sign-in, so that a planted one is worth nothing', async () => {
    const [owner, planter] = [await somebody(), await somebody()];
    const planted = await devices.remember(undefined, planter.id);
    const signedIn = await signIn.check(owner.userName, password, { ...elsewhere, device: planted });
    const { device } = await signIn.begin(signedIn, { ...elsewhere, device: planted });
    expect(await devices.isKnown(planted, owner.id)).toBe(false);
    expect(await devices.isKnown(planted, planter.id)).toBe(false);
    expect(await devices.isKnown(device, owner.id)).toBe(true);
    expect(await devices.isKnown(device, planter.id)).toBe(true);
  });
});
