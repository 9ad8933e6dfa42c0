import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Head {
  readonly chain: string;
  readonly hash: string;
  readonly position: number;
}

/** Entries know their request and what they changed, and anchors hold the chains of all agencies together. */
export class TrailAnchors1767300000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(entries);
    await runner.query(anchors);
    await anchorWhatIsSealed(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const entries = `
  ALTER TABLE audit_entries
    ADD COLUMN actor_agency_id uuid,
    ADD COLUMN address text,
    ADD COLUMN request_id uuid,
    ADD COLUMN before_digest text,
    ADD COLUMN after_digest text;
  CREATE INDEX audit_entries_time ON audit_entries (at, id);
  CREATE INDEX audit_entries_agency ON audit_entries (agency_id, at, id);
  CREATE INDEX audit_entries_person ON audit_entries (person_id, at, id);
  CREATE INDEX audit_entries_action ON audit_entries (action, at, id);
  CREATE INDEX audit_entries_search ON audit_entries
    USING gin (fold_vietnamese(coalesce(actor_name, '') || ' ' || coalesce(note, '')) gin_trgm_ops);
`;

const anchors = `
  CREATE TABLE audit_anchors (
    number bigint NOT NULL CONSTRAINT audit_anchors_pkey PRIMARY KEY,
    heads jsonb NOT NULL,
    hash text NOT NULL,
    anchored_at timestamptz NOT NULL
  );
  CREATE TRIGGER audit_anchors_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_anchors
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** From here on every sealed entry is under an anchor, so a trail that has seals but no anchor was cut. */
async function anchorWhatIsSealed(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    'SELECT DISTINCT ON (chain) chain, hash, position FROM audit_seals ORDER BY chain, position DESC',
  )) as Head[];
  if (rows.length === 0) {
    return;
  }
  // The form that libs/audit hashes: keys in order, no spaces.
  const heads = rows.map(({ chain, hash, position }) => ({ chain, hash, position }));
  const anchoredAt = new Date();
  const text = JSON.stringify({ anchoredAt: anchoredAt.toISOString(), heads, number: 1 });
  const hash = createHash('sha256')
    .update(`${'0'.repeat(64)}\n${text}`)
    .digest('hex');
  await runner.query('INSERT INTO audit_anchors (number, heads, hash, anchored_at) VALUES (1, $1, $2, $3)', [
    JSON.stringify(heads),
    hash,
    anchoredAt,
  ]);
}
