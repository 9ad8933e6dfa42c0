import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The relay takes the oldest messages of all with every fifth batch. */
export class OldestMessages1767500000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outbox_messages_oldest ON outbox_messages (id)
        WHERE relayed_at IS NULL AND failed_at IS NULL AND run_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
