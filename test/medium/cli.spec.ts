import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel';
import { createDataSource, Database } from '#platform';
import {
  aDelivery,
  aDocument,
  anAgency,
  aPerson,
  createEmptyDatabase,
  createTestDatabase,
  type TestDatabase,
} from '#testing';
import { BuiltProgram, type Ended } from './children/built-program.js';

/** A command takes a second or two; on a busy machine more. */
const limit = 60_000;

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vanthu-cli-'));
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

function vanthu(databaseUrl: string, ...args: readonly string[]): Promise<Ended> {
  return BuiltProgram.run('bin/vanthu.js', args, { DATABASE_URL: databaseUrl, DATA_DIR: dataDir });
}

const nowhere = 'postgres://nobody@127.0.0.1:1/none';

describe('the command line', () => {
  it(
    'tells all its commands, and each tells its own use',
    async () => {
      const all = await vanthu(nowhere, '--help');
      expect(all.code).toBe(0);
      for (const command of ['migrate', 'set-up', 'person', 'seed', 'demo', 'share', 'audit', 'jobs']) {
        expect(all.output).toMatch(new RegExp(`^  ${command} `, 'm'));
      }
      const jobs = await vanthu(nowhere, 'jobs', '--help');
      expect(jobs).toMatchObject({
        code: 0,
        output: expect.stringMatching(/Usage: vanthu jobs [^]* failed [^]* retry /),
      });
    },
    limit,
  );

  it.each([
    ['an unknown command', ['nonsense'], 'unknown command'],
    ['a password that is too short', ['seed', '--password', 'short'], '12 to 200 characters'],
    ['an id that is none', ['jobs', 'retry', 'nonsense'], 'jobs failed'],
  ])(
    'ends with 2 for %s, without a look at the database',
    async (_what, args, sentence) => {
      const { code, output } = await vanthu(nowhere, ...args);
      expect(output).toContain(sentence);
      expect(output).not.toContain('ECONNREFUSED');
      expect(code).toBe(2);
    },
    limit,
  );

  it(
    'ends with 2 for wrong settings and names them all',
    async () => {
      const { code, output } = await BuiltProgram.run('bin/vanthu.js', ['audit', 'verify'], {
        DATABASE_URL: 'mysql://here',
        PORT: 'http',
        REDIS_URL: 'localhost',
        S3_ENDPOINT: 'http://127.0.0.1:9000',
        DATA_DIR: dataDir,
      });
      expect(code).toBe(2);
      expect(output).toContain('5 fault(s)');
      for (const name of ['DATABASE_URL', 'PORT', 'REDIS_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']) {
        expect(output).toContain(`  ${name}: `);
      }
    },
    limit,
  );

  it.each([[['migrate']], [['audit', 'verify']]])(
    'tells %j in a sentence when the database is away, and ends with 1',
    async (args) => {
      const { code, output } = await vanthu(nowhere, ...args);
      expect(output.trim()).toBe('connect ECONNREFUSED 127.0.0.1:1');
      expect(code).toBe(1);
    },
    limit,
  );
});

describe('a new database', () => {
  let empty: TestDatabase;

  beforeAll(async () => {
    empty = await createEmptyDatabase();
  });

  afterAll(async () => {
    await empty.drop();
  });

  it(
    'is migrated once, and is set up or seeded',
    async () => {
      const first = await vanthu(empty.url, 'migrate');
      expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/migrated: \w+[^]*migration\(s\) run/) });
      expect(await vanthu(empty.url, 'migrate')).toEqual({ code: 0, output: 'The schema is up to date.\n' });
      const link = await vanthu(empty.url, 'set-up');
      expect(link).toMatchObject({ code: 0, output: expect.stringMatching(/^http:\/\/\S+\/setup#token=\S{20,}\n$/) });
      const seeded = await vanthu(empty.url, 'seed', '--password', 'một mật khẩu đủ dài');
      expect(seeded).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^\d+ agencies and \d+ people are there/),
      });
      expect(await vanthu(empty.url, 'set-up')).toMatchObject({ code: 1 });
    },
    limit,
  );
});

