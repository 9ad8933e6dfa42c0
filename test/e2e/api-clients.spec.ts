import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClientPage, ApiClientView, GivenClientSecret } from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { password, passwordHash, startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller } from './support/caller.js';
import { administratorOf, askForToken, connect, tokenOf, workingAs } from './support/clients.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, expectSameAnswer } from './support/expect-refusals.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let system: Caller;
let administrator: Caller;
let office: Office;

beforeAll(async () => {
  app = await startTestApp();
  system = await signIn(app, 'quantri');
  office = await officeOf(app, 'snv');
  administrator = await administratorOf(app, 'H28.02');
});

afterAll(async () => {
  await app.stop();
});

async function query(sql: string, values: readonly unknown[] = []): Promise<void> {
  await app.server.get(Database).query(sql, values);
}

const aClient = (overrides: object = {}): object => ({
  name: 'Phần mềm một cửa',
  agencyId: office.agencyId,
  role: 'civil-servant',
  scopes: ['document:read', 'document:draft'],
  ...overrides,
});

describe('connecting another system', () => {
  it('gives it a post in the agency, scopes, and a secret that is shown once and kept as a digest', async () => {
    const client = (await administrator.post('/api-clients', aClient())).as(ApiClientView);
    expect(client).toMatchObject({
      name: 'Phần mềm một cửa',
      agency: { code: 'H28.02' },
      role: 'civil-servant',
      scopes: ['document:read', 'document:draft'],
      state: 'no-secret',
      lastUsedAt: null,
      secrets: [],
    });
    const given = (await administrator.post(`/api-clients/${client.id}/secrets`, {})).as(GivenClientSecret);
    expect(given.secret).toMatch(/^vanthu_[\w-]{43}$/);
    const shown = await administrator.get(`/api-clients/${client.id}`);
    expect(shown.as(ApiClientView)).toMatchObject({ state: 'ready', secrets: [{ ending: given.secret.slice(-4) }] });
    expect(shown.text).not.toContain(given.secret);
    for (const table of ['api_client_secrets', 'audit_entries', 'idempotency_keys']) {
      expect(await countOf(app, `${table} AS t WHERE t::text LIKE $1`, [`%${given.secret}%`])).toBe(0);
    }
  });

  it('is made once when the answer was lost and it is asked for again with the same key', async () => {
    const key = { 'idempotency-key': newId() };
    const first = (await administrator.post('/api-clients', aClient(), key)).as(ApiClientView);
    expect((await administrator.post('/api-clients', aClient(), key)).as(ApiClientView).id).toBe(first.id);
  });

  it.each([
    { role: 'leader' },
    { role: 'system-administrator' },
    { role: 'agency-administrator' },
    { role: 'auditor' },
  ])('is refused with $role: approving, administering and auditing are for people', async ({ role }) => {
    await expectRefused(app, 'request.invalid', (headers) =>
      system.post('/api-clients', aClient({ role, scopes: ['document:read'] }), headers),
    );
  });

  it.each([
    { scopes: ['document:approve'] },
    { scopes: ['person:manage'] },
    { scopes: ['trail:read-all'] },
    { scopes: [] },
    { name: '' },
    { name: 'a'.repeat(101) },
    { agencyId: 'x' },
  ])('is refused with %j', async (wrong) => {
    expectProblem(await system.post('/api-clients', aClient(wrong)), 'request.invalid');
  });

  it('is refused with more than the role has', async () => {
    await expectRefused(app, 'api-client.role-lacks-scope', (headers) =>
      administrator.post('/api-clients', aClient({ scopes: ['document:issue', 'document:draft'] }), headers),
    );
  });

  it('reads only the fields that are named', async () => {
    const wished = {
      id: newId(),
      personId: newId(),
      postId: newId(),
      disabledAt: null,
      version: 7,
      lastUsedAt: '2000',
    };
    const client = (await administrator.post('/api-clients', aClient(wished))).as(ApiClientView);
    expect(client).toMatchObject({ version: 1, lastUsedAt: null });
    expect(client.id).not.toBe(wished.id);
  });

  it('is refused for an agency that is closed', async () => {
    const [agency] = await app.server
      .get(Database)
      .query<{ id: string }>("UPDATE agencies SET valid_to = '2020-01-01' WHERE code = 'H28.35' RETURNING id");
    await expectRefused(app, 'api-client.agency-closed', (headers) =>
      system.post('/api-clients', aClient({ agencyId: agency?.id }), headers),
    );
  });
});

