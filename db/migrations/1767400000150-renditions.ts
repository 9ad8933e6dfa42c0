import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The PDFs that LibreOffice makes of Word and Excel files, by the content of the original. */
export class Renditions1767400000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment_renditions (
        digest text NOT NULL,
        media_type text NOT NULL,
        state text NOT NULL
          CONSTRAINT attachment_renditions_state_check CHECK (state IN ('waiting', 'made', 'failed')),
        fault text,
        rendition_digest text,
        size bigint,
        asked_at timestamptz NOT NULL,
        made_at timestamptz,
        CONSTRAINT attachment_renditions_pkey PRIMARY KEY (digest, media_type)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
