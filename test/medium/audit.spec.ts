import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AnchorCheck, Audit, type AuditFault, NewestAnchorQuery, SealAudit, VerifyAudit } from '#audit';
import type { Actor } from '#contracts';
import { migrateDatabase } from '#db';
import { newId, SystemClock } from '#kernel';
import { createDataSource, Database, withRequestOrigin } from '#platform';
import { anActor, createEmptyDatabase, createTestDatabase, type TestDatabase } from '#testing';

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
  verify = new VerifyAudit(database, new AnchorCheck(database));
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

beforeEach(async () => {
  await behindTheBack('TRUNCATE audit_entries, audit_seals, audit_unsealed, audit_anchors');
});

const chained = ['audit_entries', 'audit_seals', 'audit_anchors'];

/** What the owner of the tables, or whoever has the disk, can do: change rows without a trigger seeing it. */
async function behindTheBack(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: testDatabase.url });
  await client.connect();
  try {
    for (const table of chained) {
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    for (const statement of statements) {
      await client.query(statement);
    }
    for (const table of chained) {
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
  it.each(chained)('%s takes nothing back', async (table) => {
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
      expect(await new VerifyAudit(other, new AnchorCheck(other)).execute()).toMatchObject({ checked: 1, faults: [] });
    } finally {
      await elsewhere.destroy();
    }
  });
});

/** What verifying found, without the times. */
async function faults(anchor?: string): Promise<Omit<AuditFault, 'at'>[]> {
  const [number, hash] = anchor?.split(':') ?? [];
  const kept = number === undefined || hash === undefined ? undefined : { number: Number(number), hash };
  const found = await verify.execute({ ...(kept !== undefined && { anchor: kept }) });
  return found.faults.map(({ at: _at, ...fault }) => fault);
}

/** The newest anchor as it is written down. */
async function anchorOnPaper(): Promise<string> {
  const anchor = await new NewestAnchorQuery(database).find();
  return `${anchor?.number}:${anchor?.hash}`;
}

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
    ['the agency of the actor', `actor_agency_id = gen_random_uuid()`],
    ['from where', `address = '10.0.0.1'`],
    ['in which request', `request_id = gen_random_uuid()`],
    ['what was before', `before_digest = repeat('0', 64)`],
    ['what was after', `after_digest = NULL`],
  ])('an entry in which somebody changed %s', async (_what, change) => {
    const actor = anActor();
    await record(actor, 2);
    await audit.record(actor, { ...thing, before: { name: 'Sở Nội vụ' }, after: { name: 'Sở Nội vụ và Lao động' } });
    await sealAll();
    // Entries of one millisecond may stand in the chain in any order.
    const [full] = await database.query<{ id: string }>(
      'SELECT id FROM audit_entries WHERE agency_id = $1 AND after_digest IS NOT NULL',
      [actor.agencyId],
    );
    const place = (await seals(actor.agencyId)).find(({ entryId }) => entryId === full?.id);
    await behindTheBack(`UPDATE audit_entries SET ${change} WHERE id = '${full?.id}'`);
    expect(await faults()).toEqual([{ ...place, fault: 'changed' }]);
  });

  it('when the entry was recorded that somebody changed', async () => {
    const { entryId } = await aChainWith(2);
    await behindTheBack(`UPDATE audit_entries SET note = 'x' WHERE id = '${entryId}'`);
    const [row] = await database.query<{ at: Date }>('SELECT at FROM audit_entries WHERE id = $1', [entryId]);
    expect((await verify.execute()).faults).toMatchObject([{ entryId, at: row?.at }]);
  });

  it.each([1, 3, 5])('an entry that was removed, at place %d', async (place) => {
    const { chain, position, entryId } = await aChainWith(place);
    await behindTheBack(`DELETE FROM audit_entries WHERE id = '${entryId}'`);
    expect(await faults()).toEqual([{ chain, position, entryId, fault: 'removed' }]);
  });

  it.each([1, 3])('the place of a seal that was removed with its entry, at place %d', async (place) => {
    const { chain, position, entryId } = await aChainWith(place);
    await behindTheBack(
      `DELETE FROM audit_entries WHERE id = '${entryId}'`,
      `DELETE FROM audit_seals WHERE entry_id = '${entryId}'`,
    );
    const [next] = (await seals(chain)).filter((one) => one.position > position);
    expect(await faults()).toEqual([{ ...next, fault: 'seal-removed' }]);
  });

  it('a removed seal and the entry that lost it', async () => {
    const { chain, entryId } = await aChainWith(3);
    await behindTheBack(`DELETE FROM audit_seals WHERE entry_id = '${entryId}'`);
    const [next] = (await seals(chain)).filter((one) => one.position > 3);
    expect(await faults()).toEqual([
      { ...next, fault: 'seal-removed' },
      { chain, position: null, entryId, fault: 'inserted' },
    ]);
  });

  it('an entry that lost its seal at the end of a chain', async () => {
    const { chain, entryId } = await aChainWith(5);
    await behindTheBack(`DELETE FROM audit_seals WHERE entry_id = '${entryId}'`);
    expect(await faults()).toEqual([
      { chain, position: null, entryId, fault: 'inserted' },
      { chain, position: 5, entryId: null, fault: 'tail-cut' },
    ]);
  });

  it('an entry that was inserted', async () => {
    const { chain } = await aChainWith(1);
    const entryId = newId();
    await behindTheBack(invented(entryId, chain));
    expect(await faults()).toEqual([{ chain, position: null, entryId, fault: 'inserted' }]);
  });

  it('a seal that was forged for an inserted entry, and two seals that changed places', async () => {
    const { chain } = await aChainWith(5);
    const entryId = newId();
    await behindTheBack(
      invented(entryId, chain),
      `INSERT INTO audit_seals (chain, position, entry_id, hash, sealed_at)
       VALUES ('${chain}', 6, '${entryId}', '${'f'.repeat(64)}', now())`,
      `UPDATE audit_seals SET position = position + 100 WHERE chain = '${chain}' AND position IN (2, 3)`,
      `UPDATE audit_seals SET position = 105 - position WHERE chain = '${chain}' AND position > 100`,
    );
    expect((await faults()).map(({ position, fault }) => [position, fault])).toEqual(
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
    expect(await verify.execute()).toMatchObject({ checked: 15, unsealed: 0 });
    expect(await faults()).toEqual([{ chain, position, entryId, fault: 'changed' }]);
  });
});

