import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a sender asks of a recipient about a document that it sent: to give it back, to update it, to replace it. Whether
 * a delivery is new or one of these is told by the requests: a dispatch can be a replacement to some and new to others.
 */
export class SenderRequests1767500000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sender_requests (
        id uuid NOT NULL CONSTRAINT sender_requests_pkey PRIMARY KEY,
        delivery_id uuid NOT NULL CONSTRAINT sender_requests_delivery_fkey REFERENCES deliveries (id),
        by_delivery_id uuid CONSTRAINT sender_requests_by_delivery_fkey REFERENCES deliveries (id),
        kind text NOT NULL CONSTRAINT sender_requests_kind_check CHECK (kind IN ('recall', 'update', 'replace')),
        state text NOT NULL CONSTRAINT sender_requests_state_check
          CHECK (state IN ('sent', 'asked', 'effective', 'agreed', 'refused', 'withdrawn')),
        reason text NOT NULL,
        digest text NOT NULL,
        asked_by_post_id uuid NOT NULL CONSTRAINT sender_requests_asked_by_fkey REFERENCES posts (id),
        asked_at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_by text,
        note text,
        CONSTRAINT sender_requests_by_check CHECK ((kind = 'recall') = (by_delivery_id IS NULL))
      );
      CREATE INDEX sender_requests_delivery ON sender_requests (delivery_id, id);
      CREATE INDEX sender_requests_by_delivery ON sender_requests (by_delivery_id) WHERE by_delivery_id IS NOT NULL;
      CREATE INDEX sender_requests_asked ON sender_requests (delivery_id) WHERE state = 'asked';
      CREATE UNIQUE INDEX sender_requests_recall ON sender_requests (delivery_id)
        WHERE kind = 'recall' AND state IN ('asked', 'effective', 'agreed');
      ALTER TABLE dispatches DROP COLUMN kind;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
