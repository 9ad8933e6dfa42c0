import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits and is urgent stands first in the list; few documents are, so that few are written here. */
export class UrgentArrivals1767500000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX arrivals_urgent ON arrivals (agency_id, id) WHERE state = 'arrived' AND urgency <> 'normal'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
