import { Client } from 'pg';

/** Any constant: processes that start together wait for the first one here. */
const migrationLock = 7_301_002;

/**
 * Runs work on the schema while no other process does. The lock belongs to a connection of its own, so that it goes
 * away with a process that dies.
 */
export async function withMigrationLock<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'vanthu migration' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await work(client);
  } finally {
    await client.end();
  }
}
