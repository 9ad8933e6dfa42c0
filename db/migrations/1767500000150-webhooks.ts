import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Systems of an agency that are told what happens, and what each was or is to be told. */
export class Webhooks1767500000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id uuid NOT NULL CONSTRAINT webhooks_pkey PRIMARY KEY,
        agency_id uuid NOT NULL CONSTRAINT webhooks_agency_fkey REFERENCES agencies (id),
        name text NOT NULL,
        url text NOT NULL,
        secret text NOT NULL,
        secret_before text,
        kinds text[] NOT NULL,
        state text NOT NULL CONSTRAINT webhooks_state_check
          CHECK (state IN ('active', 'paused', 'gone', 'failing', 'removed')),
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        next_try_at timestamptz,
        claimed_by uuid,
        claimed_until timestamptz,
        last_delivered_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX webhooks_of_agency ON webhooks (agency_id, id) WHERE state <> 'removed';

      CREATE TABLE webhook_messages (
        id uuid NOT NULL CONSTRAINT webhook_messages_pkey PRIMARY KEY,
        webhook_id uuid NOT NULL CONSTRAINT webhook_messages_webhook_fkey REFERENCES webhooks (id),
        kind text NOT NULL,
        symbol text NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        state text NOT NULL CONSTRAINT webhook_messages_state_check
          CHECK (state IN ('waiting', 'delivered', 'failed')),
        tries integer NOT NULL DEFAULT 0,
        tried_at timestamptz,
        status integer,
        cause text,
        detail text
      );
      CREATE INDEX webhook_messages_listed ON webhook_messages (webhook_id, id);
      CREATE INDEX webhook_messages_waiting ON webhook_messages (webhook_id, id) WHERE state = 'waiting';
      CREATE INDEX webhook_messages_failed ON webhook_messages (webhook_id, id) WHERE state = 'failed';
      CREATE INDEX webhook_messages_ended ON webhook_messages (occurred_at) WHERE state <> 'waiting';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
