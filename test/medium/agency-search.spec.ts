import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FindAgencies } from '#contracts';
import { AgenciesQuery } from '#directory';
import { SystemClock } from '#kernel';
import { createDataSource, Database } from '#platform';
import { anActor, createTestDatabase, manyAgencies, type TestDatabase } from '#testing';

/** The national catalogue has over 110,000 agencies. */
const country = 120_000;
/** Loading them takes some twenty seconds on a quiet machine. */
const loadMs = 400_000;

interface PlanLine {
  readonly 'QUERY PLAN': string;
}

/** Remembers the last question, so that it can be asked how it is gone about, without what turns out not to be needed. */
class WatchedDatabase extends Database {
  private last: { sql: string; parameters: readonly unknown[] } | undefined;

  override async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    this.last = { sql, parameters };
    return super.query<Row>(sql, parameters);
  }

  async planOfLast(): Promise<string> {
    const { sql = '', parameters = [] } = this.last ?? {};
    const lines = await super.query<PlanLine>(`EXPLAIN (ANALYZE, TIMING OFF) ${sql}`, parameters);
    const executed = lines.filter((line) => !line['QUERY PLAN'].includes('(never executed)'));
    return executed.map((line) => line['QUERY PLAN']).join('\n');
  }
}

let testDatabase: TestDatabase;
let dataSource: DataSource;
let database: WatchedDatabase;
let agencies: AgenciesQuery;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await createDataSource({ url: testDatabase.url, pool: 2, entities: [], migrations: [] }).initialize();
  database = new WatchedDatabase(dataSource);
  agencies = new AgenciesQuery(database, new SystemClock());
  await manyAgencies(database, country);
}, loadMs);

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

async function find(filter: Record<string, unknown>) {
  return agencies.page(anActor(), FindAgencies.parse(filter));
}

describe('a search among 120,000 agencies', () => {
  it.each([
    'so noi vu',
    'Sở Nội vụ tỉnh Phú Thọ',
    'snv',
    'ubnd',
    'H28',
    'h62.5',
    '000.00.5',
    '15.h28',
    'hoa binh',
    'uy ban nhan dan xa',
    'truong tieu hoc',
    'kim boi 700',
    'phong y te',
    // The worst: few letters, many hits, hits at the end only, no hits.
    't',
    'u',
    'h',
    '0',
    'so',
    'h6',
    'h2',
    'dan',
    'a b c',
    'zzz',
    'qq',
    'truong tram phong so',
    '',
  ])('for %j reads no table from end to end', async (search) => {
    const page = await find({ search });
    expect(page.items.length > 0).toBe(!['zzz', 'qq', 'truong tram phong so'].includes(search));
    expect(await database.planOfLast()).not.toContain('Seq Scan');
    await find({ search, after: page.next ?? undefined });
    expect(await database.planOfLast()).not.toContain('Seq Scan');
  });

  it.each([{ roots: 'true' }, { level: 'province' }, { level: 'commune', search: 'kim boi' }, { closed: 'true' }])(
    'by place and level %j neither',
    async (filter) => {
      expect((await find(filter)).items.length).toBeGreaterThan(0);
      expect(await database.planOfLast()).not.toContain('Seq Scan');
    },
  );

  it('of what stands under one neither', async () => {
    const [top] = (await find({ search: 'H28.0' })).items;
    const page = await find({ parentId: top?.id, limit: 200 });
    expect(page.items.every(({ parentName }) => parentName === top?.name)).toBe(true);
    expect(page.items).toHaveLength(200);
    expect(await database.planOfLast()).not.toContain('Seq Scan');
  });

  it.each(['phong y te', 'h28.15', 'tram y te xa kim boi'])(
    'for %j finds page by page what is there',
    async (search) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await find({ search, limit: 200, after });
        seen.push(...page.items.map(({ code }) => code));
        after = page.next ?? undefined;
      } while (after !== undefined);
      const all = await database.query<{ code: string }>(
        `SELECT code FROM agencies WHERE valid_to IS NULL
          AND (SELECT bool_and(search_text LIKE CASE WHEN length(word) < 3 THEN '% ' ELSE '%' END || word || '%')
                 FROM unnest(string_to_array($1, ' ')) AS word)
        ORDER BY code`,
        [search],
      );
      expect(all.length).toBeGreaterThan(0);
      // What is named so exactly stands first.
      const isExact = (code: string): boolean => code.toLowerCase() === search;
      const codes = all.map(({ code }) => code);
      expect(seen).toEqual([...codes.filter(isExact), ...codes.filter((code) => !isExact(code))]);
    },
  );

  it('puts what is named exactly before all else, and goes through every page without a gap or a repeat', async () => {
    const seen: { code: string; abbreviation: string }[] = [];
    for (let after: string | undefined, pages = 0; pages < 20; pages += 1) {
      const page = await find({ search: 'stp', limit: 30, after });
      seen.push(...page.items);
      after = page.next ?? undefined;
      if (after === undefined) {
        break;
      }
    }
    const exact = seen.filter(({ abbreviation }) => abbreviation === 'STP');
    expect(seen.slice(0, exact.length)).toEqual(exact);
    expect(exact.map(({ code }) => code)).toEqual(exact.map(({ code }) => code).toSorted());
    expect(new Set(seen.map(({ code }) => code)).size).toBe(seen.length);
    const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
      `SELECT count(*) AS count FROM agencies WHERE abbreviation = 'STP' AND valid_to IS NULL`,
    );
    expect(exact).toHaveLength(count);
  });
});
