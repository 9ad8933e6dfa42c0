import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies with their past and who took whose place; people with an address; sessions that say how they began. */
export class AgenciesOverTime1767300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [agencies, people]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const agencies = `
  ALTER TABLE agencies
    ADD COLUMN address text NOT NULL DEFAULT '',
    ADD COLUMN email text NOT NULL DEFAULT '',
    ADD COLUMN phone text NOT NULL DEFAULT '';

  CREATE TABLE agency_versions (
    agency_id uuid NOT NULL CONSTRAINT agency_versions_agency_fkey REFERENCES agencies (id),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    abbreviation text NOT NULL,
    level text NOT NULL,
    parent_id uuid CONSTRAINT agency_versions_parent_fkey REFERENCES agencies (id),
    CONSTRAINT agency_versions_pkey PRIMARY KEY (agency_id, valid_to)
  );

  CREATE TABLE agency_successions (
    predecessor_id uuid NOT NULL CONSTRAINT agency_successions_predecessor_fkey REFERENCES agencies (id),
    successor_id uuid NOT NULL CONSTRAINT agency_successions_successor_fkey REFERENCES agencies (id),
    effective_on date NOT NULL,
    is_lead boolean NOT NULL,
    CONSTRAINT agency_successions_pkey PRIMARY KEY (predecessor_id, successor_id)
  );
  CREATE INDEX agency_successions_successor ON agency_successions (successor_id);
  CREATE UNIQUE INDEX agency_successions_lead ON agency_successions (predecessor_id) WHERE is_lead;

  -- The agency that stands in an agency's place today: itself while no one succeeded it.
  CREATE FUNCTION lead_successor(agency uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE line AS (
      SELECT agency AS id, 0 AS step
      UNION ALL
      SELECT succession.successor_id, line.step + 1
        FROM line JOIN agency_successions AS succession ON succession.predecessor_id = line.id AND succession.is_lead
       WHERE line.step < 50)
    SELECT id FROM line ORDER BY step DESC LIMIT 1
  $$;

  -- Every agency whose place an agency has taken, near and far.
  CREATE FUNCTION predecessors(agency uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE line AS (
      SELECT predecessor_id FROM agency_successions WHERE successor_id = agency
      UNION
      SELECT succession.predecessor_id
        FROM line JOIN agency_successions AS succession ON succession.successor_id = line.predecessor_id)
    SELECT coalesce(array_agg(predecessor_id ORDER BY predecessor_id), '{}') FROM line
  $$;
`;

const people = `
  ALTER TABLE people
    ADD COLUMN kind text NOT NULL DEFAULT 'person',
    ADD COLUMN email text,
    ADD COLUMN password_temporary boolean NOT NULL DEFAULT false;
  CREATE UNIQUE INDEX people_email ON people (lower(email));

  ALTER TABLE sessions
    ADD COLUMN method text NOT NULL DEFAULT 'password',
    ADD COLUMN second_factor_at timestamptz;
`;
