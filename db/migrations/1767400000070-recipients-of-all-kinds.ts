import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recipients of all kinds with the reason for paper, sending at a set time, further copies, and content locked for ever. */
export class RecipientsOfAllKinds1767400000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [reasons, recipients, exchange, schedule, lock, locks]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const reasons = `
  CREATE TABLE paper_reasons (
    code text NOT NULL CONSTRAINT paper_reasons_pkey PRIMARY KEY,
    name text NOT NULL,
    name_key text NOT NULL CONSTRAINT paper_reasons_name_key UNIQUE,
    needs_words boolean NOT NULL,
    position integer NOT NULL,
    version integer NOT NULL,
    retired_at timestamptz
  );
  INSERT INTO paper_reasons (code, name, name_key, needs_words, position, version) VALUES
    ('not-on-system', 'Nơi nhận chưa dùng hệ thống', 'noi nhan chua dung he thong', false, 1, 1),
    ('paper-value', 'Văn bản có giá trị lưu bản giấy', 'van ban co gia tri luu ban giay', false, 2, 1),
    ('large-format', 'Kích thước, khổ lớn', 'kich thuoc, kho lon', false, 3, 1),
    ('on-request', 'Theo yêu cầu của nơi nhận', 'theo yeu cau cua noi nhan', false, 4, 1),
    ('other', 'Lý do khác', 'ly do khac', true, 5, 1);
`;

// The first sending is 1; each sending of further copies is the next number.
const recipients = `
  ALTER TABLE document_recipients
    ADD COLUMN paper_reason text CONSTRAINT document_recipients_paper_reason_fkey REFERENCES paper_reasons (code),
    ADD COLUMN paper_note text NOT NULL DEFAULT '',
    ADD COLUMN sending integer NOT NULL DEFAULT 1;
  ALTER TABLE document_recipient_groups
    ADD COLUMN paper_reason text CONSTRAINT document_recipient_groups_paper_reason_fkey REFERENCES paper_reasons (code),
    ADD COLUMN paper_note text NOT NULL DEFAULT '',
    ADD COLUMN sending integer NOT NULL DEFAULT 1;

  CREATE TABLE document_external_recipients (
    id uuid NOT NULL CONSTRAINT document_external_recipients_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT document_external_recipients_document_fkey REFERENCES documents (id),
    name text NOT NULL,
    address text NOT NULL,
    body_key text NOT NULL,
    paper_reason text CONSTRAINT document_external_recipients_paper_reason_fkey REFERENCES paper_reasons (code),
    paper_note text NOT NULL,
    position integer NOT NULL,
    sending integer NOT NULL,
    CONSTRAINT document_external_recipients_body_key UNIQUE (document_id, body_key)
  );

  CREATE TABLE document_informed_posts (
    document_id uuid NOT NULL CONSTRAINT document_informed_posts_document_fkey REFERENCES documents (id),
    post_id uuid NOT NULL CONSTRAINT document_informed_posts_post_fkey REFERENCES posts (id),
    position integer NOT NULL,
    sending integer NOT NULL,
    CONSTRAINT document_informed_posts_pkey PRIMARY KEY (document_id, post_id)
  );

  -- What stands in the box of a post to know. The reader is the post itself, or who took its work over before reading.
  CREATE TABLE document_notices (
    document_id uuid NOT NULL CONSTRAINT document_notices_document_fkey REFERENCES documents (id),
    post_id uuid NOT NULL CONSTRAINT document_notices_post_fkey REFERENCES posts (id),
    reader_post_id uuid NOT NULL CONSTRAINT document_notices_reader_fkey REFERENCES posts (id),
    sent_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT document_notices_pkey PRIMARY KEY (document_id, post_id)
  );
  CREATE INDEX document_notices_reader ON document_notices (reader_post_id, document_id);
  CREATE INDEX document_notices_unread ON document_notices (reader_post_id) WHERE read_at IS NULL;

  CREATE TABLE external_bodies (
    id uuid NOT NULL CONSTRAINT external_bodies_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT external_bodies_agency_fkey REFERENCES agencies (id),
    name text NOT NULL,
    address text NOT NULL,
    body_key text NOT NULL,
    used_at timestamptz NOT NULL,
    CONSTRAINT external_bodies_body_key UNIQUE (agency_id, body_key)
  );
  CREATE INDEX external_bodies_search ON external_bodies USING gin (body_key gin_trgm_ops);
`;

const exchange = `
  ALTER TABLE dispatches ADD COLUMN sending integer NOT NULL DEFAULT 1;
  ALTER TABLE deliveries
    ALTER COLUMN recipient_id DROP NOT NULL,
    ADD COLUMN recipient_address text,
    ADD COLUMN paper_reason text,
    ADD COLUMN handed_on date,
    ADD COLUMN taken_by text,
    ADD COLUMN handover_marked_by_post_id uuid
      CONSTRAINT deliveries_handover_marked_by_fkey REFERENCES posts (id);
`;

