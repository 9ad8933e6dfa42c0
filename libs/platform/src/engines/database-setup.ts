import { Client } from 'pg';

/**
 * Makes the application's role and database when they are missing. The role is an ordinary one that owns its database:
 * it can install the extensions PostgreSQL trusts, but neither read the machine's files nor start programs.
 */
export async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query(`SELECT FROM pg_roles WHERE rolname = 'vanthu'`);
    if (role.rowCount === 0) {
      // The password has only letters, digits, - and _: utility statements take no parameters.
      await client.query(`CREATE ROLE vanthu LOGIN PASSWORD '${password}'`);
    }
    const database = await client.query(`SELECT FROM pg_database WHERE datname = 'vanthu'`);
    if (database.rowCount === 0) {
      await client.query('CREATE DATABASE vanthu OWNER vanthu');
    }
  } finally {
    await client.end();
  }
}
