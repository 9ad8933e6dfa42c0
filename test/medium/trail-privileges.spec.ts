import { randomBytes } from 'node:crypto';
import { Client, type QueryResult } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TrailProtectionQuery } from '#audit';
import { admitApplication, migrateDatabase } from '#db';
import { createDataSource, Database } from '#platform';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '#testing';

const appendOnly = [
  'audit_entries',
  'audit_seals',
  'audit_anchors',
  'share_deltas',
  'tracking_events',
  'document_versions',
  'document_opinions',
  'withdrawn_files',
];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

async function ask(url: string, statement: string): Promise<QueryResult> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function asApplication(statement: string): Promise<QueryResult> {
  return ask(database.applicationUrl, statement);
}

async function holdsFor(url: string): Promise<boolean> {
  const source = await createDataSource({ url, pool: 2, entities: [], migrations: [] }).initialize();
  try {
    return await new TrailProtectionQuery(new Database(source)).holds();
  } finally {
    await source.destroy();
  }
}

describe.each(appendOnly)('the role of the application, at %s,', (table) => {
  it.each([
    ['UPDATE', `UPDATE ${table} SET ${['audit_seals', 'audit_anchors'].includes(table) ? 'hash' : 'id'} = DEFAULT`],
    ['DELETE', `DELETE FROM ${table} WHERE false`],
    ['TRUNCATE', `TRUNCATE ${table}`],
    ['DISABLE TRIGGER', `ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`],
    ['DROP TRIGGER', `DROP TRIGGER ${table}_append_only ON ${table}`],
    ['CREATE TRIGGER', `CREATE TRIGGER other BEFORE INSERT ON ${table} EXECUTE FUNCTION refuse_change()`],
    ['CREATE RULE', `CREATE RULE other AS ON INSERT TO ${table} DO INSTEAD NOTHING`],
    ['DROP TABLE', `DROP TABLE ${table}`],
  ])('is refused %s for want of the privilege, not by a trigger', async (_what, statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('gives itself no privilege', async () => {
    // PostgreSQL only warns when there was nothing to grant.
    await asApplication(`GRANT UPDATE ON ${table} TO vanthu_application`).catch(() => undefined);
    const { rows } = await asApplication(`SELECT has_table_privilege('${table}', 'UPDATE') AS may`);
    expect(rows).toEqual([{ may: false }]);
  });

  it('may read', async () => {
    expect((await asApplication(`SELECT count(*)::int AS count FROM ${table}`)).rows).toEqual([{ count: 0 }]);
  });
});

describe('the role of the application', () => {
  it('can’t become the owner, by any of the ways to another role', async () => {
    for (const statement of ['SET ROLE vanthu', 'SET SESSION AUTHORIZATION vanthu', 'SET ROLE postgres']) {
      await expect(asApplication(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await asApplication('SET ROLE NONE; RESET ROLE');
    await expect(asApplication('SET session_replication_role = replica')).rejects.toMatchObject({ code: '42501' });
    await expect(
      asApplication('CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS $$ $$'),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('may add to the trail, and read, change and remove everywhere else', async () => {
    const { rows } = await asApplication(
      `SELECT tablename AS name,
              has_table_privilege(quote_ident(tablename), 'SELECT') AND has_table_privilege(quote_ident(tablename), 'INSERT') AS adds,
              has_table_privilege(quote_ident(tablename), 'UPDATE') AND has_table_privilege(quote_ident(tablename), 'DELETE') AS changes,
              has_table_privilege(quote_ident(tablename), 'TRUNCATE') AS empties
         FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const { name, adds, changes, empties } of rows as Record<string, unknown>[]) {
      expect([name, adds, changes, empties]).toEqual([name, true, !appendOnly.includes(String(name)), false]);
    }
  });

  it('keeps the promise of the trail, which the owner of the tables does not', async () => {
    expect(await holdsFor(database.applicationUrl)).toBe(true);
    expect(await holdsFor(database.url)).toBe(false);
  });
});

describe('admitting the application', () => {
  it('may be repeated, and counts tables of later migrations in', async () => {
    const fresh = await createEmptyDatabase();
    try {
      await migrateDatabase(fresh.url);
      await Promise.all([1, 2].map(() => admitApplication(fresh.url, fresh.applicationUrl)));
      await ask(
        fresh.url,
        `CREATE TABLE later_facts (id integer); CREATE TABLE later_work (id integer);
         CREATE TRIGGER later_facts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON later_facts
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
      await admitApplication(fresh.url, fresh.applicationUrl);
      await ask(fresh.applicationUrl, 'INSERT INTO later_work VALUES (1); DELETE FROM later_work');
      await ask(fresh.applicationUrl, 'INSERT INTO later_facts VALUES (1)');
      await expect(ask(fresh.applicationUrl, 'DELETE FROM later_facts')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await fresh.drop();
    }
  });

  it('hands over a queue that the owner of the tables made', async () => {
    const fresh = await createEmptyDatabase();
    try {
      await migrateDatabase(fresh.url);
      await ask(
        fresh.url,
        `CREATE SCHEMA bullmq; CREATE TYPE bullmq.state AS ENUM ('waiting');
         CREATE TABLE bullmq.job (id bigserial PRIMARY KEY, state bullmq.state);
         CREATE FUNCTION bullmq.add(id bigint) RETURNS bigint LANGUAGE sql AS 'SELECT id'`,
      );
      await admitApplication(fresh.url, fresh.applicationUrl);
      await ask(
        fresh.applicationUrl,
        `INSERT INTO bullmq.job (state) VALUES ('waiting'); ALTER TABLE bullmq.job ADD note text;
         ALTER TYPE bullmq.state ADD VALUE 'done'; DROP FUNCTION bullmq.add(bigint)`,
      );
      const { rows } = await ask(fresh.applicationUrl, 'SELECT state FROM bullmq.job');
      expect(rows).toEqual([{ state: 'waiting' }]);
    } finally {
      await fresh.drop();
    }
  });

  it('says what a database administrator has to run, when the role is missing and the owner may not make it', async () => {
    const stranger = new URL(database.applicationUrl);
    stranger.username = `stranger_${randomBytes(4).toString('hex')}`;
    await expect(admitApplication(database.url, stranger.href)).rejects.toThrow(
      `CREATE ROLE "${stranger.username}" LOGIN PASSWORD '…'; GRANT "${stranger.username}" TO "vanthu";`,
    );
  });
});
