import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One sequence of numbers an agency or one for each kind, numbers that are reserved and cancelled, and the register of a year. */
export class OutgoingRegister1767400000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [numbering, entries, filled, indexes, kept]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const numbering = `
  CREATE TABLE numbering_settings (
    agency_id uuid NOT NULL CONSTRAINT numbering_settings_agency_fkey REFERENCES agencies (id),
    from_year integer NOT NULL,
    mode text NOT NULL CONSTRAINT numbering_settings_mode CHECK (mode IN ('single', 'per-type')),
    set_by_post_id uuid NOT NULL CONSTRAINT numbering_settings_post_fkey REFERENCES posts (id),
    set_at timestamptz NOT NULL,
    CONSTRAINT numbering_settings_pkey PRIMARY KEY (agency_id, from_year)
  );

  ALTER TABLE number_sequences ADD COLUMN series text NOT NULL DEFAULT '';
  ALTER TABLE number_sequences DROP CONSTRAINT number_sequences_pkey;
  ALTER TABLE number_sequences ADD CONSTRAINT number_sequences_pkey PRIMARY KEY (agency_id, register, year, series);
`;

const entries = `
  ALTER TABLE outgoing_entries
    ALTER COLUMN symbol DROP NOT NULL,
    ALTER COLUMN document_id DROP NOT NULL,
    ADD COLUMN series text NOT NULL DEFAULT '',
    ADD COLUMN state text NOT NULL DEFAULT 'given',
    ADD COLUMN day date,
    ADD COLUMN type_code text CONSTRAINT outgoing_entries_type_fkey REFERENCES document_types (code),
    ADD COLUMN signer_post_id uuid CONSTRAINT outgoing_entries_signer_fkey REFERENCES posts (id),
    ADD COLUMN reason text NOT NULL DEFAULT '',
    ADD COLUMN cancel_reason text,
    ADD COLUMN cancelled_by_post_id uuid CONSTRAINT outgoing_entries_cancelled_by_fkey REFERENCES posts (id),
    ADD COLUMN cancelled_at timestamptz,
    ADD COLUMN search_text text NOT NULL DEFAULT '';
`;

const filled = `
  UPDATE outgoing_entries AS entry
     SET day = coalesce(document.issued_on, (entry.entered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
         type_code = document.type_code, signer_post_id = document.signer_post_id, search_text = document.search_text
    FROM documents AS document WHERE document.id = entry.document_id;
`;

// A list is read along one of these, whatever else narrows it; words are looked for within one register.
const indexes = `
  ALTER TABLE outgoing_entries
    ALTER COLUMN day SET NOT NULL,
    DROP CONSTRAINT outgoing_entries_number_key,
    ADD CONSTRAINT outgoing_entries_number_key UNIQUE (agency_id, year, series, number),
    ADD CONSTRAINT outgoing_entries_state CHECK (
      CASE state WHEN 'given' THEN document_id IS NOT NULL AND symbol IS NOT NULL AND cancelled_at IS NULL
                 WHEN 'reserved' THEN document_id IS NULL AND cancelled_at IS NULL
                 WHEN 'cancelled' THEN cancel_reason IS NOT NULL AND cancelled_at IS NOT NULL
                 ELSE false END);
  CREATE INDEX outgoing_entries_day ON outgoing_entries (agency_id, year, day, id);
  CREATE INDEX outgoing_entries_type ON outgoing_entries (agency_id, year, type_code, day, id);
  CREATE INDEX outgoing_entries_signer ON outgoing_entries (agency_id, year, signer_post_id, day, id);
  CREATE INDEX outgoing_entries_open ON outgoing_entries (agency_id, year, state, day, id) WHERE state <> 'given';
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE INDEX outgoing_entries_search ON outgoing_entries USING gin (agency_id, year, search_text gin_trgm_ops);
  CREATE INDEX document_recipients_agency ON document_recipients (agency_id, document_id);
  CREATE INDEX deliveries_recipient ON deliveries (recipient_id, document_id);
`;

const kept = `
  CREATE FUNCTION keep_register_entry() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a number stays in its register as it is' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER outgoing_entries_kept BEFORE DELETE OR UPDATE OF agency_id, year, series, number ON outgoing_entries
    FOR EACH ROW EXECUTE FUNCTION keep_register_entry();
  CREATE TRIGGER outgoing_entries_cancelled BEFORE UPDATE ON outgoing_entries
    FOR EACH ROW WHEN (OLD.state = 'cancelled') EXECUTE FUNCTION keep_register_entry();
`;
