import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, FindRegister } from '#contracts';
import { OutgoingRegisterQuery } from '#exchange';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

/**
 * More lines than are read in their order and than are taken out of the index: 6,000 of January, 300 of February
 * and 1,100 of the rest of the year. Words that are in all early lines, in each second one, in each 500th, or never in
 * one line together.
 */
const fill = `
  INSERT INTO outgoing_entries (id, agency_id, year, number, state, day, reason, search_text, entered_by_post_id, entered_at)
  SELECT uuidv7(), $1, 2017, number, 'reserved',
         CASE WHEN number <= 6000 THEN '2017-01-01'::date + number % 31
              WHEN number <= 6300 THEN '2017-02-01'::date + number % 28
              ELSE '2017-03-01'::date + number % 300 END, '',
         CASE WHEN number <= 6300 THEN 'thang gieng ' ELSE 'cuoi nam ' END
           || CASE number % 2 WHEN 0 THEN 'mua xuan' ELSE 'mua thu' END
           || CASE number % 500 WHEN 0 THEN ' sao la' ELSE '' END, $2, '2017-01-01'
    FROM generate_series(1, 7400) AS number`;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  clerk = await world.aClerk();
  await world.database.query(fill, [clerk.agencyId, clerk.postId]);
  await world.database.query('ANALYZE outgoing_entries');
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

/** All lines that have the words, as a look at each line finds them. */
async function lookedAt(search: string, from: string, to: string): Promise<string[]> {
  const rows = await world.database.query<{ id: string }>(
    `SELECT id FROM outgoing_entries
      WHERE agency_id = $1 AND day BETWEEN $2 AND $3
        AND string_to_array(search_text, ' ') @> string_to_array($4, ' ') ORDER BY day DESC, id DESC LIMIT 500`,
    [clerk.agencyId, from, to, search],
  );
  return rows.map(({ id }) => id);
}

async function searched(search: string, from: string, to: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const query = FindRegister.parse({ year: 2017, search, from, to, limit: 100, after });
    const page = await world.get(OutgoingRegisterQuery).page(clerk, query);
    ids.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined && ids.length < 500);
  return ids;
}

describe('words in a long register', () => {
  it.each([
    ['that every late line has', 'cuoi nam', 500],
    ['that few lines have', 'sao la', 14],
    ['that all early lines have and no later one', 'thang gieng', 500],
    ['that half the early lines have', 'thang gieng xuan', 500],
    ['that many lines have, some of them in each month', 'mua thu', 500],
    ['that are in many lines and never together', 'mua xuan thu', 0],
    ['that no line has', 'khong co', 0],
  ])('are found %s, page by page', async (_what, search, expected) => {
    const ids = await searched(search, '2017-01-01', '2017-12-31');
    expect(ids).toHaveLength(expected);
    expect(ids).toEqual(await lookedAt(search, '2017-01-01', '2017-12-31'));
  });

  it('are found between two days', async () => {
    const ids = await searched('thang gieng xuan', '2017-01-03', '2017-01-03');
    expect(ids.length).toBeGreaterThan(50);
    expect(ids).toEqual(await lookedAt('thang gieng xuan', '2017-01-03', '2017-01-03'));
  });
});
