import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, type TrailEntryView, TrailEntryDetails, TrailPage, TrailState } from '#contracts';
import { AddPeople } from '#identity';
import { newId } from '#kernel';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { documentIn, patience } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { sessionOf } from './support/matrix/askers.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let office: Office;
let other: Office;
let administrator: Caller;
let theirAdministrator: Caller;
let auditor: Caller;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
  await app.server
    .get(AddPeople)
    .execute([
      aPersonOf('quantri.snv', 'agency-administrator', 'H28.02'),
      aPersonOf('quantri.stp', 'agency-administrator', 'H28.03'),
      aPersonOf('thanhtra.snv', 'auditor', 'H28.02'),
    ]);
  administrator = await sessionOf(app, 'quantri.snv');
  theirAdministrator = await sessionOf(app, 'quantri.stp');
  auditor = await sessionOf(app, 'thanhtra.snv');
});

afterAll(async () => {
  await app.stop();
});

function aPersonOf(userName: string, role: Role, agencyCode: string) {
  const passwordHash = 'nobody signs in with it';
  return { userName, role, fullName: 'Bùi Thị Kiểm', passwordHash, agencyCode, position: 'Chuyên viên' };
}

async function entries(by: Caller, query: string): Promise<readonly TrailEntryView[]> {
  return (await by.get(`/trail?${query}`)).as(TrailPage).items;
}

async function actionsOn(objectType: string, objectId: string): Promise<string[]> {
  const found = await entries(administrator, `objectType=${objectType}&objectId=${objectId}`);
  return found.map(({ action }) => action);
}

describe('on record is', () => {
  it('who read a document, once for a while however often they look, and not in its timeline', async () => {
    const { id } = await documentIn('submitted', office, [other.agencyId]);
    for (let round = 0; round < 3; round += 1) {
      await office.leader.get(`/documents/${id}`);
    }
    const actions = await actionsOn('document', id);
    expect(actions.filter((action) => action === 'document.read')).toHaveLength(2);
    const readers = await entries(administrator, `objectType=document&objectId=${id}&action=document.read`);
    expect(new Set(readers.map(({ actor }) => actor?.personId))).toEqual(
      new Set([office.leader.session.person.id, office.civilServant.session.person.id]),
    );
    const { timeline } = (await office.leader.get(`/documents/${id}`)).json() as { timeline: { event: string }[] };
    expect(timeline.map(({ event }) => event)).not.toContain('document.read');
  });

  it('who printed it, and nobody who may not read it', async () => {
    const { id } = await documentIn('draft', office, [other.agencyId]);
    expect((await office.civilServant.post(`/documents/${id}/prints`)).status).toBe(204);
    expectProblem(await other.clerk.post(`/documents/${id}/prints`), 'not-found');
    expect((await actionsOn('document', id)).filter((action) => action === 'document.printed')).toHaveLength(1);
  });

  it('what somebody was refused, with post, agency, address, request and route', async () => {
    const { id } = await documentIn('draft', office, [other.agencyId]);
    const refused = await other.civilServant.get(`/documents/${id}`);
    const { requestId } = expectProblem(refused, 'not-found');
    const entry = await waitForEntry(theirAdministrator, `objectType=document&objectId=${id}`);
    expect(entry).toMatchObject({
      action: 'access.refused',
      actor: { personId: other.civilServant.session.person.id, agency: { id: other.agencyId } },
    });
    expect(entry.address).toMatch(/^(::ffff:)?127\.0\.0\.1$|^::1$/);
    const details = (await theirAdministrator.get(`/trail/${entry.id}`)).as(TrailEntryDetails);
    expect(details).toMatchObject({
      requestId,
      postId: other.civilServant.session.post.id,
      data: { method: 'GET', route: '/api/v1/documents/:id', code: 'not-found' },
    });
  });

  it('what somebody is refused again and again, without an entry for each', async () => {
    const id = newId();
    await Promise.all(Array.from({ length: 60 }, () => other.clerk.get(`/documents/${id}`)));
    await waitForEntry(theirAdministrator, `objectType=document&objectId=${id}`);
    const found = await entries(theirAdministrator, `objectType=document&objectId=${id}&limit=200`);
    expect(found.length).toBeLessThanOrEqual(20);
  });
});

async function waitForEntry(by: Caller, query: string): Promise<TrailEntryView> {
  let found: TrailEntryView | undefined;
  await waitUntil(`an entry for ${query}`, patience, async () => {
    [found] = await entries(by, query);
    return found !== undefined;
  });
  if (found === undefined) {
    throw new Error('no entry');
  }
  return found;
}

