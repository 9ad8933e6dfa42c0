import { randomBytes } from 'node:crypto';
import { askEngine } from './engines/ask-engine.js';
import { databaseUrl, TEMPLATE, withClient } from './template.js';

export interface TestDatabase {
  /** As the owner of the tables. */
  readonly url: string;
  /** As the role that the application works as. */
  readonly applicationUrl: string;
  /** Ends its sessions too. */
  drop(): Promise<void>;
}

/** A migrated database for one test file, empty of rows but those the migrations write. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(TEMPLATE);
}

/** A database without a single table, for the tests of the migrations. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const { adminUrl, url, applicationUrl } = await askEngine('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${new URL(url).username}`);
  });
  return {
    url: databaseUrl(url, name),
    applicationUrl: databaseUrl(applicationUrl, name),
    drop: () =>
      withClient(adminUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}
