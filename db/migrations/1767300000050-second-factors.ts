import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people show beside their password: codes of an app, passkeys, recovery codes, and the roles that need them. */
export class SecondFactors1767300000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [factors, rules, challenges]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const factors = `
  CREATE TABLE totp_factors (
    id uuid CONSTRAINT totp_factors_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT totp_factors_person_fkey REFERENCES people (id),
    name text NOT NULL,
    sealed_secret text NOT NULL,
    last_step bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_used_at timestamptz
  );
  CREATE INDEX totp_factors_person ON totp_factors (person_id);

  CREATE TABLE passkeys (
    id uuid CONSTRAINT passkeys_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT passkeys_person_fkey REFERENCES people (id),
    name text NOT NULL,
    site text NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT passkeys_credential_key UNIQUE (credential_id)
  );
  CREATE INDEX passkeys_person ON passkeys (person_id);

  CREATE TABLE recovery_codes (
    person_id uuid NOT NULL CONSTRAINT recovery_codes_person_fkey REFERENCES people (id),
    code_digest text NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (person_id, code_digest)
  );

  -- Whether a person can be asked for anything beside the password.
  CREATE FUNCTION has_second_factor(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM totp_factors WHERE person_id = person AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM passkeys WHERE person_id = person)
  $$;
`;

const rules = `
  CREATE TABLE second_factor_rules (
    role text CONSTRAINT second_factor_rules_pkey PRIMARY KEY,
    required_since timestamptz NOT NULL
  );

  CREATE TABLE second_factor_resets (
    person_id uuid CONSTRAINT second_factor_resets_pkey PRIMARY KEY
      CONSTRAINT second_factor_resets_person_fkey REFERENCES people (id),
    reset_at timestamptz NOT NULL
  );
`;

const challenges = `
  CREATE TABLE passkey_challenges (
    session_id uuid NOT NULL CONSTRAINT passkey_challenges_session_fkey REFERENCES sessions (id) ON DELETE CASCADE,
    purpose text NOT NULL,
    challenge text NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT passkey_challenges_pkey PRIMARY KEY (session_id, purpose)
  );

  ALTER TABLE sessions ADD COLUMN confirmed_at timestamptz;
`;
