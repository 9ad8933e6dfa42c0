import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Paper that the recipient alone registered is an exchange too; both sides’ records stand beside each other. */
const exchanges = `
  ALTER TABLE deliveries ADD COLUMN paper_reason_code text
    CONSTRAINT deliveries_paper_reason_fkey REFERENCES paper_reasons (code);
  UPDATE deliveries SET paper_reason_code = reason.code
    FROM paper_reasons AS reason
   WHERE deliveries.paper_reason = reason.name OR starts_with(deliveries.paper_reason, reason.name || ': ');

  CREATE INDEX arrivals_on_paper ON arrivals (sender_id, upper(symbol), issued_on, agency_id)
    WHERE source = 'paper' AND sender_id IS NOT NULL;
  CREATE INDEX arrivals_paper_noted ON arrivals (delivery_id) WHERE paper_arrived_on IS NOT NULL;

  DROP INDEX exchanges_indicator, exchanges_sender;
  ALTER TABLE exchanges
    DROP CONSTRAINT exchanges_pkey,
    ALTER COLUMN document_id DROP NOT NULL,
    ADD COLUMN arrival_id uuid CONSTRAINT exchanges_arrival_fkey REFERENCES arrivals (id),
    ADD CONSTRAINT exchanges_origin_check CHECK (num_nonnulls(document_id, arrival_id) = 1),
    ADD COLUMN origin_id uuid,
    ADD CONSTRAINT exchanges_origin_id_check CHECK (origin_id = coalesce(document_id, arrival_id)),
    ADD COLUMN type_name text,
    ADD COLUMN paper_reason text,
    ADD COLUMN sent_on_paper boolean,
    ADD COLUMN came_on_paper boolean;
  UPDATE exchanges
     SET origin_id = document_id, type_name = document.type_name, sent_on_paper = exchanges.mode <> 'electronic', came_on_paper = false,
         paper_reason = (SELECT min(paper_reason_code) FROM deliveries AS delivery
                          WHERE delivery.document_id = exchanges.document_id
                            AND delivery.recipient_id = exchanges.recipient_id)
    FROM documents AS document WHERE document.id = exchanges.document_id;
  ALTER TABLE exchanges
    ADD CONSTRAINT exchanges_pkey PRIMARY KEY (origin_id, recipient_id),
    ALTER COLUMN type_name SET NOT NULL,
    ALTER COLUMN sent_on_paper SET NOT NULL,
    ALTER COLUMN came_on_paper SET NOT NULL;
  CREATE INDEX exchanges_indicator ON exchanges (indicator, issued_on, origin_id, recipient_id);
  CREATE INDEX exchanges_sender ON exchanges (sender_id, indicator, issued_on, origin_id, recipient_id);
  CREATE INDEX exchanges_recipient ON exchanges (recipient_id, indicator, issued_on, origin_id);
`;

/** The figure is no longer summed up over every change: folded into cells, with those that are not folded yet beside them. */
const counts = `
  ALTER TABLE share_deltas DISABLE TRIGGER share_deltas_append_only;
  DROP INDEX share_deltas_figure, share_deltas_sender;
  ALTER TABLE share_deltas RENAME COLUMN document_id TO origin_id;
  ALTER TABLE share_deltas RENAME COLUMN mode TO outcome;
  ALTER TABLE share_deltas ADD COLUMN type_name text, ADD COLUMN paper_reason text;
  UPDATE share_deltas AS delta SET type_name = exchange.type_name, paper_reason = exchange.paper_reason
    FROM exchanges AS exchange
   WHERE exchange.origin_id = delta.origin_id AND exchange.recipient_id = delta.recipient_id;
  ALTER TABLE share_deltas ALTER COLUMN type_name SET NOT NULL;
  INSERT INTO share_deltas (id, origin_id, recipient_id, sender_id, indicator, issued_on, type_name, paper_reason,
                            outcome, amount, cause, recorded_at)
  SELECT uuidv7(), origin_id, recipient_id, sender_id, indicator, issued_on, type_name, paper_reason,
         excluded_reason, 1, 'definition-2', now()
    FROM exchanges WHERE excluded_reason IS NOT NULL AND indicator IS NOT NULL;
  ALTER TABLE share_deltas ENABLE TRIGGER share_deltas_append_only;
  CREATE INDEX share_deltas_origin ON share_deltas (origin_id);

  CREATE TABLE share_unfolded (
    delta_id uuid NOT NULL CONSTRAINT share_unfolded_pkey PRIMARY KEY
  );
  INSERT INTO share_unfolded (delta_id) SELECT id FROM share_deltas;

  CREATE TABLE share_cells (
    unit text NOT NULL,
    direction text NOT NULL,
    agency_id uuid NOT NULL,
    grain text NOT NULL,
    detail text NOT NULL,
    indicator text NOT NULL,
    starts_on date NOT NULL,
    value text NOT NULL,
    outcome text NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT share_cells_pkey
      PRIMARY KEY (unit, direction, agency_id, grain, detail, indicator, starts_on, value, outcome)
  );
  CREATE INDEX share_cells_ranking ON share_cells (direction, indicator, starts_on)
    INCLUDE (agency_id, outcome, amount) WHERE unit = 'exchange' AND grain = 'month' AND detail = 'none';

  CREATE TABLE counted_documents (
    origin_id uuid NOT NULL,
    indicator text NOT NULL,
    sender_id uuid NOT NULL,
    issued_on date NOT NULL,
    mode text NOT NULL,
    CONSTRAINT counted_documents_pkey PRIMARY KEY (origin_id, indicator)
  );
`;

export class ShareCells1767500000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(exchanges);
    await runner.query(counts);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
