import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the files with the bytes of one that was withdrawn, and the withdrawn one from a file that comes in again. */
export class CopiesOfWithdrawnFiles1767400000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX attachments_digest ON attachments (digest);
      CREATE INDEX withdrawn_files_digest ON withdrawn_files (digest);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
