import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody at the recipient first opened what arrived. */
export class FirstOpening1767500000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE arrivals ADD COLUMN opened_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
