import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldVietnamese } from '#kernel';

interface PersonRow {
  readonly id: string;
  readonly text: string;
}

/** Units inside an agency, people who are searched for, posts that move their work, stand-ins, and the form of a signature. */
export class PeopleAndPosts1767300000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [units, people, posts, delegations, documents]) {
      await runner.query(statement);
    }
    await this.foldNames(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }

  /** Those who are there already are found by name like those who come. */
  private async foldNames(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query(
      `SELECT id, full_name || ' ' || user_name || ' ' || coalesce(email, '') AS text FROM people`,
    )) as PersonRow[];
    const folded = rows.map(({ id, text }) => ({ id, text: foldVietnamese(text) }));
    await runner.query(
      `UPDATE people SET search_text = folded.text
         FROM jsonb_to_recordset($1::jsonb) AS folded(id uuid, text text) WHERE people.id = folded.id`,
      [JSON.stringify(folded)],
    );
  }
}

const units = `
  CREATE TABLE units (
    id uuid NOT NULL CONSTRAINT units_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT units_agency_fkey REFERENCES agencies (id),
    parent_id uuid CONSTRAINT units_parent_fkey REFERENCES units (id),
    name text NOT NULL,
    abbreviation text NOT NULL,
    valid_from date NOT NULL,
    valid_to date
  );
  CREATE INDEX units_agency ON units (agency_id);
`;

const people = `
  ALTER TABLE people
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN search_text text NOT NULL DEFAULT '';
  CREATE INDEX people_search ON people USING gin (search_text gin_trgm_ops);
  CREATE INDEX people_list ON people (search_text, id);
`;

const posts = `
  ALTER TABLE posts
    ADD COLUMN unit_id uuid CONSTRAINT posts_unit_fkey REFERENCES units (id),
    ADD COLUMN signing_forms text[] NOT NULL DEFAULT '{}';
  CREATE INDEX posts_unit ON posts (unit_id) WHERE unit_id IS NOT NULL;

  CREATE TABLE post_handovers (
    id uuid NOT NULL CONSTRAINT post_handovers_pkey PRIMARY KEY,
    from_post_id uuid NOT NULL CONSTRAINT post_handovers_from_fkey REFERENCES posts (id),
    to_post_id uuid NOT NULL CONSTRAINT post_handovers_to_fkey REFERENCES posts (id),
    effective_on date NOT NULL,
    reason text NOT NULL,
    made_by_post_id uuid NOT NULL CONSTRAINT post_handovers_maker_fkey REFERENCES posts (id),
    made_at timestamptz NOT NULL,
    done_at timestamptz,
    CONSTRAINT post_handovers_from_key UNIQUE (from_post_id)
  );
  CREATE INDEX post_handovers_to ON post_handovers (to_post_id);
  CREATE INDEX post_handovers_open ON post_handovers (effective_on) WHERE done_at IS NULL;
`;

const delegations = `
  CREATE TABLE delegations (
    id uuid NOT NULL CONSTRAINT delegations_pkey PRIMARY KEY,
    from_post_id uuid NOT NULL CONSTRAINT delegations_from_fkey REFERENCES posts (id),
    to_post_id uuid NOT NULL CONSTRAINT delegations_to_fkey REFERENCES posts (id),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    reason text NOT NULL,
    made_by_post_id uuid NOT NULL CONSTRAINT delegations_maker_fkey REFERENCES posts (id),
    made_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_by_post_id uuid CONSTRAINT delegations_revoker_fkey REFERENCES posts (id)
  );
  CREATE INDEX delegations_from ON delegations (from_post_id);
  CREATE INDEX delegations_to ON delegations (to_post_id);
`;

const documents = `
  ALTER TABLE documents
    ADD COLUMN signing_form text,
    ADD COLUMN on_behalf_of_post_id uuid CONSTRAINT documents_on_behalf_of_fkey REFERENCES posts (id);
  CREATE INDEX documents_signer ON documents (signer_post_id) WHERE state IN ('draft', 'returned', 'submitted');
`;
