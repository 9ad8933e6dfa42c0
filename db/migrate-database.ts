import { Client } from 'pg';
import { createDataSource } from '#platform';
import { migrations } from './migrations.js';

/** Any constant: processes that start together wait for the first one here. */
const migrationLock = 7_301_002;

/**
 * Brings the schema of a database up to date and gives how many migrations it ran. Each runs in a transaction of its
 * own. The lock belongs to a connection of its own, so that it goes away with a process that dies.
 */
export async function migrateDatabase(url: string, log?: (line: string) => void): Promise<number> {
  const client = new Client({ connectionString: url, application_name: 'vanthu migration' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await runMigrations(url, log);
  } finally {
    await client.end();
  }
}

async function runMigrations(url: string, log?: (line: string) => void): Promise<number> {
  const dataSource = await createDataSource({ url, pool: 2, entities: [], migrations }).initialize();
  try {
    const run = await dataSource.runMigrations();
    for (const { name } of run) {
      log?.(`migrated: ${name}`);
    }
    return run.length;
  } finally {
    await dataSource.destroy();
  }
}
