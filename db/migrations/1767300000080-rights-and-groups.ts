import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rights on one document beside those of its posts, and groups of recipients that are resolved when a document is sent. */
export class RightsAndGroups1767300000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [access, groups, resolution, documents]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const access = `
  CREATE TABLE access_changes (
    id uuid NOT NULL CONSTRAINT access_changes_pkey PRIMARY KEY,
    object_type text NOT NULL,
    object_id uuid NOT NULL,
    agency_id uuid NOT NULL CONSTRAINT access_changes_agency_fkey REFERENCES agencies (id),
    kind text NOT NULL,
    reason text NOT NULL,
    changed_by_post_id uuid NOT NULL CONSTRAINT access_changes_changed_by_fkey REFERENCES posts (id),
    changed_at timestamptz NOT NULL,
    confirmed_by_post_id uuid CONSTRAINT access_changes_confirmed_by_fkey REFERENCES posts (id),
    confirmed_at timestamptz,
    withdrawn_by_post_id uuid CONSTRAINT access_changes_withdrawn_by_fkey REFERENCES posts (id),
    withdrawn_at timestamptz
  );
  CREATE INDEX access_changes_object ON access_changes (object_type, object_id) WHERE withdrawn_at IS NULL;
  CREATE UNIQUE INDEX access_changes_narrowed ON access_changes (object_type, object_id)
    WHERE kind = 'narrowed' AND withdrawn_at IS NULL;
  CREATE INDEX access_changes_unconfirmed ON access_changes (agency_id, id)
    WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

  CREATE TABLE access_change_posts (
    change_id uuid NOT NULL CONSTRAINT access_change_posts_change_fkey REFERENCES access_changes (id),
    post_id uuid NOT NULL CONSTRAINT access_change_posts_post_fkey REFERENCES posts (id),
    CONSTRAINT access_change_posts_pkey PRIMARY KEY (change_id, post_id)
  );
  CREATE INDEX access_change_posts_post ON access_change_posts (post_id);

  -- True while a narrowing holds: only then a list has to look at who is named.
  ALTER TABLE documents ADD COLUMN restricted boolean NOT NULL DEFAULT false;
  ALTER TABLE arrivals ADD COLUMN restricted boolean NOT NULL DEFAULT false;
  ALTER TABLE archive_entries ADD COLUMN restricted boolean NOT NULL DEFAULT false;
  CREATE INDEX arrivals_restricted ON arrivals (agency_id) WHERE restricted;
`;

const groups = `
  CREATE TABLE recipient_groups (
    id uuid NOT NULL CONSTRAINT recipient_groups_pkey PRIMARY KEY,
    agency_id uuid CONSTRAINT recipient_groups_agency_fkey REFERENCES agencies (id),
    kind text NOT NULL,
    name text NOT NULL,
    levels text[] NOT NULL,
    parent_id uuid CONSTRAINT recipient_groups_parent_fkey REFERENCES agencies (id),
    version integer NOT NULL,
    search_text text NOT NULL,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
  );
  CREATE UNIQUE INDEX recipient_groups_name ON recipient_groups (agency_id, lower(name)) NULLS NOT DISTINCT
    WHERE deleted_at IS NULL;

  CREATE TABLE recipient_group_members (
    group_id uuid NOT NULL CONSTRAINT recipient_group_members_group_fkey REFERENCES recipient_groups (id),
    agency_id uuid NOT NULL CONSTRAINT recipient_group_members_agency_fkey REFERENCES agencies (id),
    CONSTRAINT recipient_group_members_pkey PRIMARY KEY (group_id, agency_id)
  );

  INSERT INTO recipient_groups (id, agency_id, kind, name, levels, parent_id, version, search_text, created_at) VALUES
    ('01900000-0000-7000-8000-000000000001', NULL, 'level', 'Các sở, ban, ngành',
     '{department,equivalent-agency}', NULL, 1, 'cac so, ban, nganh', now()),
    ('01900000-0000-7000-8000-000000000002', NULL, 'level', 'Các huyện, thành phố',
     '{district}', NULL, 1, 'cac huyen, thanh pho', now()),
    ('01900000-0000-7000-8000-000000000003', NULL, 'level', 'Các xã, phường, thị trấn',
     '{commune}', NULL, 1, 'cac xa, phuong, thi tran', now());
`;

const resolution = `
  -- Whom a group stands for on a day when this agency sends: of a group by level every open agency of its levels in the
  -- sender's province, or under the agency that the group names; of a list its members, a closed one by its successor.
  -- OFFSET 0 has the planner look agencies up one by one: it would read the whole national catalogue for a join.
  CREATE FUNCTION recipients_of_group(recipient_group uuid, sender uuid, on_day date) RETURNS SETOF uuid
  LANGUAGE sql STABLE AS $$
    WITH RECURSIVE wanted AS (
      SELECT kind, levels, parent_id FROM recipient_groups WHERE id = recipient_group),
    above AS (
      SELECT id, parent_id, level, 0 AS step FROM agencies WHERE id = sender
      UNION ALL
      SELECT parent.id, parent.parent_id, parent.level, above.step + 1
        FROM above JOIN agencies AS parent ON parent.id = above.parent_id
       WHERE above.level <> 'province' AND above.step < 20),
    under AS (
      SELECT coalesce(wanted.parent_id, (SELECT id FROM above ORDER BY step DESC LIMIT 1)) AS id
        FROM wanted WHERE kind = 'level'
      UNION
      SELECT child.id
        FROM under CROSS JOIN LATERAL (SELECT id FROM agencies WHERE parent_id = under.id OFFSET 0) AS child),
    named AS (
      SELECT id FROM under
      UNION
      SELECT CASE WHEN member.valid_to < on_day THEN lead_successor(member.id) ELSE member.id END
        FROM recipient_group_members AS listed JOIN agencies AS member ON member.id = listed.agency_id
       WHERE listed.group_id = recipient_group AND (SELECT kind FROM wanted) = 'list')
    SELECT agency.id
      FROM named CROSS JOIN LATERAL (SELECT * FROM agencies WHERE id = named.id OFFSET 0) AS agency CROSS JOIN wanted
     WHERE agency.valid_from <= on_day AND (agency.valid_to IS NULL OR agency.valid_to >= on_day) AND agency.id <> sender
       AND (wanted.kind = 'list' OR (agency.level = ANY (wanted.levels) AND agency.id IS DISTINCT FROM wanted.parent_id))
  $$;
`;

const documents = `
  CREATE TABLE document_recipient_groups (
    document_id uuid NOT NULL CONSTRAINT document_recipient_groups_document_fkey REFERENCES documents (id),
    group_id uuid NOT NULL CONSTRAINT document_recipient_groups_group_fkey REFERENCES recipient_groups (id),
    channel text NOT NULL,
    position integer NOT NULL,
    sent_name text,
    sent_count integer,
    CONSTRAINT document_recipient_groups_pkey PRIMARY KEY (document_id, group_id)
  );

  CREATE TABLE document_group_members (
    document_id uuid NOT NULL CONSTRAINT document_group_members_document_fkey REFERENCES documents (id),
    group_id uuid NOT NULL CONSTRAINT document_group_members_group_fkey REFERENCES recipient_groups (id),
    agency_id uuid NOT NULL CONSTRAINT document_group_members_agency_fkey REFERENCES agencies (id),
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT document_group_members_pkey PRIMARY KEY (document_id, group_id, agency_id)
  );
`;