describe('anchors', () => {
  it('hold the heads of the chains that moved, one anchor a batch', async () => {
    const actor = anActor();
    await record(null);
    await record(actor, 2);
    await sealAll();
    await record(actor);
    await sealAll();
    const anchors = await database.query<{ number: number; heads: { chain: string; position: number }[] }>(
      'SELECT number, heads FROM audit_anchors ORDER BY number',
    );
    expect(anchors.map(({ heads }) => heads.map(({ chain, position }) => `${chain} ${position}`).toSorted())).toEqual([
      [`${actor.agencyId} 2`, 'system 1'],
      [`${actor.agencyId} 3`],
    ]);
    expect(await faults(await anchorOnPaper())).toEqual([]);
  });

  it.each([4, 5])('show that a chain was cut from place %d on', async (place) => {
    const { chain } = await aChainWith(1);
    await aChainWith(1);
    await cut(chain, place);
    expect(await faults()).toEqual([{ chain, position: place, entryId: null, fault: 'tail-cut' }]);
  });

  it('show a chain that was removed to its last row', async () => {
    const { chain } = await aChainWith(1);
    await cut(chain, 1);
    expect(await faults()).toEqual([{ chain, position: 1, entryId: null, fault: 'tail-cut' }]);
  });

  it('show a chain that was cut and then went on', async () => {
    const { chain } = await aChainWith(1);
    await cut(chain, 3);
    await record(anActor({ agencyId: chain }), 4);
    await sealAll();
    expect(await faults()).toEqual([{ chain, position: 5, entryId: null, fault: 'rewritten' }]);
  });

  it('show an anchor that was changed, in each of its parts', async () => {
    for (const change of [
      `hash = repeat('a', 64)`,
      `anchored_at = anchored_at + interval '1 second'`,
      `heads = '[]'`,
    ]) {
      await behindTheBack('TRUNCATE audit_entries, audit_seals, audit_unsealed, audit_anchors');
      await aChainWith(1);
      await aChainWith(1);
      await behindTheBack(`UPDATE audit_anchors SET ${change} WHERE number = 1`);
      expect(await faults()).toContainEqual({ chain: 'anchors', position: 1, entryId: null, fault: 'anchor-changed' });
    }
  });

  it.each([1, 2])('show that the anchor %d of three was removed', async (number) => {
    for (let round = 0; round < 3; round += 1) {
      await aChainWith(1);
    }
    await behindTheBack(`DELETE FROM audit_anchors WHERE number = ${number}`);
    expect(await faults()).toContainEqual({
      chain: 'anchors',
      position: number,
      entryId: null,
      fault: 'anchor-removed',
    });
  });

  it.each(['number = 2', 'true'])('show that the newest were removed while their seals stayed (%s)', async (which) => {
    const first = await aChainWith(1);
    const { chain } = await aChainWith(1);
    await behindTheBack(`DELETE FROM audit_anchors WHERE ${which}`);
    const lost = which === 'true' ? [first.chain, chain] : [chain];
    expect(await faults()).toEqual(
      lost.toSorted().map((one) => ({ chain: one, position: 1, entryId: null, fault: 'anchor-removed' })),
    );
  });

  it('look whole after everything was cut together, but not beside an anchor that was kept outside', async () => {
    await aChainWith(1);
    const before = await anchorOnPaper();
    const { chain } = await aChainWith(1);
    const kept = await anchorOnPaper();
    await cut(chain, 1);
    await behindTheBack('DELETE FROM audit_anchors WHERE number = 2');
    expect(await faults()).toEqual([]);
    expect(await faults(before)).toEqual([]);
    expect(await faults(kept)).toEqual([{ chain: 'anchors', position: 2, entryId: null, fault: 'anchor-removed' }]);
    await aChainWith(1);
    expect(await faults()).toEqual([]);
    expect(await faults(kept)).toEqual([{ chain: 'anchors', position: 2, entryId: null, fault: 'anchor-changed' }]);
  });

  it('are sealed over what older versions sealed, when their database comes up to date', async () => {
    const old = await createEmptyDatabase();
    try {
      await migrateDatabase(old.url);
      await backToBefore(old.url);
      await migrateDatabase(old.url);
      await withDatabaseAt(old.url, async (upgraded) => {
        const verifyOld = new VerifyAudit(upgraded, new AnchorCheck(upgraded));
        expect(await verifyOld.execute()).toEqual({ checked: 4, unsealed: 0, faults: [] });
        await new Audit(upgraded, new SystemClock()).record(null, thing);
        await new SealAudit(upgraded, new SystemClock()).execute();
        expect(await verifyOld.execute()).toEqual({ checked: 5, unsealed: 0, faults: [] });
      });
    } finally {
      await old.drop();
    }
  });
});

