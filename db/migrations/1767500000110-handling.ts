import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incoming documents are submitted to leaders, and the work on them is assigned to units and people, by each of them on. */
export class Handling1767500000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE arrivals
        ADD COLUMN submitted_to_post_id uuid CONSTRAINT arrivals_submitted_to_fkey REFERENCES posts (id),
        ADD COLUMN submitted_at timestamptz;
      CREATE INDEX arrivals_submitted_to ON arrivals (submitted_to_post_id) WHERE state = 'submitted';
      CREATE INDEX arrivals_issuer ON arrivals (agency_id, sender_name, type_name, id) WHERE arrival_number IS NOT NULL;
      CREATE TABLE assignments (
        id uuid NOT NULL CONSTRAINT assignments_pkey PRIMARY KEY,
        arrival_id uuid NOT NULL CONSTRAINT assignments_arrival_fkey REFERENCES arrivals (id),
        parent_id uuid CONSTRAINT assignments_parent_fkey REFERENCES assignments (id),
        role text NOT NULL CONSTRAINT assignments_role_check CHECK (role IN ('lead', 'support')),
        unit_id uuid CONSTRAINT assignments_unit_fkey REFERENCES units (id),
        post_id uuid CONSTRAINT assignments_post_fkey REFERENCES posts (id),
        due_on date,
        instruction text NOT NULL,
        state text NOT NULL CONSTRAINT assignments_state_check
          CHECK (state IN ('open', 'in-process', 'done', 'handed-back', 'withdrawn')),
        assigned_by_post_id uuid NOT NULL CONSTRAINT assignments_assigned_by_fkey REFERENCES posts (id),
        assigned_at timestamptz NOT NULL,
        ended_at timestamptz,
        note text,
        changed_at timestamptz NOT NULL,
        seen_at timestamptz,
        CONSTRAINT assignments_holder_check CHECK ((unit_id IS NULL) <> (post_id IS NULL)),
        CONSTRAINT assignments_ended_check CHECK ((ended_at IS NULL) = (state IN ('open', 'in-process')))
      );
      CREATE INDEX assignments_arrival ON assignments (arrival_id, id);
      CREATE INDEX assignments_parent ON assignments (parent_id);
      CREATE INDEX assignments_post ON assignments (post_id, coalesce(due_on, 'infinity'::date), id)
        WHERE post_id IS NOT NULL;
      CREATE INDEX assignments_unit ON assignments (unit_id, coalesce(due_on, 'infinity'::date), id)
        WHERE unit_id IS NOT NULL;
      CREATE INDEX assignments_given ON assignments (assigned_by_post_id, coalesce(due_on, 'infinity'::date), id)
        WHERE ended_at IS NULL;
      CREATE UNIQUE INDEX assignments_one_lead ON assignments (arrival_id, parent_id) NULLS NOT DISTINCT
        WHERE role = 'lead' AND ended_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
