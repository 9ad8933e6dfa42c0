import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

// Days stay text (a Date would move them by the zone of the machine); counts and sizes fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DatabaseOptions {
  readonly url: string;
  readonly pool: number;
  readonly entities: DataSourceOptions['entities'];
  readonly migrations: DataSourceOptions['migrations'];
}

/** A data source with the settings that every process shares; `synchronize` is never on. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    migrations: options.migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: options.pool,
    applicationName: 'vanthu',
    logging: false,
    // A transaction that hangs holds the numbers of its agency: after a minute the server gives them back.
    extra: { keepAlive: true, idle_in_transaction_session_timeout: 60_000 },
    // A lost connection in the pool is replaced at the next query; without a listener it would end the process.
    poolErrorHandler: () => undefined,
  });
}
