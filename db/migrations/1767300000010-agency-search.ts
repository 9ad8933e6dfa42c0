import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search finds of an agency, kept by the database itself, so that no one who writes an agency can forget it. */
export class AgencySearch1767300000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [columns, upkeep, indexes]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

const columns = `
  ALTER TABLE agencies
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN search_keys text[] NOT NULL DEFAULT '{}';
`;

const upkeep = `
  -- As foldVietnamese does it: lower case, without diacritics, one space between words.
  CREATE FUNCTION fold_vietnamese(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(
      lower(translate(regexp_replace(normalize(words, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd')), '\\s+', ' ', 'g'))
  $$;

  CREATE FUNCTION keep_agency_search() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    former_words text;
    former_keys text[];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      SELECT string_agg(concat_ws(' ', version.name, version.abbreviation, version.code), ' '),
             array_agg(version.code) || array_agg(version.abbreviation)
        INTO former_words, former_keys
        FROM agency_versions AS version WHERE version.agency_id = NEW.id;
    END IF;
    -- Every word stands after a space: so a short word finds beginnings of words only, and the index serves it too.
    NEW.search_text := ' ' || fold_vietnamese(
      concat_ws(' ', NEW.name, NEW.abbreviation, NEW.code, NEW.code102, former_words));
    NEW.search_keys := (
      SELECT array_agg(DISTINCT fold_vietnamese(key))
        FROM unnest(ARRAY[NEW.code, NEW.code102, NEW.abbreviation] || former_keys) AS key WHERE key <> '');
    RETURN NEW;
  END $$;
  CREATE TRIGGER agencies_keep_search BEFORE INSERT OR UPDATE OF id, code, code102, name, abbreviation ON agencies
    FOR EACH ROW EXECUTE FUNCTION keep_agency_search();

  CREATE FUNCTION count_agency_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
  END $$;
  CREATE TRIGGER agencies_version BEFORE UPDATE ON agencies FOR EACH ROW
    WHEN ((NEW.code, NEW.code102, NEW.name, NEW.abbreviation, NEW.level, NEW.parent_id, NEW.valid_from, NEW.valid_to,
           NEW.address, NEW.email, NEW.phone)
          IS DISTINCT FROM
          (OLD.code, OLD.code102, OLD.name, OLD.abbreviation, OLD.level, OLD.parent_id, OLD.valid_from, OLD.valid_to,
           OLD.address, OLD.email, OLD.phone))
    EXECUTE FUNCTION count_agency_version();

  -- A former name can be searched for as soon as it is former.
  CREATE FUNCTION keep_agency_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE agencies SET id = id WHERE id = NEW.agency_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER agency_versions_keep AFTER INSERT OR UPDATE ON agency_versions
    FOR EACH ROW EXECUTE FUNCTION keep_agency_of_version();

  UPDATE agencies SET id = id;
`;

const indexes = `
  CREATE INDEX agencies_keys ON agencies USING gin (search_keys);
  CREATE INDEX agencies_level ON agencies (level, code);
  CREATE INDEX agencies_code102 ON agencies (code102);
  DROP INDEX agencies_parent;
  CREATE INDEX agencies_parent ON agencies (parent_id, code);
  CREATE INDEX agency_versions_code ON agency_versions (code);
  -- A search asks how many rows a piece of a word leaves; the usual hundred samples guess that badly.
  ALTER TABLE agencies ALTER COLUMN search_text SET STATISTICS 1000, ALTER COLUMN search_keys SET STATISTICS 500;
`;
