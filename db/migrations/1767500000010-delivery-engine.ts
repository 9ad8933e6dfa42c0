import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How agencies are reached, every try to reach one that is not on this system, and what holds tries back. */
export class DeliveryEngine1767500000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [connections, deliveries, tries, holds]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

/** An agency outside the province is reached on paper, unless it has a connection of its own. */
const connections = `
  CREATE TABLE agency_connections (
    agency_id uuid NOT NULL CONSTRAINT agency_connections_pkey PRIMARY KEY
      CONSTRAINT agency_connections_agency_fkey REFERENCES agencies (id),
    channel text NOT NULL CONSTRAINT agency_connections_channel_check CHECK (channel IN ('local', 'webhook', 'email')),
    webhook_url text,
    webhook_secret text,
    webhook_secret_before text,
    mailbox text,
    shows_opening boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    CONSTRAINT agency_connections_complete_check CHECK (
      (channel <> 'webhook' OR (webhook_url IS NOT NULL AND webhook_secret IS NOT NULL))
      AND (channel <> 'email' OR mailbox IS NOT NULL))
  );

  CREATE FUNCTION way_to_agency(agency uuid, level text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(
      (SELECT channel FROM agency_connections WHERE agency_id = agency AND channel <> 'local'),
      CASE level WHEN 'external' THEN 'paper' ELSE 'local' END)
  $$;
`;

/**
 * What was sent stays as it was sent. Only the way may change, and only while the delivery has failed: it then goes by
 * another channel.
 */
const deliveries = `
  ALTER TABLE deliveries
    ADD COLUMN tries integer NOT NULL DEFAULT 0,
    ADD COLUMN next_try_at timestamptz,
    ADD COLUMN called_at timestamptz,
    ADD COLUMN lease_until timestamptz,
    ADD COLUMN give_up_at timestamptz,
    ADD COLUMN cause text,
    ADD CONSTRAINT deliveries_transport_state_check
      CHECK (transport_state IN ('queued', 'sending', 'done', 'failed', 'cancelled')) NOT VALID;

  UPDATE deliveries SET transport_state = 'failed', cause = 'internal'
   WHERE state = 'needs-attention' AND transport_state = 'queued';
  ALTER TABLE deliveries VALIDATE CONSTRAINT deliveries_transport_state_check;

  CREATE INDEX deliveries_under_way ON deliveries (recipient_id, channel, next_try_at)
    WHERE transport_state IN ('queued', 'sending') AND channel IN ('webhook', 'email');
  CREATE INDEX deliveries_handed_over ON deliveries (state_at)
    WHERE transport_state = 'done' AND state = 'sent';
  CREATE INDEX deliveries_failed ON deliveries (state, state_at DESC, id DESC)
    WHERE state IN ('needs-attention', 'given-up');

  DROP TRIGGER deliveries_fixed ON deliveries;
  CREATE TRIGGER deliveries_fixed BEFORE DELETE OR UPDATE OF id, dispatch_id, document_id, recipient_id, recipient_code,
    recipient_name, recipient_address ON deliveries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
  CREATE TRIGGER deliveries_way_fixed BEFORE UPDATE OF mode, channel, paper_reason ON deliveries
    FOR EACH ROW WHEN (OLD.transport_state <> 'failed') EXECUTE FUNCTION refuse_change_of_fact();
`;

const tries = `
  CREATE TABLE delivery_tries (
    delivery_id uuid NOT NULL CONSTRAINT delivery_tries_delivery_fkey REFERENCES deliveries (id),
    number integer NOT NULL,
    channel text NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    outcome text CONSTRAINT delivery_tries_outcome_check
      CHECK (outcome IN ('delivered', 'retryable', 'permanent', 'unknown', 'died')),
    cause text,
    detail text,
    CONSTRAINT delivery_tries_pkey PRIMARY KEY (delivery_id, number),
    CONSTRAINT delivery_tries_ended_check CHECK ((ended_at IS NULL) = (outcome IS NULL))
  );
`;

const holds = `
  CREATE TABLE recipient_lines (
    agency_id uuid NOT NULL CONSTRAINT recipient_lines_agency_fkey REFERENCES agencies (id),
    channel text NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    openings integer NOT NULL DEFAULT 0,
    opened_at timestamptz,
    probe_at timestamptz,
    probing_until timestamptz,
    last_reached_at timestamptz,
    CONSTRAINT recipient_lines_pkey PRIMARY KEY (agency_id, channel)
  );

  CREATE TABLE delivery_pauses (
    id uuid NOT NULL CONSTRAINT delivery_pauses_pkey PRIMARY KEY,
    channel text,
    agency_id uuid CONSTRAINT delivery_pauses_agency_fkey REFERENCES agencies (id),
    reason text NOT NULL,
    paused_by_post_id uuid NOT NULL CONSTRAINT delivery_pauses_post_fkey REFERENCES posts (id),
    paused_at timestamptz NOT NULL,
    CONSTRAINT delivery_pauses_what_check CHECK (channel IS NOT NULL OR agency_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX delivery_pauses_what ON delivery_pauses (channel, agency_id) NULLS NOT DISTINCT;
`;
