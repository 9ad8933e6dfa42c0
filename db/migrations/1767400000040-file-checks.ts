import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found in the files of documents: malware, and marks of secrecy; and the files that were withdrawn. */
export class FileChecks1767400000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [checks, withdrawn, unsent]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const checks = `
  CREATE TABLE file_checks (
    attachment_id uuid NOT NULL CONSTRAINT file_checks_pkey PRIMARY KEY
      CONSTRAINT file_checks_attachment_fkey REFERENCES attachments (id) ON DELETE CASCADE,
    document_id uuid NOT NULL CONSTRAINT file_checks_document_fkey REFERENCES documents (id),
    malware text NOT NULL,
    signature text,
    scanner_down boolean NOT NULL,
    stamp text NOT NULL,
    unread text,
    unread_pages integer,
    findings jsonb NOT NULL,
    tries integer NOT NULL,
    -- When it is looked at again; null once everything is known.
    next_try_at timestamptz,
    released_by_post_id uuid CONSTRAINT file_checks_released_by_fkey REFERENCES posts (id),
    released_by_name text,
    released_at timestamptz,
    release_reason text
  );
  CREATE INDEX file_checks_document ON file_checks (document_id);
  CREATE INDEX file_checks_due ON file_checks (next_try_at) WHERE next_try_at IS NOT NULL;
  CREATE INDEX file_checks_held ON file_checks (document_id) WHERE stamp = 'held' OR malware = 'infected';
`;

const withdrawn = `
  CREATE TABLE withdrawn_files (
    id uuid NOT NULL CONSTRAINT withdrawn_files_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT withdrawn_files_document_fkey REFERENCES documents (id),
    file_name text NOT NULL,
    size bigint NOT NULL,
    digest text NOT NULL,
    findings jsonb NOT NULL,
    withdrawn_by_post_id uuid NOT NULL CONSTRAINT withdrawn_files_withdrawn_by_fkey REFERENCES posts (id),
    withdrawn_by_name text NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    reason text NOT NULL
  );
  CREATE INDEX withdrawn_files_document ON withdrawn_files (document_id);
  CREATE TRIGGER withdrawn_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawn_files
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** What has not left the house yet is looked at before it does. */
const unsent = `
  INSERT INTO file_checks (attachment_id, document_id, malware, scanner_down, stamp, findings, tries, next_try_at)
  SELECT attachment.id, document.id, 'waiting', false, 'waiting', '[]', 0, now()
    FROM attachments AS attachment JOIN documents AS document ON document.id = attachment.document_id
   WHERE document.state NOT IN ('sent', 'completed');
`;
