import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of a document stand in an order without gaps: the first is the main text, the others are its appendices. */
export class FilesInOrder1767400000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [closeGaps, places, copies]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

// Files that were taken off left gaps. What is locked keeps its order, and with that its digest.
const closeGaps = `
  ALTER TABLE attachments DISABLE TRIGGER attachments_locked;
  ALTER TABLE attachments DROP CONSTRAINT attachments_position_key;
  UPDATE attachments AS file SET position = standing.place
    FROM (SELECT id, row_number() OVER (PARTITION BY document_id ORDER BY position) AS place FROM attachments) AS standing
   WHERE standing.id = file.id AND standing.place <> file.position;
  ALTER TABLE attachments ENABLE TRIGGER attachments_locked;

  ALTER TABLE arrival_attachments DROP CONSTRAINT arrival_attachments_position_key;
  UPDATE arrival_attachments AS file SET position = standing.place
    FROM (SELECT id, row_number() OVER (PARTITION BY arrival_id ORDER BY position) AS place
            FROM arrival_attachments) AS standing
   WHERE standing.id = file.id AND standing.place <> file.position;
  ALTER TABLE arrival_attachments ADD CONSTRAINT arrival_attachments_position_key UNIQUE (arrival_id, position);

  ALTER TABLE archived_files DROP CONSTRAINT archived_files_pkey;
  UPDATE archived_files AS file SET position = standing.place
    FROM (SELECT ctid AS row, row_number() OVER (PARTITION BY entry_id ORDER BY position) AS place
            FROM archived_files) AS standing
   WHERE standing.row = file.ctid AND standing.place <> file.position;
  ALTER TABLE archived_files ADD CONSTRAINT archived_files_pkey PRIMARY KEY (entry_id, position);
`;

// Deferrable means here: one UPDATE may change places, and is checked at its end. With 1 to n and each place once there
// is exactly one main text as soon as there is a file.
const places = `
  ALTER TABLE attachments
    ADD CONSTRAINT attachments_position_key UNIQUE (document_id, position) DEFERRABLE INITIALLY IMMEDIATE,
    ADD CONSTRAINT attachments_position_check CHECK (position >= 1);

  CREATE FUNCTION keep_files_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Who changes the files of one document waits for each other, so that no two see half an order.
    PERFORM FROM documents WHERE id IN (OLD.document_id, NEW.document_id) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM attachments WHERE document_id IN (OLD.document_id, NEW.document_id)
                GROUP BY document_id HAVING max(position) <> count(*)) THEN
      RAISE EXCEPTION 'the files of a document stand at 1 and after it, without a gap'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;

  CREATE TRIGGER attachments_in_order AFTER INSERT OR DELETE OR UPDATE OF document_id, position ON attachments
    FOR EACH ROW EXECUTE FUNCTION keep_files_in_order();
`;

const copies = `
  CREATE TRIGGER arrival_attachments_fixed BEFORE UPDATE OR DELETE ON arrival_attachments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
  CREATE TRIGGER archived_files_fixed BEFORE UPDATE OR DELETE ON archived_files
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
`;
