import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way to a draft, and the pieces of them that have come. */
export class Uploads1767400000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE uploads (
        id uuid NOT NULL CONSTRAINT uploads_pkey PRIMARY KEY,
        document_id uuid NOT NULL CONSTRAINT uploads_document_fkey REFERENCES documents (id),
        file_name text NOT NULL,
        size bigint NOT NULL,
        received bigint NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX uploads_expiry ON uploads (expires_at);

      CREATE TABLE upload_pieces (
        id uuid NOT NULL CONSTRAINT upload_pieces_pkey PRIMARY KEY,
        upload_id uuid NOT NULL CONSTRAINT upload_pieces_upload_fkey REFERENCES uploads (id),
        start bigint NOT NULL,
        size bigint NOT NULL,
        CONSTRAINT upload_pieces_start_key UNIQUE (upload_id, start)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