describe('whose systems they are', () => {
  it('are the own agency’s for its administrator, and all for the administrator of the system', async () => {
    const stranger = await administratorOf(app, 'H28.03');
    const theirs = await connect(stranger, 'clerk');
    const ours = await connect(administrator, 'clerk');
    const idsFor = async (by: Caller): Promise<string[]> =>
      (await by.get('/api-clients?limit=200')).as(ApiClientPage).items.map(({ id }) => id);
    expect(await idsFor(stranger)).toEqual([theirs.id]);
    expect(await idsFor(administrator)).not.toContain(theirs.id);
    expect(await idsFor(system)).toEqual(expect.arrayContaining([ours.id, theirs.id]));
    const foreign = `/api-clients/${theirs.id}`;
    const edit = { json: { name: 'x', scopes: ['document:read'] }, headers: { 'if-match': '"1"' } };
    for (const ask of [
      (path: string) => administrator.get(path),
      (path: string) => administrator.call('PUT', path, edit),
      (path: string) => administrator.post(`${path}/disable`, { reason: 'x' }),
      (path: string) => administrator.post(`${path}/secrets`, {}),
      (path: string) => administrator.call('DELETE', `${path}/secrets/${theirs.secretId}`),
    ]) {
      const refused = await ask(foreign);
      expectProblem(refused, 'not-found');
      expectSameAnswer(refused, await ask(`/api-clients/${newId()}`));
    }
    expectProblem(
      await administrator.post('/api-clients', aClient({ agencyId: stranger.session.post.agency.id })),
      'not-found',
    );
    expect((await tokenOf(app.url, theirs)).token_type).toBe('Bearer');
  });

  it('are nobody else’s', async () => {
    const { id, secretId } = await connect(administrator, 'clerk');
    for (const by of [office.clerk, office.leader, office.civilServant]) {
      expectProblem(await by.get('/api-clients'), 'permission.denied');
      expectProblem(await by.get(`/api-clients/${id}`), 'permission.denied');
      expectProblem(await by.post('/api-clients', aClient()), 'permission.denied');
      expectProblem(await by.post(`/api-clients/${id}/secrets`, {}), 'permission.denied');
      expectProblem(await by.call('DELETE', `/api-clients/${id}/secrets/${secretId}`), 'permission.denied');
    }
  });
});

describe('replacing a secret', () => {
  const rotate = async (id: string, overlapDays: number): Promise<Answer> =>
    administrator.post(`/api-clients/${id}/secrets`, { overlapDays });
  const works = async (id: string, secret: string): Promise<boolean> =>
    (await askForToken(app.url, { client_id: id, client_secret: secret })).status === 200;

  it('lets the old one work until its day, then no more', async () => {
    const { id, secret, secretId } = await connect(administrator, 'clerk');
    const given = (await rotate(id, 7)).as(GivenClientSecret);
    expect([await works(id, secret), await works(id, given.secret)]).toEqual([true, true]);
    const { secrets } = (await administrator.get(`/api-clients/${id}`)).as(ApiClientView);
    expect(secrets.map(({ expiresAt }) => expiresAt === null)).toEqual([true, false]);
    await query('UPDATE api_client_secrets SET expires_at = now() WHERE id = $1', [secretId]);
    expect([await works(id, secret), await works(id, given.secret)]).toEqual([false, true]);
  });

  it('ends the old one and its tokens at once where that is asked for', async () => {
    const connected = await connect(administrator, 'clerk');
    const client = await workingAs(app.url, connected);
    const given = (await rotate(connected.id, 0)).as(GivenClientSecret);
    expect([await works(connected.id, connected.secret), await works(connected.id, given.secret)]).toEqual([
      false,
      true,
    ]);
    expectProblem(await client.get('/documents'), 'api-client.token-refused');
  });

  it('keeps two at most, also when several are asked for at once', async () => {
    const { id } = await connect(administrator, 'clerk');
    const answers = await Promise.all(Array.from({ length: 5 }, () => rotate(id, 30)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expectProblem(answer, 'api-client.too-many-secrets');
    }
    expect(await countOf(app, 'api_client_secrets WHERE client_id = $1', [id])).toBe(2);
  });

  it.each([-1, 31, 1.5, '7'])('is refused with %j days', async (overlapDays) => {
    const { id } = await connect(administrator, 'clerk');
    expectProblem(await administrator.post(`/api-clients/${id}/secrets`, { overlapDays }), 'request.invalid');
  });

  it('never prolongs what ends sooner', async () => {
    const { id, secretId } = await connect(administrator, 'clerk');
    await query("UPDATE api_client_secrets SET expires_at = now() + interval '1 day' WHERE id = $1", [secretId]);
    (await rotate(id, 30)).as(GivenClientSecret);
    const soon = "api_client_secrets WHERE id = $1 AND expires_at < now() + interval '2 days'";
    expect(await countOf(app, soon, [secretId])).toBe(1);
  });
});

describe('an author that is a system', () => {
  it('can’t sign in, whatever password it is given', async () => {
    const { id } = await connect(administrator, 'civil-servant');
    await query('UPDATE people SET password_hash = $2 WHERE user_name = $1', [`client:${id}`, passwordHash]);
    const answer = await Caller.stranger(app.url).post('/session', { userName: `client:${id}`, password });
    expectProblem(answer, 'session.bad-credentials');
  });

  it('is on record with everything that is done to it', async () => {
    const { id, secretId } = await connect(administrator, 'clerk');
    await tokenOf(app.url, {
      id,
      secretId,
      secret: (await administrator.post(`/api-clients/${id}/secrets`, {})).as(GivenClientSecret).secret,
    });
    await administrator.call('DELETE', `/api-clients/${id}/secrets/${secretId}`);
    await administrator.post(`/api-clients/${id}/disable`, { reason: 'Hết hợp đồng' });
    const rows = await app.server
      .get(Database)
      .query<{ action: string }>('SELECT action FROM audit_entries WHERE object_id = $1 ORDER BY id', [id]);
    expect(rows.map(({ action }) => action)).toEqual([
      'api-client.added',
      'api-client.secret-added',
      'api-client.secret-added',
      'api-client.token-given',
      'api-client.secret-removed',
      'api-client.disabled',
    ]);
  });
});
