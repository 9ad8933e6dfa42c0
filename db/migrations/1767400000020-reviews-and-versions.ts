import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviewers of a draft and their rounds, opinions that stay for ever, and versions of a draft. */
export class ReviewsAndVersions1767400000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [documents, versions, rounds, opinions]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const documents = `
  ALTER TABLE documents ADD COLUMN review_mode text NOT NULL DEFAULT 'in-turn';

  -- A hand-over looks for the open work of a post: what is in review is open, too.
  DROP INDEX documents_signer;
  CREATE INDEX documents_signer ON documents (signer_post_id)
    WHERE state IN ('draft', 'returned', 'in-review', 'submitted');

  CREATE TABLE document_reviewers (
    document_id uuid NOT NULL CONSTRAINT document_reviewers_document_fkey REFERENCES documents (id),
    post_id uuid NOT NULL CONSTRAINT document_reviewers_post_fkey REFERENCES posts (id),
    position integer NOT NULL,
    due_on date NOT NULL,
    CONSTRAINT document_reviewers_pkey PRIMARY KEY (document_id, post_id)
  );
  CREATE INDEX document_reviewers_post ON document_reviewers (post_id);
`;

const versions = `
  CREATE TABLE document_versions (
    id uuid NOT NULL CONSTRAINT document_versions_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT document_versions_document_fkey REFERENCES documents (id),
    number integer NOT NULL,
    reason text NOT NULL,
    fields jsonb NOT NULL,
    files jsonb NOT NULL,
    kept_at timestamptz NOT NULL,
    kept_by_post_id uuid NOT NULL CONSTRAINT document_versions_kept_by_fkey REFERENCES posts (id),
    kept_by_name text NOT NULL,
    kept_by_position text NOT NULL,
    CONSTRAINT document_versions_number_key UNIQUE (document_id, number)
  );
  CREATE TRIGGER document_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const rounds = `
  CREATE TABLE review_rounds (
    id uuid NOT NULL CONSTRAINT review_rounds_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT review_rounds_document_fkey REFERENCES documents (id),
    number integer NOT NULL,
    mode text NOT NULL,
    state text NOT NULL,
    version_number integer NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT review_rounds_number_key UNIQUE (document_id, number)
  );
  CREATE UNIQUE INDEX review_rounds_open ON review_rounds (document_id) WHERE state = 'open';

  CREATE TABLE review_steps (
    id uuid NOT NULL CONSTRAINT review_steps_pkey PRIMARY KEY,
    round_id uuid NOT NULL CONSTRAINT review_steps_round_fkey REFERENCES review_rounds (id),
    document_id uuid NOT NULL CONSTRAINT review_steps_document_fkey REFERENCES documents (id),
    position integer NOT NULL,
    post_id uuid NOT NULL CONSTRAINT review_steps_post_fkey REFERENCES posts (id),
    due_on date NOT NULL,
    state text NOT NULL,
    -- Those whom the latest round asks or asked: they read the document. Not after it was called back.
    reads boolean NOT NULL,
    decided_at timestamptz,
    CONSTRAINT review_steps_position_key UNIQUE (round_id, position)
  );
  CREATE INDEX review_steps_document ON review_steps (document_id) WHERE reads;
  CREATE INDEX review_steps_post ON review_steps (post_id, state, document_id);
`;

const opinions = `
  CREATE TABLE document_opinions (
    id uuid NOT NULL CONSTRAINT document_opinions_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT document_opinions_document_fkey REFERENCES documents (id),
    number integer NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    round_number integer,
    version_number integer,
    given_at timestamptz NOT NULL,
    post_id uuid NOT NULL CONSTRAINT document_opinions_post_fkey REFERENCES posts (id),
    full_name text NOT NULL,
    position text NOT NULL,
    absent_name text,
    absent_position text,
    CONSTRAINT document_opinions_number_key UNIQUE (document_id, number)
  );
  CREATE TRIGGER document_opinions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_opinions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
