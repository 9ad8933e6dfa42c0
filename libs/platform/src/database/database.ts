import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';

export interface QueryAnswer<Row> {
  readonly rows: Row[];
  /** Rows that an INSERT, UPDATE or DELETE touched. */
  readonly affected: number;
}

interface Transaction {
  readonly runner: QueryRunner;
  /** The first statement that failed in it, and with that everything: PostgreSQL only answers COMMIT with a rollback. */
  fault?: { readonly error: unknown };
}

/**
 * The one way to the database. Inside `transaction` everything that is called, however deep, joins that transaction:
 * it is carried by AsyncLocalStorage, never handed through.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();

  constructor(private readonly dataSource: DataSource) {}

  get inTransaction(): boolean {
    return this.current.getStore() !== undefined;
  }

  /**
   * Runs the work in one transaction: committed when it returns, rolled back when it throws or when it went on after a
   * statement that failed. Joins an outer one.
   */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inTransaction) {
      return work();
    }
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      const transaction: Transaction = { runner };
      const result = await this.current.run(transaction, work);
      if (transaction.fault !== undefined) {
        throw transaction.fault.error;
      }
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * `name` is for a statement that every request asks and whose plan is the same whatever is asked for: each connection
   * plans it once, which would take longer than answering it.
   */
  async query<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
    name?: string,
  ): Promise<Row[]> {
    return (await this.execute<Row>(sql, parameters, name)).rows;
  }

  /** Like `query`, with the count of touched rows: zero of a guarded UPDATE is a conflict. */
  async execute<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
    name?: string,
  ): Promise<QueryAnswer<Row>> {
    const joined = this.current.getStore();
    const runner = joined?.runner ?? this.dataSource.createQueryRunner();
    try {
      if (name !== undefined) {
        return await runPrepared<Row>(runner, name, sql, parameters);
      }
      const result = await runner.query(sql, [...parameters], true);
      return { rows: result.records as Row[], affected: result.affected ?? 0 };
    } catch (error) {
      if (joined !== undefined) {
        joined.fault ??= { error };
      }
      throw error;
    } finally {
      if (joined === undefined) {
        await runner.release();
      }
    }
  }
}

/** TypeORM prepares no statements: its connection is asked, and fails as TypeORM does. */
async function runPrepared<Row>(
  runner: QueryRunner,
  name: string,
  text: string,
  parameters: readonly unknown[],
): Promise<QueryAnswer<Row>> {
  const client = (await runner.connect()) as ClientBase;
  try {
    const { rows, rowCount } = await client.query({ name, text, values: [...parameters] });
    return { rows: rows as Row[], affected: rowCount ?? 0 };
  } catch (error) {
    throw new QueryFailedError(text, [...parameters], error as Error);
  }
}

/** A connection that broke can’t roll back; the server has done so already, and the first error is the one to tell. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) {
    return;
  }
  try {
    await runner.rollbackTransaction();
  } catch {
    // Told by the error that brought us here.
  }
}