describe('a database in use', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    dataSource = await createDataSource({ url: testDatabase.url, pool: 2, entities: [], migrations: [] }).initialize();
    database = new Database(dataSource);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  it(
    'has its share counted again: 0 when it is right, 1 with each difference when it is not',
    async () => {
      expect(await vanthu(testDatabase.url, 'share', 'recount')).toMatchObject({
        code: 0,
        output: expect.stringContaining('0 difference(s)'),
      });
      const sender = await anAgency(database);
      const document = await aDocument(database, { agencyId: sender.id });
      const { recipientId } = await aDelivery(database, { documentId: document.id, state: 'arrived' });
      const { code, output } = await vanthu(testDatabase.url, 'share', 'recount');
      expect(code).toBe(1);
      expect(output).toContain(document.id);
      expect(output).toContain(recipientId);
    },
    limit,
  );

  it(
    'has a link made for somebody who is locked out, on record; 1 when nobody has that name',
    async () => {
      const { id, userName } = await aPerson(database);
      const made = await vanthu(testDatabase.url, 'person', 'reset', userName.toUpperCase());
      expect(made).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^http:\/\/.+\/password#token=[\w-]{43}$/m),
      });
      const links = 'SELECT purpose FROM one_time_links WHERE person_id = $1 AND used_at IS NULL';
      expect(await database.query(links, [id])).toEqual([{ purpose: 'reset' }]);
      const records = "SELECT 1 FROM audit_entries WHERE action = 'password.reset-made' AND object_id = $1";
      expect(await database.query(records, [id])).toHaveLength(1);
      expect(await vanthu(testDatabase.url, 'person', 'reset', 'nobody')).toMatchObject({ code: 1 });
    },
    limit,
  );

  it(
    'has its trail read again: 0 when it is whole, 1 with each fault when it is not',
    async () => {
      expect(await vanthu(testDatabase.url, 'audit', 'verify')).toMatchObject({
        code: 0,
        output: expect.stringContaining('0 fault(s)'),
      });
      const id = newId();
      await database.query(
        `INSERT INTO audit_entries (id, at, action, object_type, object_id, data)
       VALUES ($1, now(), 'thing.invented', 'thing', '1', '{}')`,
        [id],
      );
      expect(await vanthu(testDatabase.url, 'audit', 'verify')).toMatchObject({
        code: 1,
        output: expect.stringContaining(`inserted: entry ${id}, chain system`),
      });
    },
    limit,
  );

  it(
    'shows its failed jobs with payload and reason, and has them tried again',
    async () => {
      const ids = [newId(), newId()];
      for (const id of ids) {
        await database.query(
          `INSERT INTO outbox_messages (id, job, payload, priority, created_at, relayed_at, failed_at, failure)
         VALUES ($1, 'deliver-dispatch', '{"dispatchId": "một"}', 5, now(), now(), now(), 'kênh đang đóng')`,
          [id],
        );
      }
      const [first = ''] = ids;
      const shown = await vanthu(testDatabase.url, 'jobs', 'failed');
      expect(shown.code).toBe(0);
      expect(shown.output).toContain(`${first}  `);
      expect(shown.output).toContain('deliver-dispatch {"dispatchId":"một"}  kênh đang đóng');
      expect(shown.output).toContain('2 failed job(s)');
      expect(await vanthu(testDatabase.url, 'jobs', 'retry', first)).toEqual({
        code: 0,
        output: '1 job(s) will be tried again\n',
      });
      expect(await vanthu(testDatabase.url, 'jobs', 'retry', first)).toMatchObject({ code: 1 });
      expect(await vanthu(testDatabase.url, 'jobs', 'retry', 'all')).toEqual({
        code: 0,
        output: '1 job(s) will be tried again\n',
      });
      expect(
        await database.query('SELECT id FROM outbox_messages WHERE failed_at IS NULL AND relayed_at IS NULL'),
      ).toHaveLength(2);
    },
    limit,
  );
});
