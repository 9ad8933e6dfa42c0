import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for what narrows the outgoing list, and the views of it that people save. */
export class OutgoingList1767400000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [filters, deliveries, savedViews]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

// A list is read along one of these, newest first, whatever else narrows it; words are looked for within one agency.
const filters = `
  CREATE INDEX documents_type ON documents (agency_id, type_code, id);
  CREATE INDEX documents_signed ON documents (agency_id, signer_post_id, id);
  CREATE INDEX documents_urgent ON documents (agency_id, urgency, id) WHERE urgency <> 'normal';
  CREATE INDEX documents_issued ON documents (agency_id, issued_on);
  CREATE INDEX documents_due ON documents (agency_id, due_date)
    WHERE due_date IS NOT NULL AND state IN ('submitted', 'sent');
  DROP INDEX documents_search;
  CREATE INDEX documents_search ON documents USING gin (agency_id, search_text gin_trgm_ops);
`;

const deliveries = `
  CREATE INDEX deliveries_refused ON deliveries (document_id) WHERE state = 'refused';
  CREATE INDEX deliveries_waiting ON deliveries (document_id) WHERE state IN ('queued', 'sent');
  CREATE INDEX deliveries_attention ON deliveries (document_id) WHERE state = 'needs-attention';
`;

const savedViews = `
  CREATE TABLE saved_views (
    id uuid NOT NULL CONSTRAINT saved_views_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT saved_views_person_fkey REFERENCES people (id),
    agency_id uuid NOT NULL CONSTRAINT saved_views_agency_fkey REFERENCES agencies (id),
    name text NOT NULL,
    box text NOT NULL,
    filter jsonb NOT NULL,
    is_default boolean NOT NULL,
    is_shared boolean NOT NULL,
    position integer NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX saved_views_name ON saved_views (person_id, agency_id, lower(name));
  CREATE UNIQUE INDEX saved_views_default ON saved_views (person_id, agency_id) WHERE is_default;
  CREATE INDEX saved_views_shared ON saved_views (agency_id) WHERE is_shared;
`;
