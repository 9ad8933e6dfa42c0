import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Audit, SealAudit, VerifyAudit } from '#audit';
import type { Actor } from '#contracts';
import { newId, SystemClock } from '#kernel';
import { createDataSource, Database } from '#platform';
import { anActor, createTestDatabase, type TestDatabase } from '#testing';

let testDatabase: TestDatabase;
let dataSource: DataSource;
let database: Database;
let audit: Audit;
let seal: SealAudit;
let verify: VerifyAudit;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await createDataSource({ url: testDatabase.url, pool: 8, entities: [], migrations: [] }).initialize();
  database = new Database(dataSource);
  audit = new Audit(database, new SystemClock());
  seal = new SealAudit(database, new SystemClock());
  verify = new VerifyAudit(database);
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

beforeEach(async () => {
  await behindTheBack('TRUNCATE audit_entries, audit_seals, audit_unsealed');
});

/** What the owner of the tables, or whoever has the disk, can do: change rows without a trigger seeing it. */
async function behindTheBack(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: testDatabase.url });
  await client.connect();
  try {
    for (const table of ['audit_entries', 'audit_seals']) {
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    for (const statement of statements) {
      await client.query(statement);
    }
    for (const table of ['audit_entries', 'audit_seals']) {
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
  } finally {
    await client.end();
  }
}

async function record(actor: Actor | null, count = 1): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await audit.record(actor, { action: 'thing.done', objectType: 'thing', objectId: String(index) });
  }
}

async function sealAll(): Promise<void> {
  while ((await seal.execute()) > 0) {
    // Until nothing is left.
  }
}

interface Seal {
  readonly chain: string;
  readonly position: number;
  readonly entryId: string;
}

async function seals(chain: string): Promise<Seal[]> {
  return database.query<Seal>(
    'SELECT chain, position, entry_id AS "entryId" FROM audit_seals WHERE chain = $1 ORDER BY position',
    [chain],
  );
}

/** A chain of five sealed entries, and the seal at this place of it. */
async function aChainWith(position: number): Promise<Seal> {
  const actor = anActor();
  await record(actor, 5);
  await sealAll();
  const found = (await seals(actor.agencyId)).find((one) => one.position === position);
  if (found === undefined) {
    throw new Error(`no seal ${position}`);
  }
  return found;
}

