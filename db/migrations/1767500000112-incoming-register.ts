import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The follow-up register says when the work on a document had ended; of those before, the trail knows. */
export class IncomingRegister1767500000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE arrivals ADD COLUMN completed_at timestamptz;
      UPDATE arrivals SET completed_at = entry.at
        FROM (SELECT object_id, max(at) AS at FROM audit_entries WHERE action = 'arrival.completed' GROUP BY object_id)
          AS entry
       WHERE arrivals.state = 'completed' AND entry.object_id = arrivals.id::text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
