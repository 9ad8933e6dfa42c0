import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has not reached its recipients, or waits there for an answer, is found without looking at all the rest. */
export class LateRecipients1767500000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX deliveries_open ON deliveries (id)
        WHERE state IN ('queued', 'sent', 'needs-attention', 'arrived');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
