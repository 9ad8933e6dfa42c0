import type { Client } from 'pg';
import { PlainFault } from '#platform';
import { withMigrationLock } from './migration-lock.js';

/**
 * Lets the role that the application works as use the tables of their owner: read and change all, but only add to those
 * that are append-only (Decree 30/2020, Annex VI, III.5a). Makes the role when it is missing. Runs after every
 * migration, so that new tables are never forgotten; safe to run again.
 *
 * @throws PlainFault with what a database administrator has to run, when the owner may not make roles.
 */
export async function admitApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const owner = userOf(ownerUrl);
  const application = userOf(applicationUrl);
  if (owner === application) {
    return;
  }
  await withMigrationLock(ownerUrl, async (client) => {
    await makeRole(client, owner, applicationUrl);
    await client.query('BEGIN');
    await grant(client, client.escapeIdentifier(application));
    await handQueueOver(client, application);
    await client.query('COMMIT');
  });
}

async function makeRole(client: Client, owner: string, applicationUrl: string): Promise<void> {
  const name = userOf(applicationUrl);
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (known.rowCount !== 0) {
    return;
  }
  const [role, ownRole] = [client.escapeIdentifier(name), client.escapeIdentifier(owner)];
  const password = client.escapeLiteral(decodeURIComponent(new URL(applicationUrl).password));
  try {
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${password}`);
    await client.query(`GRANT ${role} TO ${ownRole}`);
  } catch (error) {
    if (!isRefused(error)) {
      throw error;
    }
    throw new PlainFault(
      `DATABASE_URL names the database role ${name}, which is missing, and ${owner} may not make roles. ` +
        `A database administrator runs: CREATE ROLE ${role} LOGIN PASSWORD '…'; GRANT ${role} TO ${ownRole};`,
    );
  }
}

async function grant(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ database: string; schema: string }>(
    'SELECT quote_ident(current_database()) AS database, quote_ident(current_schema()) AS schema',
  );
  for (const { database, schema } of rows) {
    // CREATE is for the schema of the queue, which is the queue's own.
    await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO ${role}`);
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
  }
  for (const table of await appendOnlyTables(client)) {
    await client.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${role}`);
  }
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${role}`);
}

/** The tables whose trigger refuses every change: it binds whoever owns them, the privileges bind the application. */
async function appendOnlyTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT refusal.tgrelid::regclass::text AS name FROM pg_trigger AS refusal
       JOIN pg_proc AS function ON function.oid = refusal.tgfoid WHERE function.proname = 'refuse_change'`,
  );
  return rows.map(({ name }) => name);
}

/** A queue in PostgreSQL that was made before the application had a role of its own: its upgrades need an owner. */
async function handQueueOver(client: Client, application: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `WITH schema AS (SELECT oid FROM pg_namespace
                      WHERE nspname = 'bullmq' AND pg_has_role(nspowner, 'USAGE') AND pg_has_role($1, 'MEMBER')
                        AND nspowner <> to_regrole(quote_ident($1)))
     SELECT format('ALTER SCHEMA bullmq OWNER TO %I', $1::text) AS statement FROM schema
     UNION ALL
     SELECT format('ALTER TABLE %s OWNER TO %I', class.oid::regclass, $1::text) FROM schema
       JOIN pg_class AS class ON class.relnamespace = schema.oid AND class.relkind IN ('r', 'p', 'v', 'm')
     UNION ALL
     SELECT format('ALTER SEQUENCE %s OWNER TO %I', class.oid::regclass, $1::text) FROM schema
       JOIN pg_class AS class ON class.relnamespace = schema.oid AND class.relkind = 'S'
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = class.oid AND deptype IN ('a', 'i'))
     UNION ALL
     SELECT format('ALTER ROUTINE %s OWNER TO %I', routine.oid::regprocedure, $1::text) FROM schema
       JOIN pg_proc AS routine ON routine.pronamespace = schema.oid
     UNION ALL
     SELECT format('ALTER TYPE %s OWNER TO %I', type.oid::regtype, $1::text) FROM schema
       JOIN pg_type AS type ON type.typnamespace = schema.oid AND type.typtype IN ('e', 'd')`,
    [application],
  );
  for (const { statement } of rows) {
    await client.query(statement);
  }
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

function isRefused(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '42501';
}
