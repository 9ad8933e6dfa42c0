import { createDataSource } from '#platform';
import { withMigrationLock } from './migration-lock.js';
import { migrations } from './migrations.js';

/**
 * Brings the schema of a database up to date and gives how many migrations it ran. Each runs in a transaction of its
 * own.
 */
export async function migrateDatabase(url: string, log?: (line: string) => void): Promise<number> {
  return withMigrationLock(url, () => runMigrations(url, log));
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
