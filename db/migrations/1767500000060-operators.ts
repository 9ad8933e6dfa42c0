import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Faults that whoever keeps the system running is told of, and where they are told. */
export class Operators1767500000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alerts (
        id uuid NOT NULL CONSTRAINT alerts_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT alerts_kind_check
          CHECK (kind IN ('stuck', 'failing', 'line-open', 'receiver-not-seen')),
        key text NOT NULL,
        channel text,
        agency_id uuid CONSTRAINT alerts_agency_fkey REFERENCES agencies (id),
        deliveries integer NOT NULL,
        since timestamptz NOT NULL,
        found_at timestamptz NOT NULL,
        told_at timestamptz,
        ended_at timestamptz,
        end_told_at timestamptz
      );
      CREATE UNIQUE INDEX alerts_open ON alerts (kind, key) WHERE ended_at IS NULL;
      CREATE INDEX alerts_ended ON alerts (ended_at) WHERE ended_at IS NOT NULL;

      CREATE TABLE alert_settings (
        id integer NOT NULL CONSTRAINT alert_settings_pkey PRIMARY KEY CONSTRAINT alert_settings_one CHECK (id = 1),
        mailboxes text[] NOT NULL,
        webhook_url text,
        webhook_secret text,
        version integer NOT NULL,
        CONSTRAINT alert_settings_secret_check CHECK (webhook_url IS NULL OR webhook_secret IS NOT NULL)
      );
      INSERT INTO alert_settings (id, mailboxes, version) VALUES (1, '{}', 1);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
