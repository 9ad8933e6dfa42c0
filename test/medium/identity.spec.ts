import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Audit } from '#audit';
import type { Agency } from '#directory';
import {
  AddPeople,
  hashPassword,
  KnownDevices,
  type NewPerson,
  Sessions,
  SetUpSystem,
  SignersQuery,
  SignInWithPassword,
  SlowDown,
} from '#identity';
import { AddAgencies } from '#directory';
import { Clock, newId } from '#kernel';
import { createDataSource, Database, loadConfig } from '#platform';
import { anActor, anAgency, aPerson, aPost, createTestDatabase, type TestDatabase } from '#testing';

const hour = 3_600_000;
const address = '192.0.2.7';
const browser = { address, userAgent: 'Firefox', device: undefined };

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
let people: AddPeople;
let signers: SignersQuery;
let sessions: Sessions;
let signIn: SignInWithPassword;
let agency: Agency;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await createDataSource({ url: testDatabase.url, pool: 8, entities: [], migrations: [] }).initialize();
  database = new Database(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

beforeEach(async () => {
  clock = new SetClock();
  people = new AddPeople(database, clock);
  signers = new SignersQuery(database, clock);
  sessions = new Sessions(database, clock, loadConfig({ SESSION_HOURS: '10' }));
  signIn = new SignInWithPassword(
    database,
    clock,
    sessions,
    new KnownDevices(database, clock),
    new SlowDown(database, clock),
    new Audit(database, clock),
  );
  agency = await anAgency(database);
});

function aNewPerson(overrides: Partial<NewPerson> = {}): NewPerson {
  return {
    fullName: 'Đinh Công Ước',
    userName: `user-${newId()}`,
    passwordHash: 'unused',
    agencyCode: agency.code,
    role: 'leader',
    position: 'Giám đốc',
    ...overrides,
  };
}

async function postsOf(userName: string): Promise<unknown[]> {
  return database.query(
    `SELECT person.full_name, post.role, post.valid_from FROM people AS person
       LEFT JOIN posts AS post ON post.person_id = person.id WHERE person.user_name = $1`,
    [userName],
  );
}

describe('adding people', () => {
  it('gives each a post from today', async () => {
    const person = aNewPerson();
    await people.execute([person]);
    expect(await postsOf(person.userName)).toEqual([
      { full_name: 'Đinh Công Ước', role: 'leader', valid_from: '2017-05-02' },
    ]);
  });

  it('leaves those who are there as they are, and adds the new ones beside them', async () => {
    const [known, fresh] = [aNewPerson(), aNewPerson()];
    await people.execute([known]);
    clock.later(48 * hour);
    await people.execute([{ ...known, fullName: 'Tên Khác', role: 'clerk' }, fresh, known]);
    expect(await postsOf(known.userName)).toEqual([
      { full_name: 'Đinh Công Ước', role: 'leader', valid_from: '2017-05-02' },
    ]);
    expect(await postsOf(fresh.userName)).toHaveLength(1);
  });

  it('adds each once when the same are added at the same time', async () => {
    const all = Array.from({ length: 20 }, () => aNewPerson());
    await Promise.all([people.execute(all), people.execute(all), people.execute(all.toReversed())]);
    for (const { userName } of all) {
      expect(await postsOf(userName)).toHaveLength(1);
    }
  });

  it('adds nobody when one names an agency that is not there', async () => {
    const [right, wrong] = [aNewPerson(), aNewPerson({ agencyCode: 'NO.SUCH' })];
    await expect(people.execute([right, wrong])).rejects.toThrow('NO.SUCH');
    expect(await postsOf(right.userName)).toEqual([]);
    expect(await postsOf(wrong.userName)).toEqual([]);
  });
});

describe('who may sign', () => {
  it('are the leaders of the own agency in the posts that they hold today, by name', async () => {
    const actor = anActor({ agencyId: agency.id });
    const names = { first: 'Bạch An', second: 'Cao Bình' };
    const second = await aPerson(database, { fullName: names.second });
    const leader = { agencyId: agency.id, role: 'leader', position: 'Phó Giám đốc' } as const;
    const lastDay = await aPost(database, { ...leader, personId: second.id, validTo: '2017-05-02' });
    const first = await aPerson(database, { fullName: names.first });
    const firstDay = await aPost(database, { ...leader, personId: first.id, validFrom: '2017-05-02' });
    const others = [
      await aPost(database, { ...leader, validTo: '2017-05-01' }),
      await aPost(database, { ...leader, validFrom: '2017-05-03' }),
      await aPost(database, { ...leader, role: 'clerk' }),
      await aPost(database, { ...leader, agencyId: (await anAgency(database)).id }),
      await aPost(database, { ...leader, personId: (await aPerson(database, { disabledAt: clock.now() })).id }),
    ];
    expect(await signers.of(actor)).toEqual([
      { postId: firstDay.id, fullName: names.first, position: 'Phó Giám đốc', signingForms: [] },
      { postId: lastDay.id, fullName: names.second, position: 'Phó Giám đốc', signingForms: [] },
    ]);
    expect(await signers.find(actor, firstDay.id)).toMatchObject({ postId: firstDay.id });
    for (const post of others) {
      expect(await signers.find(actor, post.id)).toBeUndefined();
    }
  });

  it('counts days as they are in Vietnam', async () => {
    const actor = anActor({ agencyId: agency.id });
    await aPost(database, { agencyId: agency.id, role: 'leader', validFrom: '2017-05-03' });
    clock.moment = new Date('2017-05-02T16:59:59Z');
    expect(await signers.of(actor)).toEqual([]);
    clock.moment = new Date('2017-05-02T17:00:00Z');
    expect(await signers.of(actor)).toHaveLength(1);
  });
});

describe('a session', () => {
  async function begin(): Promise<{ token: string; personId: string; postId: string }> {
    const post = await aPost(database, { agencyId: agency.id, role: 'clerk' });
    return { token: await sessions.begin(post.personId, post.id, address), personId: post.personId, postId: post.id };
  }

  async function expiry(personId: string): Promise<number> {
    const [row] = await database.query<{ at: Date }>('SELECT expires_at AS at FROM sessions WHERE person_id = $1', [
      personId,
    ]);
    return row?.at.getTime() ?? 0;
  }

  it('acts in its post, and is not kept as its token', async () => {
    const { token, personId, postId } = await begin();
    expect((await sessions.find(token))?.actor).toMatchObject({ personId, postId, agencyId: agency.id, role: 'clerk' });
    const kept = await database.query('SELECT * FROM sessions WHERE person_id = $1', [personId]);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await sessions.find(`${token}x`)).toBeUndefined();
  });

  it('lives on while it is used, and is written at most once a tenth of its length', async () => {
    const { token, personId } = await begin();
    const atFirst = await expiry(personId);
    clock.later(0.9 * hour);
    await sessions.find(token);
    expect(await expiry(personId)).toBe(atFirst);
    clock.later(0.2 * hour);
    await sessions.find(token);
    expect(await expiry(personId)).toBe(clock.now().getTime() + 10 * hour);
    for (let used = 0; used < 5; used += 1) {
      clock.later(9 * hour);
      expect(await sessions.find(token)).toBeDefined();
    }
  });

  it('ends when it was not used for its length, and is not brought back by a late use', async () => {
    const { token } = await begin();
    clock.later(10 * hour);
    expect(await sessions.find(token)).toBeUndefined();
    clock.later(-hour);
    expect(await sessions.find(token)).toBeDefined();
  });

  it('ends with its post, with its person, and when it is ended', async () => {
    const [moved, disabled, signedOut] = [await begin(), await begin(), await begin()];
    await database.query(`UPDATE posts SET valid_to = '2017-05-01' WHERE id = $1`, [moved.postId]);
    await database.query('UPDATE people SET disabled_at = now() WHERE id = $1', [disabled.personId]);
    await sessions.end(signedOut.token);
    for (const { token } of [moved, disabled, signedOut]) {
      expect(await sessions.find(token)).toBeUndefined();
    }
  });
});

