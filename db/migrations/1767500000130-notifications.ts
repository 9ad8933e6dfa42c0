import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told in the page and by mail, and how each wants to be told. */
export class Notifications1767500000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id uuid NOT NULL CONSTRAINT notifications_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT notifications_person_fkey REFERENCES people (id),
        post_id uuid NOT NULL CONSTRAINT notifications_post_fkey REFERENCES posts (id),
        kind text NOT NULL,
        object_type text NOT NULL,
        object_id uuid NOT NULL,
        urgency text NOT NULL,
        words jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        on_page boolean NOT NULL,
        mail text NOT NULL,
        read_at timestamptz,
        mailed_at timestamptz,
        mail_id uuid
      );
      CREATE INDEX notifications_shown ON notifications (post_id, id) WHERE on_page;
      CREATE INDEX notifications_unread ON notifications (post_id, id) WHERE on_page AND read_at IS NULL;
      CREATE UNIQUE INDEX notifications_once ON notifications (object_id, post_id, kind) WHERE read_at IS NULL;
      CREATE INDEX notifications_to_mail ON notifications (mail, created_at)
        WHERE mailed_at IS NULL AND read_at IS NULL AND mail <> 'never';
      CREATE INDEX notifications_mail ON notifications (mail_id) WHERE mail_id IS NOT NULL;

      CREATE TABLE notification_settings (
        person_id uuid NOT NULL CONSTRAINT notification_settings_pkey PRIMARY KEY
          CONSTRAINT notification_settings_person_fkey REFERENCES people (id),
        choices jsonb NOT NULL,
        quiet_from text NOT NULL,
        quiet_to text NOT NULL,
        language text NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