describe('the trail', () => {
  it.each(['audit_entries', 'audit_seals'])('%s takes nothing back', async (table) => {
    await aChainWith(1);
    const column = table === 'audit_entries' ? 'action' : 'hash';
    for (const statement of [`UPDATE ${table} SET ${column} = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(database.query(statement)).rejects.toThrow('append-only');
    }
    await expect(database.query(`DELETE FROM ${table} WHERE false`)).rejects.toThrow('append-only');
    expect(await verify.execute()).toEqual({ checked: 5, unsealed: 0, faults: [] });
  });

  it('falls with the change that it tells of', async () => {
    const failing = database.transaction(async () => {
      await record(anActor());
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await verify.execute()).toEqual({ checked: 0, unsealed: 0, faults: [] });
  });

  it('counts what is not sealed yet, and finds nothing wrong with it', async () => {
    await record(anActor(), 3);
    expect(await verify.execute()).toEqual({ checked: 0, unsealed: 3, faults: [] });
  });
});

describe('sealing', () => {
  it('makes a chain of its own for each agency and one for the system, each from one on', async () => {
    const [one, other] = [anActor(), anActor()];
    for (const actor of [one, other, null, one, null, one]) {
      await record(actor);
    }
    await sealAll();
    const positions = async (chain: string) => (await seals(chain)).map(({ position }) => position);
    expect(await positions(one.agencyId)).toEqual([1, 2, 3]);
    expect(await positions(other.agencyId)).toEqual([1]);
    expect(await positions('system')).toEqual([1, 2]);
    expect(await verify.execute()).toEqual({ checked: 6, unsealed: 0, faults: [] });
  });

  it('goes on where the chain ended', async () => {
    const actor = anActor();
    for (let round = 0; round < 3; round += 1) {
      await record(actor, 2);
      await sealAll();
    }
    expect((await seals(actor.agencyId)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await verify.execute()).faults).toEqual([]);
  });

  it('never forks a chain, though several seal at the same time while others write', async () => {
    const actor = anActor();
    const writing = Promise.all(Array.from({ length: 4 }, () => record(actor, 25)));
    const sealing = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let round = 0; round < 20; round += 1) {
          await seal.execute();
        }
      }),
    );
    const checks = [];
    for (let round = 0; round < 10; round += 1) {
      checks.push(await verify.execute());
    }
    await Promise.all([writing, sealing]);
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    await sealAll();
    expect((await seals(actor.agencyId)).map(({ position }) => position)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    expect(await verify.execute()).toEqual({ checked: 100, unsealed: 0, faults: [] });
  });

  it('seals a large backlog to its end', async () => {
    const actors = [anActor(), anActor(), null];
    const records = Array.from({ length: 1_000 }, (_, index) => ({
      action: 'thing.done',
      objectType: 'thing',
      objectId: String(index),
    }));
    for (const actor of actors) {
      await audit.record(actor, ...records);
    }
    await sealAll();
    expect(await verify.execute()).toEqual({ checked: 3_000, unsealed: 0, faults: [] });
  });

  it('reads from the database again what it sealed: text, nested data, numbers and moments', async () => {
    const actor = anActor({ fullName: 'Nguyễn Thị Ước “Ướt”', position: 'Phó Chánh Văn phòng\n(phụ trách)' });
    await audit.record(actor, {
      action: 'thing.done',
      objectType: 'thing',
      objectId: 'Quyết định số 05/QĐ-SNV',
      note: 'Tổ hợp: Tiếng Việt; dựng sẵn: Tiếng Việt; 🇻🇳 "\\ \u2028',
      data: {
        z: 1,
        a: { c: [1.5, 1e21, -0.1, 0, 1e-7, 9_007_199_254_740_991], b: null, empty: {}, none: [] },
        10: 'ten',
        9: 'nine',
        é: true,
        'e\u0301': false,
        at: '2017-05-02T01:02:03.004Z',
        left: undefined,
      },
    });
    await sealAll();
    expect(await verify.execute()).toEqual({ checked: 1, unsealed: 0, faults: [] });
    const elsewhere = await createDataSource({
      url: testDatabase.url,
      pool: 1,
      entities: [],
      migrations: [],
    }).initialize();
    try {
      const other = new Database(elsewhere);
      await other.query(`SET TIME ZONE 'Pacific/Auckland'`);
      expect(await new VerifyAudit(other).execute()).toMatchObject({ checked: 1, faults: [] });
    } finally {
      await elsewhere.destroy();
    }
  });
});

describe('verifying names', () => {
  it.each([
    ['what was done', `action = 'thing.undone'`],
    ['when', `at = at + interval '1 millisecond'`],
    ['who', `actor_name = 'Người khác'`],
    ['who, by id', `person_id = gen_random_uuid()`],
    ['the reason', `note = ''`],
    ['the data', `data = '{"more": 1}'`],
    ['the object', `object_id = 'another'`],
    ['the agency', `agency_id = NULL`],
  ])('an entry in which somebody changed %s', async (_what, change) => {
    const { chain, position, entryId } = await aChainWith(3);
    await behindTheBack(`UPDATE audit_entries SET ${change} WHERE id = '${entryId}'`);
    expect((await verify.execute()).faults).toEqual([{ chain, position, entryId, fault: 'changed' }]);
  });

  it.each([1, 3, 5])('an entry that was removed, at place %d', async (place) => {
    const { chain, position, entryId } = await aChainWith(place);
    await behindTheBack(`DELETE FROM audit_entries WHERE id = '${entryId}'`);
    expect((await verify.execute()).faults).toEqual([{ chain, position, entryId, fault: 'removed' }]);
  });

  it.each([1, 3])('the place of a seal that was removed with its entry, at place %d', async (place) => {
    const { chain, position, entryId } = await aChainWith(place);
    await behindTheBack(
      `DELETE FROM audit_entries WHERE id = '${entryId}'`,
      `DELETE FROM audit_seals WHERE entry_id = '${entryId}'`,
    );
    const [next] = (await seals(chain)).filter((one) => one.position > position);
    expect((await verify.execute()).faults).toEqual([{ ...next, fault: 'seal-removed' }]);
  });

  it('a removed seal and the entry that lost it', async () => {
    const { chain, entryId } = await aChainWith(3);
    await behindTheBack(`DELETE FROM audit_seals WHERE entry_id = '${entryId}'`);
    const [next] = (await seals(chain)).filter((one) => one.position > 3);
    expect((await verify.execute()).faults).toEqual([
      { ...next, fault: 'seal-removed' },
      { chain, position: null, entryId, fault: 'inserted' },
    ]);
  });

  it('an entry that lost its seal at the end of a chain', async () => {
    const { chain, entryId } = await aChainWith(5);
    await behindTheBack(`DELETE FROM audit_seals WHERE entry_id = '${entryId}'`);
    expect((await verify.execute()).faults).toEqual([{ chain, position: null, entryId, fault: 'inserted' }]);
  });

  it('an entry that was inserted', async () => {
    const { chain } = await aChainWith(1);
    const entryId = newId();
    await behindTheBack(
      `INSERT INTO audit_entries (id, at, agency_id, action, object_type, object_id, data)
       VALUES ('${entryId}', now(), '${chain}', 'thing.invented', 'thing', '1', '{}')`,
    );
    expect((await verify.execute()).faults).toEqual([{ chain, position: null, entryId, fault: 'inserted' }]);
  });

  it('a seal that was forged for an inserted entry, and two seals that changed places', async () => {
    const { chain } = await aChainWith(5);
    const entryId = newId();
    await behindTheBack(
      `INSERT INTO audit_entries (id, at, agency_id, action, object_type, object_id, data)
       VALUES ('${entryId}', now(), '${chain}', 'thing.invented', 'thing', '1', '{}')`,
      `INSERT INTO audit_seals (chain, position, entry_id, hash, sealed_at)
       VALUES ('${chain}', 6, '${entryId}', '${'f'.repeat(64)}', now())`,
      `UPDATE audit_seals SET position = position + 100 WHERE chain = '${chain}' AND position IN (2, 3)`,
      `UPDATE audit_seals SET position = 105 - position WHERE chain = '${chain}' AND position > 100`,
    );
    const { faults } = await verify.execute();
    expect(faults.map(({ position, fault }) => [position, fault])).toEqual(
      expect.arrayContaining([
        [2, 'changed'],
        [3, 'changed'],
        [6, 'changed'],
      ]),
    );
  });

  it('only what is wrong: other chains stay clean', async () => {
    await aChainWith(1);
    const { chain, position, entryId } = await aChainWith(2);
    await aChainWith(1);
    await behindTheBack(`UPDATE audit_entries SET note = 'x' WHERE id = '${entryId}'`);
    expect(await verify.execute()).toEqual({
      checked: 15,
      unsealed: 0,
      faults: [{ chain, position, entryId, fault: 'changed' }],
    });
  });
});
