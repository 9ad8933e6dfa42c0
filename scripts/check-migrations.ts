import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase, schemaDrift } from '#db';
import { EmbeddedPostgres, removeCluster } from '#platform';

/** Migrates a scratch database and tells where its tables and their row classes differ. */
async function check(url: string): Promise<boolean> {
  const count = await migrateDatabase(url, (line) => console.log(line));
  const drift = await schemaDrift(url);
  if (drift.length === 0) {
    console.log(`${count} migration(s) run; tables and row classes agree`);
    return true;
  }
  console.error('The migrations and the row classes differ. This would make the tables equal to the classes:');
  console.error(drift.map((statement) => `  ${statement};`).join('\n'));
  return false;
}

async function withTemporaryPostgres<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'vanthu-migrations-'));
  // PostgreSQL may run as another user, who has to pass through.
  chmodSync(folder, 0o711);
  try {
    const postgres = await EmbeddedPostgres.start({ dataDir: folder, durable: false });
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await removeCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

const given = process.env['DATABASE_URL'];
const agree = given === undefined || given === '' ? await withTemporaryPostgres(check) : await check(given);
process.exitCode = agree ? 0 : 1;
