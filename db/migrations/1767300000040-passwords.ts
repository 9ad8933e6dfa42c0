import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that people can tell apart and end, tries that are slowed down, and links that work once. */
export class Passwords1767300000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [sessions, tries, links]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const sessions = `
  ALTER TABLE sessions
    ADD COLUMN user_agent text NOT NULL DEFAULT '',
    ADD COLUMN last_used_at timestamptz;
  UPDATE sessions SET last_used_at = created_at;
  ALTER TABLE sessions ALTER COLUMN last_used_at SET NOT NULL;
  CREATE INDEX sessions_person ON sessions (person_id, id);
`;

const tries = `
  CREATE TABLE sign_in_tries (
    subject_digest text NOT NULL CONSTRAINT sign_in_tries_pkey PRIMARY KEY,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    open_at timestamptz NOT NULL
  );

  CREATE TABLE known_devices (
    token_digest text NOT NULL,
    person_id uuid NOT NULL CONSTRAINT known_devices_person_fkey REFERENCES people (id),
    last_used_at timestamptz NOT NULL,
    CONSTRAINT known_devices_pkey PRIMARY KEY (token_digest, person_id)
  );
  CREATE INDEX known_devices_person ON known_devices (person_id);
`;

const links = `
  CREATE TABLE one_time_links (
    id uuid NOT NULL CONSTRAINT one_time_links_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT one_time_links_person_fkey REFERENCES people (id),
    purpose text NOT NULL,
    token_digest text CONSTRAINT one_time_links_token_digest_key UNIQUE,
    mailed_token_digest text CONSTRAINT one_time_links_mailed_token_digest_key UNIQUE,
    made_by uuid CONSTRAINT one_time_links_made_by_fkey REFERENCES people (id),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX one_time_links_person ON one_time_links (person_id);

  CREATE TABLE password_reset_requests (
    id uuid NOT NULL CONSTRAINT password_reset_requests_pkey PRIMARY KEY,
    asked_for text NOT NULL,
    language text NOT NULL,
    created_at timestamptz NOT NULL
  );
`;