describe('signing in', () => {
  const password = 'một mật khẩu dài';

  it('takes the right password, whatever the case of the name, and nothing else', async () => {
    const person = aNewPerson({ passwordHash: await hashPassword(password) });
    await people.execute([person]);
    const checked = await signIn.check(` ${person.userName.toUpperCase()} `, password, browser);
    const { token } = await signIn.begin(checked, browser);
    expect((await sessions.find(token))?.userName).toBe(person.userName);
    const refused = { code: 'session.bad-credentials' };
    await expect(signIn.check(person.userName, `${password} `, browser)).rejects.toMatchObject(refused);
    await expect(signIn.check('nobody', password, browser)).rejects.toMatchObject(refused);
    await database.query('UPDATE people SET disabled_at = now() WHERE user_name = $1', [person.userName]);
    await expect(signIn.check(person.userName, password, browser)).rejects.toMatchObject(refused);
    const records = await database.query(`SELECT 1 FROM audit_entries WHERE action = 'session.refused'`);
    expect(records).toHaveLength(3);
  });
});

describe('setting up', () => {
  it('takes one link once, the last one given out, though many use it at the same time', async () => {
    const audit = new Audit(database, clock);
    const setUp = new SetUpSystem(database, clock, new AddAgencies(database, clock), people, audit);
    const [stale = '', token = ''] = [await setUp.newLinkToken(), await setUp.newLinkToken()];
    const command = (used: string) => ({
      token: used,
      agency: { code: 'h28', name: 'Ủy ban nhân dân tỉnh', abbreviation: 'UBND' },
      administrator: { fullName: 'Quản Trị', userName: 'quantri', password: 'một mật khẩu dài' },
    });
    const bad = { code: 'setup.bad-token' };
    await expect(setUp.execute(command(stale))).rejects.toMatchObject(bad);
    const uses = await Promise.allSettled([token, token, token].map((used) => setUp.execute(command(used))));
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(uses.find(({ status }) => status === 'rejected')).toMatchObject({ reason: bad });
    expect(await setUp.isNeeded()).toBe(false);
    expect(await setUp.newLinkToken()).toBeUndefined();
    expect(await postsOf('quantri')).toMatchObject([{ role: 'system-administrator' }]);
  });
});
