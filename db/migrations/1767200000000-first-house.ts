import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the whole path: directory, people, documents, exchange, arrivals, archive, share, trail, outbox. */
export class FirstHouse1767200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [directory, people, documents, exchange, arrivals, archive, share, trail, platform]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const directory = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;

  CREATE TABLE agencies (
    id uuid NOT NULL CONSTRAINT agencies_pkey PRIMARY KEY,
    code text NOT NULL CONSTRAINT agencies_code_key UNIQUE,
    code102 text,
    name text NOT NULL,
    abbreviation text NOT NULL,
    level text NOT NULL,
    parent_id uuid CONSTRAINT agencies_parent_fkey REFERENCES agencies (id),
    valid_from date NOT NULL,
    valid_to date,
    search_text text NOT NULL
  );
  CREATE INDEX agencies_search ON agencies USING gin (search_text gin_trgm_ops);
  CREATE INDEX agencies_parent ON agencies (parent_id);

  CREATE TABLE document_types (
    code text NOT NULL CONSTRAINT document_types_pkey PRIMARY KEY,
    name text NOT NULL,
    abbreviation text,
    position integer NOT NULL
  );
  INSERT INTO document_types (code, name, abbreviation, position) VALUES
    ('nghi-quyet', 'Nghị quyết', 'NQ', 1), ('quyet-dinh', 'Quyết định', 'QĐ', 2), ('chi-thi', 'Chỉ thị', 'CT', 3),
    ('quy-che', 'Quy chế', 'QC', 4), ('quy-dinh', 'Quy định', 'QyĐ', 5), ('thong-cao', 'Thông cáo', 'TC', 6),
    ('thong-bao', 'Thông báo', 'TB', 7), ('huong-dan', 'Hướng dẫn', 'HD', 8), ('chuong-trinh', 'Chương trình', 'CTr', 9),
    ('ke-hoach', 'Kế hoạch', 'KH', 10), ('phuong-an', 'Phương án', 'PA', 11), ('de-an', 'Đề án', 'ĐA', 12),
    ('du-an', 'Dự án', 'DA', 13), ('bao-cao', 'Báo cáo', 'BC', 14), ('bien-ban', 'Biên bản', 'BB', 15),
    ('to-trinh', 'Tờ trình', 'TTr', 16), ('hop-dong', 'Hợp đồng', 'HĐ', 17), ('cong-van', 'Công văn', NULL, 18),
    ('cong-dien', 'Công điện', 'CĐ', 19), ('ban-ghi-nho', 'Bản ghi nhớ', 'BGN', 20),
    ('ban-thoa-thuan', 'Bản thỏa thuận', 'BTT', 21), ('giay-uy-quyen', 'Giấy ủy quyền', 'GUQ', 22),
    ('giay-moi', 'Giấy mời', 'GM', 23), ('giay-gioi-thieu', 'Giấy giới thiệu', 'GGT', 24),
    ('giay-nghi-phep', 'Giấy nghỉ phép', 'GNP', 25), ('phieu-gui', 'Phiếu gửi', 'PG', 26),
    ('phieu-chuyen', 'Phiếu chuyển', 'PC', 27), ('phieu-bao', 'Phiếu báo', 'PB', 28), ('thu-cong', 'Thư công', NULL, 29);