describe('an entry', () => {
  it('knows the post, the agency, the address and the request, and the digests of what changed', async () => {
    const actor = anActor();
    const elsewhere = newId();
    const requestId = newId();
    await withRequestOrigin({ address: '203.0.113.7', requestId }, () =>
      audit.record(actor, { ...thing, agencyId: elsewhere, before: { b: 2, a: 1 }, after: { a: 1 } }),
    );
    await audit.record(actor, { ...thing, before: { a: 1, b: 2 } });
    const rows = await database.query('SELECT * FROM audit_entries ORDER BY id');
    expect(rows).toMatchObject([
      {
        agency_id: elsewhere,
        actor_agency_id: actor.agencyId,
        post_id: actor.postId,
        address: '203.0.113.7',
        request_id: requestId,
        after_digest: createHash('sha256').update('{"a":1}').digest('hex'),
      },
      { agency_id: actor.agencyId, actor_agency_id: null, address: null, request_id: null, after_digest: null },
    ]);
    expect(rows[0]?.['before_digest']).toBe(rows[1]?.['before_digest']);
  });
});

const thing = { action: 'thing.done', objectType: 'thing', objectId: '1' };

function invented(entryId: string, chain: string): string {
  return `INSERT INTO audit_entries (id, at, agency_id, action, object_type, object_id, data)
          VALUES ('${entryId}', now(), '${chain}', 'thing.invented', 'thing', '1', '{}')`;
}

/** Removes the end of a chain, entries and seals. */
async function cut(chain: string, from: number): Promise<void> {
  const gone = `SELECT entry_id FROM audit_seals WHERE chain = '${chain}' AND position >= ${from}`;
  await behindTheBack(
    `DELETE FROM audit_entries WHERE id IN (${gone})`,
    `DELETE FROM audit_seals WHERE chain = '${chain}' AND position >= ${from}`,
  );
}

async function withDatabaseAt(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const source = await createDataSource({ url, pool: 2, entities: [], migrations: [] }).initialize();
  try {
    await work(new Database(source));
  } finally {
    await source.destroy();
  }
}

/** A database as it was before there were anchors, with two chains in it that were sealed then. */
async function backToBefore(url: string): Promise<void> {
  await withDatabaseAt(url, async (old) => {
    const writer = new Audit(old, new SystemClock());
    for (const actor of [anActor(), null, null, null]) {
      await writer.record(actor, thing);
    }
    await new SealAudit(old, new SystemClock()).execute();
    await old.query('DROP TABLE audit_anchors');
    await old.query(`ALTER TABLE audit_entries DROP COLUMN actor_agency_id, DROP COLUMN address,
      DROP COLUMN request_id, DROP COLUMN before_digest, DROP COLUMN after_digest`);
    for (const index of ['time', 'agency', 'person', 'action', 'search']) {
      await old.query(`DROP INDEX audit_entries_${index}`);
    }
    await old.query(`DELETE FROM migrations WHERE name LIKE 'TrailAnchors%'`);
  });
}
