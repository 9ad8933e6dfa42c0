import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands for an agency, asked once a recipient of every dispatch: nearly always itself, which one look at an index
 * tells. The line of successions, which costs many times as much, is followed only behind it.
 */
export class StandingAgency1767500000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION lead_successor(agency uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
        BEGIN
          IF NOT EXISTS (SELECT 1 FROM agency_successions WHERE predecessor_id = agency AND is_lead) THEN
            RETURN agency;
          END IF;
          RETURN (
            WITH RECURSIVE line AS (
              SELECT agency AS id, 0 AS step
              UNION ALL
              SELECT succession.successor_id, line.step + 1
                FROM line
                JOIN agency_successions AS succession ON succession.predecessor_id = line.id AND succession.is_lead
               WHERE line.step < 50)
            SELECT id FROM line ORDER BY step DESC LIMIT 1);
        END
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