const schedule = `
  CREATE TABLE scheduled_sendings (
    document_id uuid NOT NULL CONSTRAINT scheduled_sendings_pkey PRIMARY KEY
      CONSTRAINT scheduled_sendings_document_fkey REFERENCES documents (id),
    send_at timestamptz NOT NULL,
    set_by_post_id uuid NOT NULL CONSTRAINT scheduled_sendings_set_by_fkey REFERENCES posts (id),
    set_at timestamptz NOT NULL,
    failed_at timestamptz,
    failure_code text,
    failure_params jsonb
  );
  CREATE INDEX scheduled_sendings_due ON scheduled_sendings (send_at) WHERE failed_at IS NULL;
`;

// Not refuse_change: the tables whose every change is refused are known by that name, and these lock row by row.
const lock = `
  CREATE FUNCTION content_is_open(state text) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN state IN ('draft', 'in-review', 'submitted', 'returned');

  CREATE FUNCTION keep_document_locked() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    -- What goes on after approval: the way of the document, and what is found of it.
    moving text[] := ARRAY['state', 'version', 'agency_id', 'restricted', 'search_text', 'updated_at',
                           'issue_due_at', 'send_due_at'];
    -- What issuing fills in.
    issuing CONSTANT text[] := ARRAY['symbol', 'issued_on', 'digest', 'issuer_code', 'issuer_name', 'type_name',
                                     'signer_name', 'signer_position', 'approved_at'];
  BEGIN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'a document is locked once it is approved' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.digest IS NULL THEN
      IF content_is_open(NEW.state) THEN
        RETURN NEW;
      END IF;
      moving := moving || issuing;
    END IF;
    IF content_is_open(NEW.state) OR to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
      RAISE EXCEPTION 'a document is locked once it is approved' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;

  CREATE FUNCTION keep_issued_part_locked() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (TG_OP <> 'INSERT' AND NOT content_is_open((SELECT state FROM documents WHERE id = OLD.document_id)))
       OR (TG_OP <> 'DELETE' AND NOT content_is_open((SELECT state FROM documents WHERE id = NEW.document_id))) THEN
      RAISE EXCEPTION '% of a document are locked once it is approved', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;

  CREATE FUNCTION refuse_change_of_fact() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'what % say was sent does not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;
`;

const locks = `
  CREATE TRIGGER documents_locked BEFORE UPDATE OR DELETE ON documents
    FOR EACH ROW WHEN (NOT content_is_open(OLD.state)) EXECUTE FUNCTION keep_document_locked();

  CREATE TRIGGER attachments_locked_in BEFORE INSERT OR DELETE ON attachments
    FOR EACH ROW EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER attachments_locked BEFORE
    UPDATE OF id, document_id, position, file_name, media_type, size, digest, uploaded_at ON attachments
    FOR EACH ROW EXECUTE FUNCTION keep_issued_part_locked();

  CREATE TRIGGER document_recipients_locked BEFORE UPDATE OR DELETE ON document_recipients
    FOR EACH ROW EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_recipients_locked_in BEFORE INSERT ON document_recipients
    FOR EACH ROW WHEN (NEW.sending = 1) EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_recipient_groups_locked BEFORE DELETE OR
    UPDATE OF document_id, group_id, channel, position, paper_reason, paper_note, sending ON document_recipient_groups
    FOR EACH ROW EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_recipient_groups_locked_in BEFORE INSERT ON document_recipient_groups
    FOR EACH ROW WHEN (NEW.sending = 1) EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_recipient_groups_sent BEFORE UPDATE OF sent_name, sent_count ON document_recipient_groups
    FOR EACH ROW WHEN (OLD.sent_name IS NOT NULL) EXECUTE FUNCTION refuse_change_of_fact();
  CREATE TRIGGER document_external_recipients_locked BEFORE UPDATE OR DELETE ON document_external_recipients
    FOR EACH ROW EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_external_recipients_locked_in BEFORE INSERT ON document_external_recipients
    FOR EACH ROW WHEN (NEW.sending = 1) EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_informed_posts_locked BEFORE UPDATE OR DELETE ON document_informed_posts
    FOR EACH ROW EXECUTE FUNCTION keep_issued_part_locked();
  CREATE TRIGGER document_informed_posts_locked_in BEFORE INSERT ON document_informed_posts
    FOR EACH ROW WHEN (NEW.sending = 1) EXECUTE FUNCTION keep_issued_part_locked();

  CREATE TRIGGER document_group_members_fixed BEFORE UPDATE OR DELETE ON document_group_members
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
  CREATE TRIGGER dispatches_fixed BEFORE UPDATE OR DELETE ON dispatches
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
  CREATE TRIGGER deliveries_fixed BEFORE DELETE OR UPDATE OF id, dispatch_id, document_id, recipient_id, recipient_code,
    recipient_name, recipient_address, mode, channel, paper_reason ON deliveries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
`;
