import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What failed is counted by the page of queues and by the look for alerts, every few seconds: both read all deliveries
 * there ever were for it.
 */
export class FailedDeliveries1767500000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX deliveries_not_carried ON deliveries (recipient_id, channel) WHERE transport_state = 'failed';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
