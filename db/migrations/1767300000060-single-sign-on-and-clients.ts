import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in at the agency’s own identity provider, and systems of other agencies that work through the API. */
export class SingleSignOnAndClients1767300000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [singleSignOn, clients]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const singleSignOn = `
  CREATE TABLE person_identities (
    id uuid NOT NULL CONSTRAINT person_identities_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT person_identities_person_fkey REFERENCES people (id),
    issuer text NOT NULL,
    subject text NOT NULL,
    linked_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    CONSTRAINT person_identities_subject_key UNIQUE (issuer, subject),
    CONSTRAINT person_identities_person_key UNIQUE (person_id, issuer)
  );

  CREATE TABLE single_sign_on_tries (
    state_digest text NOT NULL CONSTRAINT single_sign_on_tries_pkey PRIMARY KEY,
    browser_digest text NOT NULL,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    back text NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX single_sign_on_tries_expiry ON single_sign_on_tries (expires_at);
`;

const clients = `
  CREATE TABLE api_clients (
    id uuid NOT NULL CONSTRAINT api_clients_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT api_clients_agency_fkey REFERENCES agencies (id),
    person_id uuid NOT NULL CONSTRAINT api_clients_person_fkey REFERENCES people (id),
    post_id uuid NOT NULL CONSTRAINT api_clients_post_fkey REFERENCES posts (id),
    name text NOT NULL,
    scopes text[] NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    disabled_at timestamptz
  );
  CREATE INDEX api_clients_agency ON api_clients (agency_id, id);

  CREATE TABLE api_client_secrets (
    id uuid NOT NULL CONSTRAINT api_client_secrets_pkey PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT api_client_secrets_client_fkey REFERENCES api_clients (id),
    digest text NOT NULL CONSTRAINT api_client_secrets_digest_key UNIQUE,
    ending text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    last_used_at timestamptz
  );
  CREATE INDEX api_client_secrets_client ON api_client_secrets (client_id);

  CREATE TABLE access_tokens (
    digest text NOT NULL CONSTRAINT access_tokens_pkey PRIMARY KEY,
    client_id uuid NOT NULL CONSTRAINT access_tokens_client_fkey REFERENCES api_clients (id),
    secret_id uuid NOT NULL CONSTRAINT access_tokens_secret_fkey REFERENCES api_client_secrets (id) ON DELETE CASCADE,
    scopes text[] NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX access_tokens_secret ON access_tokens (secret_id);
  CREATE INDEX access_tokens_expiry ON access_tokens (expires_at);
`;
