import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tries of a job are counted where its promise is kept, and so is when the next one is due. */
export class TriesOfJobs1767500000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_messages
        ADD COLUMN tries integer NOT NULL DEFAULT 0,
        ADD COLUMN round integer NOT NULL DEFAULT 0,
        ADD COLUMN run_at timestamptz;

      DROP INDEX outbox_messages_waiting;
      CREATE INDEX outbox_messages_waiting ON outbox_messages (priority, id)
        WHERE relayed_at IS NULL AND failed_at IS NULL AND run_at IS NULL;
      CREATE INDEX outbox_messages_scheduled ON outbox_messages (run_at)
        WHERE relayed_at IS NULL AND failed_at IS NULL AND run_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