`;

const people = `
  CREATE TABLE people (
    id uuid NOT NULL CONSTRAINT people_pkey PRIMARY KEY,
    full_name text NOT NULL,
    user_name text NOT NULL CONSTRAINT people_user_name_key UNIQUE,
    password_hash text,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL
  );

  CREATE TABLE posts (
    id uuid NOT NULL CONSTRAINT posts_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT posts_person_fkey REFERENCES people (id),
    agency_id uuid NOT NULL CONSTRAINT posts_agency_fkey REFERENCES agencies (id),
    role text NOT NULL,
    position text NOT NULL,
    valid_from date NOT NULL,
    valid_to date
  );
  CREATE INDEX posts_person ON posts (person_id);
  CREATE INDEX posts_agency_role ON posts (agency_id, role);

  CREATE TABLE sessions (
    id uuid NOT NULL CONSTRAINT sessions_pkey PRIMARY KEY,
    token_digest text NOT NULL CONSTRAINT sessions_token_digest_key UNIQUE,
    csrf_token text NOT NULL,
    person_id uuid NOT NULL CONSTRAINT sessions_person_fkey REFERENCES people (id),
    post_id uuid NOT NULL CONSTRAINT sessions_post_fkey REFERENCES posts (id),
    address text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX sessions_expiry ON sessions (expires_at);

  CREATE TABLE set_up_links (
    token_digest text NOT NULL CONSTRAINT set_up_links_pkey PRIMARY KEY,
    created_at timestamptz NOT NULL
  );
`;

const documents = `
  CREATE TABLE documents (
    id uuid NOT NULL CONSTRAINT documents_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT documents_agency_fkey REFERENCES agencies (id),
    state text NOT NULL,
    version integer NOT NULL,
    type_code text NOT NULL CONSTRAINT documents_type_fkey REFERENCES document_types (code),
    subject text NOT NULL,
    urgency text NOT NULL,
    due_date date,
    drafting_unit text NOT NULL,
    page_amount integer,
    description text NOT NULL,
    drafter_post_id uuid NOT NULL CONSTRAINT documents_drafter_fkey REFERENCES posts (id),
    signer_post_id uuid NOT NULL CONSTRAINT documents_signer_fkey REFERENCES posts (id),
    issuer_code text,
    issuer_name text,
    type_name text,
    signer_name text,
    signer_position text,
    symbol text,
    issued_on date,
    digest text,
    search_text text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );
  CREATE INDEX documents_agency_state ON documents (agency_id, state, id);
  CREATE INDEX documents_agency ON documents (agency_id, id);
  CREATE INDEX documents_drafter ON documents (drafter_post_id, id);
  CREATE INDEX documents_search ON documents USING gin (search_text gin_trgm_ops);

  CREATE TABLE document_recipients (
    document_id uuid NOT NULL CONSTRAINT document_recipients_document_fkey REFERENCES documents (id),
    agency_id uuid NOT NULL CONSTRAINT document_recipients_agency_fkey REFERENCES agencies (id),
    channel text NOT NULL,
    position integer NOT NULL,
    CONSTRAINT document_recipients_pkey PRIMARY KEY (document_id, agency_id)
  );

  CREATE TABLE attachments (
    id uuid NOT NULL CONSTRAINT attachments_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT attachments_document_fkey REFERENCES documents (id),
    position integer NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    digest text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    CONSTRAINT attachments_position_key UNIQUE (document_id, position)
  );

  CREATE TABLE number_sequences (
    agency_id uuid NOT NULL CONSTRAINT number_sequences_agency_fkey REFERENCES agencies (id),
    register text NOT NULL,
    year integer NOT NULL,
    last_number integer NOT NULL,
    CONSTRAINT number_sequences_pkey PRIMARY KEY (agency_id, register, year)
  );

  CREATE TABLE outgoing_entries (
    id uuid NOT NULL CONSTRAINT outgoing_entries_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT outgoing_entries_agency_fkey REFERENCES agencies (id),
    year integer NOT NULL,
    number integer NOT NULL,
    symbol text NOT NULL,
    document_id uuid NOT NULL CONSTRAINT outgoing_entries_document_fkey REFERENCES documents (id),
    entered_by_post_id uuid NOT NULL CONSTRAINT outgoing_entries_post_fkey REFERENCES posts (id),
    entered_at timestamptz NOT NULL,
    CONSTRAINT outgoing_entries_number_key UNIQUE (agency_id, year, number),
    CONSTRAINT outgoing_entries_document_key UNIQUE (document_id)
  );
`;

const exchange = `
  CREATE TABLE dispatches (
    id uuid NOT NULL CONSTRAINT dispatches_pkey PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT dispatches_document_fkey REFERENCES documents (id),
    agency_id uuid NOT NULL CONSTRAINT dispatches_agency_fkey REFERENCES agencies (id),
    kind text NOT NULL,
    digest text NOT NULL,
    sent_by_post_id uuid NOT NULL CONSTRAINT dispatches_post_fkey REFERENCES posts (id),
    sent_at timestamptz NOT NULL
  );
  CREATE INDEX dispatches_document ON dispatches (document_id);

  CREATE TABLE deliveries (
    id uuid NOT NULL CONSTRAINT deliveries_pkey PRIMARY KEY,
    dispatch_id uuid NOT NULL CONSTRAINT deliveries_dispatch_fkey REFERENCES dispatches (id),
    document_id uuid NOT NULL CONSTRAINT deliveries_document_fkey REFERENCES documents (id),
    recipient_id uuid NOT NULL CONSTRAINT deliveries_recipient_fkey REFERENCES agencies (id),
    recipient_code text NOT NULL,
    recipient_name text NOT NULL,
    mode text NOT NULL,
    channel text NOT NULL,
    transport_state text NOT NULL,
    state text NOT NULL,
    state_at timestamptz NOT NULL,
    arrival_number integer,
    failure text,
    CONSTRAINT deliveries_recipient_key UNIQUE (dispatch_id, recipient_id)
  );
  CREATE INDEX deliveries_document ON deliveries (document_id, id);

  CREATE TABLE tracking_events (
    id uuid NOT NULL CONSTRAINT tracking_events_pkey PRIMARY KEY,
    delivery_id uuid NOT NULL CONSTRAINT tracking_events_delivery_fkey REFERENCES deliveries (id),
    code text NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text,
    note text
  );
  CREATE INDEX tracking_events_delivery ON tracking_events (delivery_id, occurred_at);
`;

const arrivals = `
  CREATE TABLE arrivals (
    id uuid NOT NULL CONSTRAINT arrivals_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT arrivals_agency_fkey REFERENCES agencies (id),
    delivery_id uuid CONSTRAINT arrivals_delivery_fkey REFERENCES deliveries (id)
      CONSTRAINT arrivals_delivery_key UNIQUE,
    sender_id uuid CONSTRAINT arrivals_sender_fkey REFERENCES agencies (id),
    sender_code text NOT NULL,
    sender_name text NOT NULL,
    state text NOT NULL,
    type_name text NOT NULL,
    symbol text NOT NULL,
    subject text NOT NULL,
    urgency text NOT NULL,
    issued_on date NOT NULL,
    due_date date,
    signer_name text NOT NULL,
    signer_position text NOT NULL,
    digest text NOT NULL,
    paper_too boolean NOT NULL,
    arrived_at timestamptz NOT NULL,
    arrival_year integer,
    arrival_number integer,
    refusal_reason text,
    search_text text NOT NULL,
    CONSTRAINT arrivals_number_key UNIQUE (agency_id, arrival_year, arrival_number)
  );
  CREATE INDEX arrivals_agency_state ON arrivals (agency_id, state, id);
  CREATE INDEX arrivals_agency ON arrivals (agency_id, id);
  CREATE INDEX arrivals_search ON arrivals USING gin (search_text gin_trgm_ops);

  CREATE TABLE arrival_attachments (
    id uuid NOT NULL CONSTRAINT arrival_attachments_pkey PRIMARY KEY,
    arrival_id uuid NOT NULL CONSTRAINT arrival_attachments_arrival_fkey REFERENCES arrivals (id),
    position integer NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    digest text NOT NULL,
    CONSTRAINT arrival_attachments_position_key UNIQUE (arrival_id, position)
  );
`;

const archive = `
  CREATE TABLE archive_entries (
    id uuid NOT NULL CONSTRAINT archive_entries_pkey PRIMARY KEY,
    agency_id uuid NOT NULL CONSTRAINT archive_entries_agency_fkey REFERENCES agencies (id),
    direction text NOT NULL,
    source_id uuid NOT NULL,
    issuer_name text NOT NULL,
    type_name text NOT NULL,
    symbol text NOT NULL,
    subject text NOT NULL,
    issued_on date NOT NULL,
    arrival_number integer,
    digest text NOT NULL,
    archived_by text NOT NULL,
    archived_at timestamptz NOT NULL,
    verified_at timestamptz,
    search_text text NOT NULL,
    CONSTRAINT archive_entries_source_key UNIQUE (direction, source_id)
  );
  CREATE INDEX archive_entries_agency ON archive_entries (agency_id, id);
  CREATE INDEX archive_entries_search ON archive_entries USING gin (search_text gin_trgm_ops);

  CREATE TABLE archived_files (
    entry_id uuid NOT NULL CONSTRAINT archived_files_entry_fkey REFERENCES archive_entries (id),
    position integer NOT NULL,
    file_name text NOT NULL,
    size bigint NOT NULL,
    digest text NOT NULL,
    CONSTRAINT archived_files_pkey PRIMARY KEY (entry_id, position)
  );
`;

const share = `
  CREATE TABLE share_targets (
    indicator text NOT NULL,
    year integer NOT NULL,
    value numeric(5, 4) NOT NULL CONSTRAINT share_targets_value_check CHECK (value > 0 AND value <= 1),
    legal_basis text NOT NULL,
    CONSTRAINT share_targets_pkey PRIMARY KEY (indicator, year)
  );
  INSERT INTO share_targets (indicator, year, value, legal_basis) VALUES
    ('submitted-to-province', 2017, 0.8, 'Kế hoạch ứng dụng công nghệ thông tin năm 2017 của tỉnh Hòa Bình (12/2016)'),
    ('exchanged-between-agencies', 2017, 0.6, 'Kế hoạch ứng dụng công nghệ thông tin năm 2017 của tỉnh Hòa Bình (12/2016)'),
    ('submitted-to-province', 2020, 1.0, 'Quyết định 1819/QĐ-TTg'),
    ('exchanged-between-agencies', 2020, 0.8, 'Quyết định 1819/QĐ-TTg');

  CREATE TABLE exchanges (
    document_id uuid NOT NULL CONSTRAINT exchanges_document_fkey REFERENCES documents (id),
    recipient_id uuid NOT NULL CONSTRAINT exchanges_recipient_fkey REFERENCES agencies (id),
    sender_id uuid NOT NULL CONSTRAINT exchanges_sender_fkey REFERENCES agencies (id),
    indicator text,
    issued_on date NOT NULL,
    mode text NOT NULL,
    excluded_reason text,
    CONSTRAINT exchanges_pkey PRIMARY KEY (document_id, recipient_id)
  );
  CREATE INDEX exchanges_indicator ON exchanges (indicator, issued_on, document_id, recipient_id);
  CREATE INDEX exchanges_sender ON exchanges (sender_id, indicator, issued_on, document_id, recipient_id);

  CREATE TABLE share_deltas (
    id uuid NOT NULL CONSTRAINT share_deltas_pkey PRIMARY KEY,
    document_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    indicator text NOT NULL,
    issued_on date NOT NULL,
    mode text NOT NULL,
    amount smallint NOT NULL,
    cause text NOT NULL,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX share_deltas_figure ON share_deltas (indicator, issued_on) INCLUDE (sender_id, mode, amount);
  CREATE INDEX share_deltas_sender ON share_deltas (sender_id, indicator, issued_on) INCLUDE (mode, amount);
`;

const trail = `
  CREATE TABLE audit_entries (
    id uuid NOT NULL CONSTRAINT audit_entries_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    agency_id uuid,
    person_id uuid,
    post_id uuid,
    actor_name text,
    actor_position text,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id text NOT NULL,
    note text,
    data jsonb NOT NULL
  );
  CREATE INDEX audit_entries_object ON audit_entries (object_type, object_id, at);

  CREATE TABLE audit_seals (
    chain text NOT NULL,
    position bigint NOT NULL,
    entry_id uuid NOT NULL CONSTRAINT audit_seals_entry_key UNIQUE,
    hash text NOT NULL,
    sealed_at timestamptz NOT NULL,
    CONSTRAINT audit_seals_pkey PRIMARY KEY (chain, position)
  );

  CREATE TABLE audit_unsealed (
    entry_id uuid NOT NULL CONSTRAINT audit_unsealed_pkey PRIMARY KEY
  );

  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER share_deltas_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON share_deltas
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER tracking_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracking_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const platform = `
  CREATE TABLE outbox_messages (
    id uuid NOT NULL CONSTRAINT outbox_messages_pkey PRIMARY KEY,
    job text NOT NULL,
    payload jsonb NOT NULL,
    priority smallint NOT NULL,
    created_at timestamptz NOT NULL,
    relayed_at timestamptz,
    failed_at timestamptz,
    failure text
  );
  CREATE INDEX outbox_messages_waiting ON outbox_messages (priority, id)
    WHERE relayed_at IS NULL AND failed_at IS NULL;
  CREATE INDEX outbox_messages_relayed ON outbox_messages (relayed_at) WHERE failed_at IS NULL;
  CREATE INDEX outbox_messages_failed ON outbox_messages (failed_at) WHERE failed_at IS NOT NULL;

  CREATE TABLE idempotency_keys (
    person_id uuid NOT NULL,
    key text NOT NULL,
    request_digest text NOT NULL,
    status integer,
    response jsonb,
    created_at timestamptz NOT NULL,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (person_id, key)
  );
  CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
`;
