import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that a recipient’s own system reports: known again by its id of them. */
export class ReportedStates1767500000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tracking_events ADD COLUMN event_id text, ADD COLUMN arrival_number integer;
      CREATE UNIQUE INDEX tracking_events_reported ON tracking_events (delivery_id, event_id)
        WHERE event_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
