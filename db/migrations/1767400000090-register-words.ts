import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of the register as one index entry each a month, so that a search reads only what can hold its answer. */
export class RegisterWords1767400000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [words, index]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}

// Agency, year and month stand in each word: a list of the index is then as long as one month of one register, and a
// search meets nobody else’s lines. The end of the agency’s id is its random part; the query asks for the whole id too.
// The cost keeps the planner from working the words out line by line.
const words = `
  CREATE FUNCTION register_words(agency_id uuid, year integer, day date, text text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
  DECLARE
    book text := right(agency_id::text, 12) || year || lpad(extract(month FROM day)::text, 2, '0');
  BEGIN
    RETURN array_to_tsvector(string_to_array(
      book || replace(regexp_replace(text, '\\W+', ' ', 'g'), ' ', ' ' || book), ' '));
  END $$;
`;

const index = `
  DROP INDEX outgoing_entries_search;
  CREATE INDEX outgoing_entries_search ON outgoing_entries
    USING gin (register_words(agency_id, year, day, search_text));
`;
