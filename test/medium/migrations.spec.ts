import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase, migrations, schemaDrift } from '#db';
import { createEmptyDatabase, type TestDatabase } from '#testing';

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(async () => {
  await database.drop();
});

describe('migrating', () => {
  it('runs every migration on a fresh database and names it, and nothing the second time', async () => {
    const lines: string[] = [];
    expect(await migrateDatabase(database.url, (line) => lines.push(line))).toBe(migrations.length);
    expect(lines).toEqual(migrations.map(({ name }) => `migrated: ${name}`));
    expect(await migrateDatabase(database.url)).toBe(0);
  });

  it('happens once when processes start together', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrateDatabase(database.url)));
    expect(runs.toSorted((one, other) => one - other)).toEqual([0, 0, migrations.length]);
  });
});

describe('the check for drift', () => {
  beforeEach(async () => {
    await migrateDatabase(database.url);
  });

  it('finds that the row classes describe the tables which the migrations make', async () => {
    expect(await schemaDrift(database.url)).toEqual([]);
  });

  it.each([
    ['a column that no class has', 'ALTER TABLE people ADD phone text', 'DROP COLUMN "phone"'],
    ['a column that only a class has', 'ALTER TABLE people DROP full_name', 'ADD "full_name"'],
    ['a column of another type', 'ALTER TABLE documents ALTER version TYPE bigint', '"version"'],
    ['a column that may be empty', 'ALTER TABLE documents ALTER subject DROP NOT NULL', '"subject" SET NOT NULL'],
    ['a lost foreign key', 'ALTER TABLE posts DROP CONSTRAINT posts_person_fkey', 'posts_person_fkey'],
    [
      'a lost unique key',
      'ALTER TABLE deliveries DROP CONSTRAINT deliveries_recipient_key',
      'deliveries_recipient_key',
    ],
    [
      'a lost check',
      'ALTER TABLE share_targets DROP CONSTRAINT share_targets_value_check',
      'share_targets_value_check',
    ],
    ['a lost index', 'DROP INDEX documents_agency_state', 'documents_agency_state'],
    ['a table that no class describes', 'CREATE TABLE left_over (id uuid)', 'DROP TABLE "left_over"'],
    ['a table that only a class describes', 'DROP TABLE audit_unsealed', 'CREATE TABLE "audit_unsealed"'],
  ])('finds %s', async (_what, change, drift) => {
    await run(change);
    expect((await schemaDrift(database.url)).join('\n')).toContain(drift);
  });
});

async function run(statement: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
