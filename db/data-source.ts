import { createDataSource, loadConfig } from '#platform';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

const { databaseUrl, databasePool } = loadConfig();
if (databaseUrl === undefined) {
  throw new Error('DATABASE_URL says which database the TypeORM command line works on');
}

/** For the TypeORM command line alone, which takes the one data source that a file exports. */
export const dataSource = createDataSource({ url: databaseUrl, pool: databasePool, entities, migrations });
