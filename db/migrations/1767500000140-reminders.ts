import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are reminded of what is due once a working day; the open parts that have a day are found by it. */
export class Reminders1767500000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_days (day date NOT NULL CONSTRAINT reminder_days_pkey PRIMARY KEY);
      CREATE INDEX assignments_due ON assignments (due_on) WHERE ended_at IS NULL AND due_on IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
