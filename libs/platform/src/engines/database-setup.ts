import { Client } from 'pg';

/** Owns the tables, and works on them only while they are brought up to date. */
export const OWNER = 'vanthu';

/** What the application works as: it can add to the trail, but take nothing back. */
export const APPLICATION = 'vanthu_application';

/**
 * Makes the two roles and the database when they are missing. Both are ordinary ones: the owner can install the
 * extensions PostgreSQL trusts, but neither can read the machine's files or start programs.
 */
export async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const name of [OWNER, APPLICATION]) {
      const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
      if (role.rowCount === 0) {
        // The password has only letters, digits, - and _: utility statements take no parameters.
        await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
      }
    }
    await client.query(`GRANT ${APPLICATION} TO ${OWNER}`);
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [OWNER]);
    if (database.rowCount === 0) {
      await client.query(`CREATE DATABASE ${OWNER} OWNER ${OWNER}`);
    }
  } finally {
    await client.end();
  }
}
