import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform';
import { entities } from './entities.js';

/**
 * The SQL that would make the tables equal to their row classes: empty when the migrations and the classes agree.
 * Reads only. Indexes marked `synchronize: false` are in the migrations alone and are not compared.
 */
export async function schemaDrift(url: string): Promise<string[]> {
  const dataSource = await createDataSource({ url, pool: 2, entities, migrations: [] }).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return [...upQueries.map(({ query }) => query), ...(await unknownTables(dataSource))];
  } finally {
    await dataSource.destroy();
  }
}

/** The schema builder looks only at tables that have a class. */
async function unknownTables(dataSource: DataSource): Promise<string[]> {
  const known = [...dataSource.entityMetadatas.map(({ tableName }) => tableName), 'migrations'];
  const rows = await dataSource.query<{ name: string }[]>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> ALL ($1)',
    [known],
  );
  return rows.map(({ name }) => `DROP TABLE "${name}"`);
}
