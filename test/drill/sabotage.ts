import type { Client } from 'pg';

/** Ways to break the installation on purpose, so that one sees the drill find it. */
export const sabotages = ['lose', 'double', 'pretend'] as const;
export type Sabotage = (typeof sabotages)[number];

/** From now on a recipient’s arrivals are thrown away while the worker believes that it wrote them. */
export async function makeWorkersPretend(database: Client, agencyId: string): Promise<void> {
  await database.query(`
    CREATE FUNCTION throw_away() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER arrivals_thrown_away BEFORE INSERT ON arrivals FOR EACH ROW
      WHEN (NEW.agency_id = '${agencyId}') EXECUTE FUNCTION throw_away();
    CREATE FUNCTION throw_away_files() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN IF EXISTS (SELECT FROM arrivals WHERE id = NEW.arrival_id) THEN RETURN NEW; END IF; RETURN NULL; END';
    CREATE TRIGGER arrival_attachments_thrown_away BEFORE INSERT ON arrival_attachments FOR EACH ROW
      EXECUTE FUNCTION throw_away_files();`);
}

const chosenOne = `SELECT * FROM arrivals WHERE state = 'arrived' AND delivery_id IS NOT NULL LIMIT 1`;

/** Takes one arrival away by hand; what guards the tables has to be put aside for that. */
export async function loseOne(database: Client): Promise<void> {
  await database.query(`
    BEGIN;
    ALTER TABLE arrivals DISABLE TRIGGER USER;
    ALTER TABLE arrival_attachments DISABLE TRIGGER USER;
    CREATE TEMPORARY TABLE lost ON COMMIT DROP AS ${chosenOne};
    DELETE FROM arrival_attachments WHERE arrival_id IN (SELECT id FROM lost);
    DELETE FROM arrivals WHERE id IN (SELECT id FROM lost);
    ALTER TABLE arrivals ENABLE TRIGGER USER;
    ALTER TABLE arrival_attachments ENABLE TRIGGER USER;
    COMMIT`);
}

/** Gives a recipient a second copy of one arrival by hand. */
export async function doubleOne(database: Client): Promise<void> {
  await database.query(`
    BEGIN;
    CREATE TEMPORARY TABLE doubled ON COMMIT DROP AS
      SELECT gen_random_uuid() AS new_id, chosen.* FROM (${chosenOne}) AS chosen;
    INSERT INTO arrivals
    SELECT (jsonb_populate_record(NULL::arrivals,
             to_jsonb(doubled) || jsonb_build_object('id', new_id, 'delivery_id', NULL))).*
      FROM doubled;
    INSERT INTO arrival_attachments
    SELECT (jsonb_populate_record(NULL::arrival_attachments,
             to_jsonb(file) || jsonb_build_object('id', gen_random_uuid(), 'arrival_id', new_id))).*
      FROM arrival_attachments AS file JOIN doubled ON doubled.id = file.arrival_id;
    COMMIT`);
}