describe('the trail is searched', () => {
  it('by whose chain: an agency’s administrator sees the own one alone, an auditor every one', async () => {
    await documentIn('draft', office, [other.agencyId]);
    await documentIn('draft', other, [office.agencyId]);
    const own = await entries(administrator, 'limit=200');
    expect(new Set(own.map(({ agency }) => agency?.id))).toEqual(new Set([office.agencyId]));
    const all = await entries(auditor, 'limit=200');
    expect(new Set(all.map(({ agency }) => agency?.id)).size).toBeGreaterThan(1);
    expectProblem(await administrator.get(`/trail?agencyId=${other.agencyId}`), 'not-found');
    expectProblem(await office.clerk.get('/trail'), 'permission.denied');
    const [foreign] = await entries(auditor, `agencyId=${other.agencyId}`);
    expectProblem(await administrator.get(`/trail/${foreign?.id}`), 'not-found');
    expect((await auditor.get(`/trail/${foreign?.id}`)).as(TrailEntryDetails).agency?.id).toBe(other.agencyId);
  });

  it('by each of its filters, and by all of them together', async () => {
    const { id } = await documentIn('approved', office, [other.agencyId]);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    const filters = [
      `from=${today}`,
      `to=${today}`,
      `agencyId=${office.agencyId}`,
      `personId=${office.leader.session.person.id}`,
      'action=document.approved',
      `objectType=document&objectId=${id}`,
      `search=${encodeURIComponent(office.leader.session.person.fullName.toLowerCase())}`,
    ];
    for (const filter of [...filters, filters.join('&')]) {
      const found = await entries(auditor, `${filter}&limit=200`);
      expect(found.some((entry) => entry.action === 'document.approved' && entry.objectId === id)).toBe(true);
    }
    for (const nothing of ['from=2099-01-01', 'to=2000-01-01', 'action=document.never', 'search=khongcoai']) {
      expect(await entries(auditor, nothing)).toEqual([]);
    }
    expectProblem(await auditor.get(`/trail?objectId=${id}`), 'request.invalid');
  });

  it('page by page to its end, newest first, without losing or repeating an entry', async () => {
    const seen: TrailEntryView[] = [];
    let after = '';
    do {
      const page = (await administrator.get(`/trail?limit=7${after}`)).as(TrailPage);
      seen.push(...page.items);
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    const ids = seen.map(({ id }) => id);
    const whole = await app.server
      .get(Database)
      .query<{ id: string }>('SELECT id FROM audit_entries WHERE agency_id = $1 ORDER BY at DESC, id DESC', [
        office.agencyId,
      ]);
    expect(ids).toEqual(whole.map(({ id }) => id));
    expectProblem(await administrator.get('/trail?after=bm9uc2Vuc2U'), 'request.invalid');
  });
});

describe('the trail is exported', () => {
  it('as a table that no spreadsheet runs, and the export is on record', async () => {
    const behind = new Client({ connectionString: app.databaseUrl });
    await behind.connect();
    await behind.query(
      `INSERT INTO audit_entries (id, at, agency_id, action, object_type, object_id, note, data)
       VALUES ($1, now(), $2, 'document.returned', 'document', 'formula', '=HYPERLINK("http://x")', '{}')`,
      [newId(), office.agencyId],
    );
    await behind.end();
    const answer = await administrator.get('/trail/export?format=csv&objectType=document&objectId=formula');
    expect(answer.headers.get('content-disposition')).toMatch(/nhat-ky-\d{4}-\d\d-\d\d\.csv/);
    expect(answer.text).toContain(`'=HYPERLINK`);
    expect(answer.text).toContain('Trả lại dự thảo');
    const xlsx = await administrator.get('/trail/export?format=xlsx&language=en');
    expect(xlsx.status).toBe(200);
    const exports = await entries(administrator, 'action=trail.exported');
    expect(exports.map(({ actor }) => actor?.personId)).toEqual(
      Array.from({ length: 2 }, () => administrator.session.person.id),
    );
    expectProblem(await office.leader.get('/trail/export?format=csv'), 'permission.denied');
  });
});

describe('the state of the trail', () => {
  it('counts what is sealed and what waits, and says that the database protects it', async () => {
    await waitUntil('everything is sealed', patience, async () => {
      const state = (await auditor.get('/trail/state')).as(TrailState);
      return state.unsealed === 0 && state.entries > 0;
    });
    const state = (await auditor.get('/trail/state')).as(TrailState);
    const [count] = await app.server
      .get(Database)
      .query<{ count: number }>('SELECT count(*) AS count FROM audit_seals');
    expect(state).toMatchObject({ entries: count?.count, isProtected: true, lastVerified: null });
    expect(state.lastAnchor?.hash).toMatch(/^[0-9a-f]{64}$/);
    const own = (await administrator.get('/trail/state')).as(TrailState);
    expect(own.entries).toBeLessThan(state.entries);
    expectProblem(await office.civilServant.get('/trail/state'), 'permission.denied');
  });
});
