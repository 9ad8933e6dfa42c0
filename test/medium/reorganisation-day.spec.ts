import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, ShareStructure } from '#contracts';
import { AddAgencies, type NewAgency } from '#directory';
import { DeliverDispatch } from '#exchange';
import { RecordExchanges, RecountShare, ShareAgenciesQuery, ShareQuery } from '#metrics';
import { productFolder } from '#platform';
import { DraftPlan, PlanCheckQuery, PlanQuery, ReadPlanFile, SchedulePlan, TakeEffect } from '#reorganisation';
import { anActor, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';
import { documentsEach, fillDesks } from './province-work.js';

const samples = join(productFolder, 'samples');
const outline = join(samples, 'reorganisation-2025-07-01');

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let administrator: Actor;
let planId: string;
let before: Record<string, string>;

async function agenciesIn(file: string): Promise<NewAgency[]> {
  const rows = parse<NewAgency & { parent: string }>(await readFile(file), { columns: true });
  return rows.map(({ parent, ...agency }) => ({ ...agency, parentCode: parent === '' ? null : parent }));
}

/** What no reorganisation may touch, each as a count with a digest over all rows. */
async function untouchable(): Promise<Record<string, string>> {
  const parts = {
    documents: `SELECT id, agency_id, state, symbol, digest, issuer_code, issuer_name, drafter_post_id FROM documents
                 WHERE state IN ('issued', 'sent', 'completed')`,
    register: 'SELECT * FROM outgoing_entries',
    numbers: 'SELECT * FROM number_sequences',
    dispatches: 'SELECT * FROM dispatches',
    deliveries: 'SELECT * FROM deliveries',
    arrivals: `SELECT * FROM arrivals WHERE state <> 'arrived'`,
    archive: 'SELECT * FROM archive_entries',
    exchanges: 'SELECT * FROM exchanges',
    deltas: 'SELECT * FROM share_deltas',
    unfinished: `SELECT id, subject FROM documents WHERE state NOT IN ('issued', 'sent', 'completed')`,
    waiting: `SELECT id, delivery_id FROM arrivals WHERE state = 'arrived'`,
  };
  const kept: Record<string, string> = {};
  for (const [name, sql] of Object.entries(parts)) {
    const [row] = await world.database.query<{ kept: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(part::text, ',' ORDER BY part::text), '')) AS kept
         FROM (${sql}) AS part`,
    );
    kept[name] = row?.kept ?? '';
  }
  return kept;
}

const closed = `(SELECT id FROM agencies WHERE valid_to IS NOT NULL)`;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  world.clock.moment = new Date('2025-06-30T10:00:00Z');
  const add = world.get(AddAgencies);
  await add.execute(await agenciesIn(join(samples, 'hoa-binh-2017/agencies.csv')), '2017-01-01');
  await add.execute(await agenciesIn(join(outline, 'agencies.csv')), '2017-01-01');
  await fillDesks(world.database);
  await world.database.transaction(async () => {
    const reached = await world.database.query<{ id: string }>(`SELECT id FROM deliveries WHERE state = 'arrived'`);
    await world.get(RecordExchanges).onReached({ deliveryIds: reached.map(({ id }) => id) });
  });
  await world.database.query('ANALYZE');
  const [post] = await world.database.query<{ postId: string; personId: string; agencyId: string }>(
    `SELECT posts.id AS "postId", person_id AS "personId", agency_id AS "agencyId" FROM posts
       JOIN agencies ON agencies.id = agency_id WHERE agencies.code = 'H44' AND role = 'leader'`,
  );
  administrator = anActor({ ...post, role: 'system-administrator' });
  const plan = await world.get(ReadPlanFile).execute(await readFile(join(outline, 'plan.json'), 'utf8'));
  planId = await world.get(DraftPlan).execute(null, plan);
  before = await untouchable();
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

describe('the day of 1 July 2025, in outline', () => {
  it('has no fault, and warns of all that moves', async () => {
    const { faults, totals } = await world.get(PlanCheckQuery).check(administrator, planId, 'vi');
    expect(faults).toBe(0);
    expect(totals).toMatchObject({ created: 46, closed: 2 + 20 * 2 + 11, changed: 0, posts: 53 * 4 });
    expect(totals.openDocuments).toBe(53 * Math.ceil((documentsEach * 4) / 7));
    expect(totals.deliveriesOnTheWay).toBeGreaterThan(300);
    await world.get(SchedulePlan).execute(administrator, planId, 1);
  });

  it('takes effect in one go, within seconds', async () => {
    world.clock.moment = new Date('2025-06-30T17:00:10Z');
    const start = performance.now();
    await world.get(TakeEffect).execute();
    const milliseconds = performance.now() - start;
    expect((await world.get(PlanQuery).view(administrator, planId, 'vi')).state).toBe('effective');
    expect(milliseconds).toBeLessThan(20_000);
  });

  it('loses nothing, doubles nothing and leaves every number as it was', async () => {
    expect(await untouchable()).toEqual(before);
  });

  it('leaves no unfinished work at a closed agency, and all of it with somebody who may go on', async () => {
    const unfinished = `documents AS document WHERE state IN ('draft', 'submitted', 'returned', 'approved')`;
    expect(await world.count(`${unfinished} AND agency_id IN ${closed}`)).toBe(0);
    expect(await world.count(`arrivals WHERE state = 'arrived' AND agency_id IN ${closed}`)).toBe(0);
    expect(
      await world.count(`${unfinished} AND NOT EXISTS (
        SELECT 1 FROM posts AS drafter JOIN posts AS signer ON signer.agency_id = drafter.agency_id
         WHERE drafter.id = document.drafter_post_id AND signer.id = document.signer_post_id
           AND drafter.agency_id = document.agency_id AND drafter.valid_to IS NULL AND signer.valid_to IS NULL)`),
    ).toBe(0);
  });

  it('leaves everybody with one post, and every open agency under an open one', async () => {
    expect(
      await world.count(
        `people WHERE 1 <> (SELECT count(*) FROM posts WHERE person_id = people.id AND valid_to IS NULL)`,
      ),
    ).toBe(0);
    expect(await world.count(`posts WHERE valid_to IS NULL AND agency_id IN ${closed}`)).toBe(0);
    expect(await world.count(`agencies WHERE valid_to IS NULL AND parent_id IN ${closed}`)).toBe(0);
    expect(await world.count(`agencies WHERE valid_to IS NULL AND parent_id IS NULL`)).toBe(1);
  });

  it('has what was on its way arrive at open agencies, once each, and counts the share as a recount does', async () => {
    const waiting = await world.database.query<{ dispatchId: string }>(
      `SELECT dispatch_id AS "dispatchId" FROM deliveries WHERE transport_state = 'queued' ORDER BY id LIMIT 100`,
    );
    for (const dispatch of waiting) {
      await world.get(DeliverDispatch).execute(dispatch);
    }
    expect(await world.count(`arrivals WHERE state = 'arrived' AND agency_id IN ${closed}`)).toBe(0);
    const delivered = `deliveries WHERE dispatch_id = ANY ($1) AND transport_state = 'done'`;
    const dispatchIds = waiting.map(({ dispatchId }) => dispatchId);
    expect(await world.count(delivered, [dispatchIds])).toBe(100);
    expect(
      await world.count('arrivals WHERE delivery_id IN (SELECT id FROM deliveries WHERE dispatch_id = ANY ($1))', [
        dispatchIds,
      ]),
    ).toBe(100);
    expect((await world.get(RecountShare).execute()).differences).toEqual([]);
  });

  it('shows the share as agencies were, and as they stand now, with the same sum', async () => {
    const issued = await world.get(ShareQuery).view(administrator, { year: 2025, structure: 'issued' });
    const current = await world.get(ShareQuery).view(administrator, { year: 2025, structure: 'current' });
    expect(current.indicators.map(({ total }) => total)).toEqual(issued.indicators.map(({ total }) => total));
    const byAgency = async (structure: ShareStructure) => {
      const query = { year: 2025, indicator: 'exchanged-between-agencies', structure, limit: 200 } as const;
      return (await world.get(ShareAgenciesQuery).page(administrator, query)).items;
    };
    const [former, standing] = [await byAgency('issued'), await byAgency('current')];
    expect(former.some(({ agency }) => agency.code === 'H28.02')).toBe(true);
    expect(standing.some(({ closed: isClosed }) => isClosed)).toBe(false);
    const sum = (rows: readonly { total: number }[]): number => rows.reduce((all, { total }) => all + total, 0);
    expect(sum(standing)).toBe(sum(former));
    const ofInterior = (rows: typeof former, codes: readonly string[]): number =>
      sum(rows.filter(({ agency }) => codes.includes(agency.code)));
    expect(ofInterior(standing, ['H44.02'])).toBe(ofInterior(former, ['H28.02', 'H44.02', 'H62.02']));
  });

  it('shows an agency its own share and its predecessors’ under the present structure', async () => {
    const [agency] = await world.database.query<{ id: string }>(`SELECT id FROM agencies WHERE code = 'H44.02'`);
    const leader = anActor({ agencyId: agency?.id ?? '', role: 'leader' });
    const totals = async (structure: ShareStructure): Promise<number> =>
      (await world.get(ShareQuery).view(leader, { year: 2025, structure })).indicators[1]?.total ?? 0;
    expect(await totals('current')).toBeGreaterThan(2 * (await totals('issued')));
  });
});
