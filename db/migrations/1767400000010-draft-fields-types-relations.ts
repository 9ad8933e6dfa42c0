import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The remaining fields of Annex VI, document types that are kept by people, and what a document answers or corrects. */
export class DraftFieldsTypesRelations1767400000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [fields, types, relations]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const fields = `
  ALTER TABLE documents
    ADD COLUMN language text NOT NULL DEFAULT 'Tiếng Việt',
    ADD COLUMN issued_amount integer,
    ADD COLUMN file_year integer,
    ADD COLUMN file_notation text,
    ADD COLUMN file_ordinal integer;
`;

const types = `
  ALTER TABLE document_types
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN valid_to date;
  CREATE UNIQUE INDEX document_types_name ON document_types (lower(name));
  CREATE UNIQUE INDEX document_types_abbreviation ON document_types (abbreviation);
`;

const relations = `
  -- What is referred to stands here as it was issued: it can be an arrival, which this part of the system does not know.
  CREATE TABLE document_relations (
    document_id uuid NOT NULL CONSTRAINT document_relations_document_fkey REFERENCES documents (id),
    kind text NOT NULL,
    target_type text NOT NULL,
    target_id uuid NOT NULL,
    type_name text NOT NULL,
    symbol text NOT NULL,
    issued_on date NOT NULL,
    issuer_name text NOT NULL,
    CONSTRAINT document_relations_pkey PRIMARY KEY (document_id, target_type, target_id)
  );
  CREATE INDEX document_relations_target ON document_relations (target_type, target_id);
`;
