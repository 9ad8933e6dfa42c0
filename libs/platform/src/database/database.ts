import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

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

  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.execute<Row>(sql, parameters)).rows;
  }

  /** Like `query`, with the count of touched rows: zero of a guarded UPDATE is a conflict. */
  async execute<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<QueryAnswer<Row>> {
    const joined = this.current.getStore();
    const runner = joined?.runner ?? this.dataSource.createQueryRunner();
    try {
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
