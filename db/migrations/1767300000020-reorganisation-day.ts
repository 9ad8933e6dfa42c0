import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans that change the agencies on one day, and what that day leaves behind on arrivals and posts. */
export class ReorganisationDay1767300000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [plans, structure, arrivals]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const plans = `
  CREATE TABLE reorganisation_plans (
    id uuid NOT NULL CONSTRAINT reorganisation_plans_pkey PRIMARY KEY,
    title text NOT NULL,
    legal_basis text NOT NULL,
    effective_on date NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    drafted_by_post_id uuid CONSTRAINT reorganisation_plans_drafter_fkey REFERENCES posts (id),
    scheduled_by_post_id uuid CONSTRAINT reorganisation_plans_scheduler_fkey REFERENCES posts (id),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    scheduled_at timestamptz,
    took_effect_at timestamptz,
    outcome jsonb,
    failure jsonb
  );
  CREATE INDEX reorganisation_plans_due ON reorganisation_plans (effective_on) WHERE state = 'scheduled';

  CREATE TABLE reorganisation_steps (
    plan_id uuid NOT NULL CONSTRAINT reorganisation_steps_plan_fkey REFERENCES reorganisation_plans (id),
    position integer NOT NULL,
    kind text NOT NULL,
    data jsonb NOT NULL,
    CONSTRAINT reorganisation_steps_pkey PRIMARY KEY (plan_id, position)
  );

  CREATE TABLE reorganisation_moved_posts (
    from_post_id uuid NOT NULL CONSTRAINT reorganisation_moved_posts_pkey PRIMARY KEY
      CONSTRAINT reorganisation_moved_posts_from_fkey REFERENCES posts (id),
    to_post_id uuid NOT NULL CONSTRAINT reorganisation_moved_posts_to_fkey REFERENCES posts (id),
    plan_id uuid NOT NULL CONSTRAINT reorganisation_moved_posts_plan_fkey REFERENCES reorganisation_plans (id)
  );
  CREATE INDEX reorganisation_moved_posts_plan ON reorganisation_moved_posts (plan_id, from_post_id);
`;

const structure = `
  -- Keeps the structure as it is until the transaction ends, and tells whether the post and its agency still are. The
  -- second statement sees what a reorganisation committed while the first one waited for it.
  CREATE FUNCTION hold_agency_structure(lock_key bigint, post uuid, today date) RETURNS boolean
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(lock_key);
    RETURN NOT EXISTS (
      SELECT 1 FROM posts JOIN agencies ON agencies.id = posts.agency_id
       WHERE posts.id = post AND (posts.valid_to < today OR agencies.valid_to < today));
  END $$;

  -- The agencies that an agency stands for today: itself, and those whose place it took as the lead.
  CREATE FUNCTION stands_for(agency uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE line AS (
      SELECT agency AS id
      UNION
      SELECT succession.predecessor_id
        FROM line JOIN agency_successions AS succession ON succession.successor_id = line.id AND succession.is_lead)
    SELECT array_agg(id) FROM line
  $$;
`;

const arrivals = `
  ALTER TABLE arrivals
    ADD COLUMN addressee_code text,
    ADD COLUMN addressee_name text;

  CREATE INDEX deliveries_queued ON deliveries (recipient_id) WHERE transport_state = 'queued';
`;
