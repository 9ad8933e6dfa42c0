import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDataSource, Database } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { gate } from './gate.js';

const pool = 4;

let testDatabase: TestDatabase;
let dataSource: DataSource;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await createDataSource({ url: testDatabase.url, pool, entities: [], migrations: [] }).initialize();
  database = new Database(dataSource);
  await database.query('CREATE TABLE notes (id integer PRIMARY KEY, text text NOT NULL, day date, size bigint)');
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

beforeEach(async () => {
  await database.query('TRUNCATE notes');
});

async function write(id: number, text = ''): Promise<void> {
  await database.query('INSERT INTO notes (id, text) VALUES ($1, $2)', [id, text]);
}

async function written(): Promise<number[]> {
  return (await database.query<{ id: number }>('SELECT id FROM notes ORDER BY id')).map(({ id }) => id);
}

async function ownPid(): Promise<number> {
  const [row] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return row?.pid ?? 0;
}

/** How a lost connection is told: as it breaks, or by whoever finds it broken. */
const broken = /terminat|not queryable|released/i;

/** Ends a session from outside, as a restarted server or a cut line would, and waits until it is gone. */
async function endSession(pid: number): Promise<void> {
  const client = new Client({ connectionString: testDatabase.url });
  await client.connect();
  await client.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
  await client.end();
}

describe('a transaction', () => {
  it('keeps what was written when its work returns, and gives what that gave', async () => {
    const result = await database.transaction(async () => {
      await write(1);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await written()).toEqual([1]);
  });

  it('keeps nothing when its work throws, and throws the same', async () => {
    const fault = new Error('no');
    const failing = database.transaction(async () => {
      await write(1);
      throw fault;
    });
    await expect(failing).rejects.toBe(fault);
    expect(await written()).toEqual([]);
  });

  it('is joined by one inside it: both fall together', async () => {
    const failing = database.transaction(async () => {
      const outer = await ownPid();
      await database.transaction(async () => {
        expect(await ownPid()).toBe(outer);
        await write(1);
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await written()).toEqual([]);
  });

  it('is known however deep the call, and forgotten after it', async () => {
    const deep = async (): Promise<boolean> => Promise.resolve().then(() => database.inTransaction);
    expect(database.inTransaction).toBe(false);
    expect(await database.transaction(deep)).toBe(true);
    expect(database.inTransaction).toBe(false);
  });

  it('is not seen from another that runs beside it', async () => {
    const wrote = gate();
    const looked = gate();
    const one = database.transaction(async () => {
      await write(1);
      wrote.open();
      await looked.opened;
      return ownPid();
    });
    const other = database.transaction(async () => {
      await wrote.opened;
      const seen = await written();
      looked.open();
      return { pid: await ownPid(), seen };
    });
    const beside = wrote.opened.then(() => database.inTransaction);
    expect((await other).seen).toEqual([]);
    expect((await other).pid).not.toBe(await one);
    expect(await beside).toBe(false);
    expect(await written()).toEqual([1]);
  });

  it('keeps its own connection when many more than the pool holds run at once', async () => {
    const pids = await Promise.all(
      Array.from({ length: 40 }, (_, id) =>
        database.transaction(async () => {
          const before = await ownPid();
          await write(id);
          expect(await ownPid()).toBe(before);
          return before;
        }),
      ),
    );
    expect(new Set(pids).size).toBeLessThanOrEqual(pool);
    expect(await written()).toHaveLength(40);
  });

  it('does not pass for done when a statement in it failed, though the work went on', async () => {
    await write(1);
    const work = database.transaction(async () => {
      await write(2);
      await write(1).catch(() => undefined);
      return 'all is well';
    });
    await expect(work).rejects.toThrow('duplicate key');
    expect(await written()).toEqual([1]);
  });

  it('leaves the pool as it was after a failure', async () => {
    for (let round = 0; round < pool * 3; round += 1) {
      await expect(database.transaction(() => database.query('SELECT nonsense'))).rejects.toThrow('nonsense');
    }
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a connection that breaks', () => {
  it('inside a transaction gives the first error, undoes everything, and is replaced', async () => {
    const failing = database.transaction(async () => {
      await write(1);
      await endSession(await ownPid());
      await write(2);
    });
    await expect(failing).rejects.toThrow(broken);
    expect(await written()).toEqual([]);
    await database.transaction(() => write(3));
    expect(await written()).toEqual([3]);
  });

  it('after the work threw does not hide what the work threw', async () => {
    const fault = new Error('the real reason');
    const failing = database.transaction(async () => {
      await endSession(await ownPid());
      throw fault;
    });
    await expect(failing).rejects.toBe(fault);
    expect(await written()).toEqual([]);
  });

  it('before the commit is told to the caller: nothing passes for kept that is not', async () => {
    const failing = database.transaction(async () => {
      await write(1);
      await endSession(await ownPid());
    });
    await expect(failing).rejects.toThrow(broken);
    expect(await written()).toEqual([]);
  });

  it('while it idles in the pool ends neither the process nor the work after it', async () => {
    const pids = new Set(await Promise.all(Array.from({ length: pool }, () => database.transaction(ownPid))));
    for (const pid of pids) {
      await endSession(pid);
    }
    await Promise.all(Array.from({ length: pool * 2 }, (_, id) => database.transaction(() => write(id))));
    expect(await written()).toHaveLength(pool * 2);
  });
});

describe('a statement', () => {
  it('tells how many rows it touched', async () => {
    await Promise.all([write(1, 'a'), write(2, 'a'), write(3, 'b')]);
    const touched = async (sql: string): Promise<number> => (await database.execute(sql)).affected;
    expect(await touched(`UPDATE notes SET text = 'c' WHERE text = 'a'`)).toBe(2);
    expect(await touched(`UPDATE notes SET text = 'c' WHERE text = 'a'`)).toBe(0);
    expect(await touched(`INSERT INTO notes (id, text) VALUES (3, 'x') ON CONFLICT DO NOTHING`)).toBe(0);
    expect(await touched(`DELETE FROM notes WHERE text = 'c'`)).toBe(2);
    expect(await database.execute(`DELETE FROM notes RETURNING id`)).toEqual({ rows: [{ id: 3 }], affected: 1 });
  });

  it('gives the rows of an UPDATE, a DELETE and a WITH alike', async () => {
    await write(1, 'a');
    expect(await database.query(`UPDATE notes SET text = 'b' RETURNING text`)).toEqual([{ text: 'b' }]);
    expect(await database.query('WITH gone AS (DELETE FROM notes RETURNING id) SELECT id FROM gone')).toEqual([
      { id: 1 },
    ]);
  });

  it('gives days as text, so that no time zone moves them', async () => {
    await database.query(`INSERT INTO notes (id, text, day) VALUES (1, '', $1)`, ['2017-01-01']);
    expect(await database.query('SELECT day FROM notes')).toEqual([{ day: '2017-01-01' }]);
  });

  it('gives counts and sizes as numbers', async () => {
    await database.query(`INSERT INTO notes (id, text, size) VALUES (1, '', $1)`, [5_000_000_000]);
    expect(await database.query('SELECT size, count(*) OVER () AS count FROM notes')).toEqual([
      { size: 5_000_000_000, count: 1 },
    ]);
  });
});
