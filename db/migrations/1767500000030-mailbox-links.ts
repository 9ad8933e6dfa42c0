import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The links by which an agency with only a mailbox opens what was sent to it. */
export class MailboxLinks1767500000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailbox_links (
        delivery_id uuid NOT NULL CONSTRAINT mailbox_links_pkey PRIMARY KEY
          CONSTRAINT mailbox_links_delivery_fkey REFERENCES deliveries (id),
        mailbox text NOT NULL,
        token text NOT NULL,
        token_digest text NOT NULL CONSTRAINT mailbox_links_token_key UNIQUE,
        expires_at timestamptz NOT NULL,
        code_digest text,
        code_expires_at timestamptz,
        code_guesses integer NOT NULL DEFAULT 0,
        mails_sent integer NOT NULL DEFAULT 0,
        mails_since timestamptz,
        opened_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
