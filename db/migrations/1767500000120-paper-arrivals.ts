import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes on paper is registered in the same book; issuers that are not in the directory are offered again. A scan is
 * the clerk’s to take off and to move, while what was sent stays as it was.
 */
export class PaperArrivals1767500000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE arrivals
        ADD COLUMN source text NOT NULL DEFAULT 'electronic'
          CONSTRAINT arrivals_source_check CHECK (source IN ('electronic', 'paper')),
        ADD COLUMN page_count integer CONSTRAINT arrivals_page_count_check CHECK (page_count > 0),
        ADD COLUMN paper_arrived_on date,
        ADD COLUMN joined_to_id uuid CONSTRAINT arrivals_joined_to_fkey REFERENCES arrivals (id);
      ALTER TABLE arrival_attachments
        ADD COLUMN dpi integer CONSTRAINT arrival_attachments_dpi_check CHECK (dpi > 0);
      CREATE TABLE paper_issuers (
        agency_id uuid NOT NULL CONSTRAINT paper_issuers_agency_fkey REFERENCES agencies (id),
        name_key text NOT NULL,
        name text NOT NULL,
        used_at timestamptz NOT NULL,
        CONSTRAINT paper_issuers_pkey PRIMARY KEY (agency_id, name_key)
      );
      CREATE FUNCTION keep_arrival_file() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT source = 'paper' AND state <> 'completed' FROM arrivals WHERE id = OLD.arrival_id) THEN
          RETURN coalesce(NEW, OLD);
        END IF;
        RAISE EXCEPTION 'what % say was sent does not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      DROP TRIGGER arrival_attachments_fixed ON arrival_attachments;
      CREATE TRIGGER arrival_attachments_fixed BEFORE UPDATE OR DELETE ON arrival_attachments
        FOR EACH ROW EXECUTE FUNCTION keep_arrival_file();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
