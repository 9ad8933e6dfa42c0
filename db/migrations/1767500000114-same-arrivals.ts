import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was registered with the same number and notation is found at once; what waits to be received is little. */
export class SameArrivals1767500000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX arrivals_symbol ON arrivals (agency_id, upper(symbol)) WHERE arrival_number IS NOT NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
