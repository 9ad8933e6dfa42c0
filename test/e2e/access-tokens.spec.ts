import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApiClientView,
  AttachmentView,
  AuthorizationServer,
  clientScopes,
  DocumentView,
  scopesFor,
  TokenRefusal,
} from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import { Answer } from './support/answer.js';
import { apiRoutes, withUnknownIds } from './support/api-routes.js';
import { Caller } from './support/caller.js';
import { administratorOf, askForToken, connect, type ConnectedSystem, tokenOf, workingAs } from './support/clients.js';
import { draftBody, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { expectSameAnswer } from './support/expect-refusals.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let administrator: Caller;
let office: Office;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  administrator = await administratorOf(app, 'H28.02');
});

afterAll(async () => {
  await app.stop();
});

async function query(sql: string, values: readonly unknown[] = []): Promise<void> {
  await app.server.get(Database).query(sql, values);
}

function expectTokenRefused(answer: Answer, status: number, error: TokenRefusal['error']): void {
  expect(answer.status).toBe(status);
  expect(TokenRefusal.parse(answer.json()).error).toBe(error);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('www-authenticate') === null).toBe(status !== 401);
}

function codeOf(answer: Answer): string {
  try {
    return answer.problem().code;
  } catch {
    return answer.text;
  }
}

describe('a request for a token', () => {
  let connected: ConnectedSystem;

  beforeAll(async () => {
    connected = await connect(administrator, 'clerk');
  });

  const basic = (id: string, secret: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });

  it('is granted for the secret in the header or in the form, for an hour, and kept by nobody', async () => {
    const answers = [
      await askForToken(app.url, {}, basic(connected.id, connected.secret)),
      await askForToken(app.url, { client_id: connected.id, client_secret: connected.secret }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.json()).toMatchObject({
        token_type: 'Bearer',
        expires_in: 3600,
        scope: scopesFor('clerk').join(' '),
      });
      const { access_token: token } = answer.json() as { access_token: string };
      expect(await countOf(app, 'access_tokens AS t WHERE t::text LIKE $1', [`%${token}%`])).toBe(0);
      expect(await countOf(app, 'audit_entries AS t WHERE t::text LIKE $1', [`%${token}%`])).toBe(0);
    }
  });

  it('is cut down to the scope that was asked for, and refused with more', async () => {
    expect((await tokenOf(app.url, connected, 'document:read')).scope).toBe('document:read');
    const { id, secret } = connected;
    for (const scope of ['document:approve', 'document:read person:manage', 'nothing', ' ']) {
      const answer = await askForToken(app.url, { client_id: id, client_secret: secret, scope });
      expectTokenRefused(answer, 400, 'invalid_scope');
    }
  });

  it('answers the same for a wrong secret, an unknown client and one that was disabled', async () => {
    const disabled = await connect(administrator, 'clerk');
    await administrator.post(`/api-clients/${disabled.id}/disable`, { reason: 'Hết hợp đồng' });
    const wrong = await askForToken(app.url, { client_id: connected.id, client_secret: disabled.secret });
    expectTokenRefused(wrong, 401, 'invalid_client');
    for (const client_id of [newId(), 'nobody', disabled.id]) {
      expectSameAnswer(wrong, await askForToken(app.url, { client_id, client_secret: disabled.secret }));
    }
    expect(
      await countOf(app, "audit_entries WHERE action = 'api-client.refused' AND object_id = $1", [connected.id]),
    ).toBe(1);
  });

  it('is refused as OAuth has it when it is not understood', async () => {
    const json = await Caller.stranger(app.url).call('POST', '/oauth/token', {
      json: { grant_type: 'client_credentials' },
    });
    expectTokenRefused(json, 400, 'invalid_request');
    const fields = { client_id: connected.id, client_secret: connected.secret };
    expectTokenRefused(
      await askForToken(app.url, { ...fields, grant_type: 'password' }),
      400,
      'unsupported_grant_type',
    );
    expectTokenRefused(await askForToken(app.url, {}), 401, 'invalid_client');
  });

  it('is slowed down after wrong tries, for the one who tries and for nobody else', async () => {
    const target = await connect(administrator, 'clerk');
    const guess = async (): Promise<Answer> =>
      askForToken(app.url, { client_id: target.id, client_secret: `vanthu_${newId()}` });
    const guesses = await Promise.all(Array.from({ length: 12 }, guess));
    const slowed = guesses.filter(({ status }) => status === 429);
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    expectTokenRefused(slowed[0] ?? Answer.from(0, {}, Buffer.alloc(0)), 429, 'temporarily_unavailable');
    expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tokenOf(app.url, connected)).token_type).toBe('Bearer');
  });

  it('is the only form that is taken anywhere', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['/session', '/documents', '/api-clients']) {
      const answer = await administrator.call('POST', path, { headers: form, body: 'a=b' });
      expectProblem(answer, 'request.unsupported-media-type');
    }
    const elsewhere = await askForToken(
      app.url,
      {},
      { ...basic(connected.id, connected.secret), 'sec-fetch-site': 'cross-site' },
    );
    expectProblem(elsewhere, 'session.csrf');
  });

  it('is described where OAuth libraries look', async () => {
    const answer = await Answer.of(await fetch(`${app.url}/.well-known/oauth-authorization-server`));
    expect(answer.as(AuthorizationServer)).toMatchObject({
      issuer: app.url,
      token_endpoint: `${app.url}/api/v1/oauth/token`,
      scopes_supported: clientScopes,
    });
  });
});

describe('a system with a token', () => {
  it('drafts a document, with a file, in its own name, and once for the same key', async () => {
    const client = await workingAs(app.url, await connect(administrator, 'civil-servant'));
    const recipient = await officeOf(app, 'stp');
    const key = { 'idempotency-key': newId() };
    const body = draftBody(office, [recipient.agencyId], { subject: 'Do phần mềm một cửa soạn' });
    const drafted = (await client.post('/documents', body, key)).as(DocumentView);
    expect(drafted.drafter).toEqual({
      fullName: 'Phần mềm quản lý văn bản (civil-servant)',
      position: 'Hệ thống kết nối',
    });
    expect((await client.post('/documents', body, key)).as(DocumentView).id).toBe(drafted.id);
    (await upload(client, drafted.id)).as(AttachmentView);
    expect((await client.post(`/documents/${drafted.id}/submit`)).as(DocumentView).state).toBe('submitted');
    expect((await office.leader.post(`/documents/${drafted.id}/approve`)).as(DocumentView).state).toBe('approved');
    const onRecord =
      "audit_entries WHERE action = 'document.drafted' AND object_id = $1 AND actor_name LIKE 'Phần mềm%'";
    expect(await countOf(app, onRecord, [drafted.id])).toBe(1);
  });

  it('gets no further than its scopes, and is told that it is the scope', async () => {
    const connected = await connect(administrator, 'civil-servant');
    const reader = await workingAs(app.url, connected, 'document:read');
    expect((await reader.get('/documents')).status).toBe(200);
    for (const answer of [
      await reader.post('/documents', draftBody(office, [])),
      await reader.get('/arrivals'),
      await reader.get('/archive-entries'),
    ]) {
      expectProblem(answer, 'permission.denied');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    }
  });

  it('sees no document of another agency', async () => {
    const theirs = await officeOf(app, 'stp');
    const draft = (await theirs.civilServant.post('/documents', draftBody(theirs, []))).as(DocumentView);
    const client = await workingAs(app.url, await connect(administrator, 'clerk'));
    expectProblem(await client.get(`/documents/${draft.id}`), 'not-found');
  });

  it('is not taken for the person whose cookie comes along, nor asked for the token of a page', async () => {
    const client = await workingAs(app.url, await connect(administrator, 'civil-servant'), 'document:read');
    const withCookie = { cookie: office.clerk.cookie, 'x-csrf-token': office.clerk.session.csrfToken };
    expectProblem(await client.get('/api-clients', withCookie), 'api-client.people-only');
    expectProblem(await client.post('/documents', draftBody(office, []), withCookie), 'permission.denied');
    const wrong = Caller.withToken(app.url, 'x'.repeat(43));
    expectProblem(await wrong.get('/session', withCookie), 'api-client.token-refused');
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['two words', 'a b'],
    ['other letters', encodeURI('ä'.repeat(9))],
    ['a token that is none', 'a'.repeat(43)],
    ['five thousand letters', 'a'.repeat(5000)],
  ])('is unknown with %s for a token', async (_word, token) => {
    const answer = await Caller.stranger(app.url).get('/documents', { authorization: `Bearer ${token}` });
    expectProblem(answer, 'api-client.token-refused');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('reaches no route of a session, an account or the administration', async () => {
    const client = await workingAs(app.url, await connect(administrator, 'clerk'));
    const open =
      /^\/(documents|document-filters|arrivals|same-arrivals|paper-issuers|archive-entries|agencies|document-types|paper-reasons|signers|share|received-deliveries|late-deliveries)\b/;
    const isPublic =
      /^\/(health|setup|oauth|sign-in-options|password-resets|delivered-files|mailbox-links|session\/single-sign-on|\.well-known)\b/;
    const closed = (await apiRoutes()).filter(
      ({ method, path }) => !open.test(path) && !isPublic.test(path) && `${method} ${path}` !== 'POST /session',
    );
    expect(closed.length).toBeGreaterThan(30);
    for (const { method, path } of closed) {
      const answer = await client.call(method, withUnknownIds(path), method === 'GET' ? {} : { json: {} });
      expect(`${method} ${path} ${answer.status} ${codeOf(answer)}`).toBe(
        `${method} ${path} 403 api-client.people-only`,
      );
    }
  });

  it('shows its last use, written now and then', async () => {
    const connected = await connect(administrator, 'clerk');
    const client = await workingAs(app.url, connected);
    const seen = async (): Promise<string | null> =>
      (await administrator.get(`/api-clients/${connected.id}`)).as(ApiClientView).lastUsedAt;
    const first = await seen();
    expect(first).not.toBeNull();
    await client.get('/documents');
    expect(await seen()).toBe(first);
    await query("UPDATE api_clients SET last_used_at = now() - interval '6 minutes' WHERE id = $1", [connected.id]);
    await client.get('/documents');
    expect(new Date((await seen()) ?? 0).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });
});

describe('a token ends', () => {
  const codeAfter = async (end: (connected: ConnectedSystem) => Promise<unknown>): Promise<string> => {
    const connected = await connect(administrator, 'clerk');
    const client = await workingAs(app.url, connected);
    expect((await client.get('/documents')).status).toBe(200);
    await end(connected);
    return codeOf(await client.get('/documents'));
  };
  const refused = 'api-client.token-refused';

  it('after an hour', async () => {
    const end = `UPDATE access_tokens SET expires_at = now() - interval '1 second' WHERE client_id = $1`;
    expect(await codeAfter(async ({ id }) => query(end, [id]))).toBe(refused);
  });

  it('at once when its system is disabled, which is for good', async () => {
    const disable = async ({ id }: ConnectedSystem): Promise<void> => {
      const reason = { reason: 'Hết hợp đồng' };
      const view = (await administrator.post(`/api-clients/${id}/disable`, reason)).as(ApiClientView);
      expect(view).toMatchObject({ state: 'disabled', secrets: [] });
      expectProblem(await administrator.post(`/api-clients/${id}/disable`, reason), 'api-client.disabled');
      expectProblem(await administrator.post(`/api-clients/${id}/secrets`, {}), 'api-client.disabled');
    };
    expect(await codeAfter(disable)).toBe(refused);
  });

  it('at once when the secret that it was given for is taken away', async () => {
    const remove = async ({ id, secretId }: ConnectedSystem): Promise<Answer> =>
      administrator.call('DELETE', `/api-clients/${id}/secrets/${secretId}`);
    expect(await codeAfter(remove)).toBe(refused);
  });

  it('with the post, the day after its last, even where its person has another', async () => {
    const endPost = async ({ id, secret }: ConnectedSystem): Promise<void> => {
      await query(
        `WITH ended AS (
           UPDATE posts SET valid_to = current_date - 2
            WHERE id = (SELECT post_id FROM api_clients WHERE id = $1) RETURNING *)
         INSERT INTO posts (id, person_id, agency_id, role, position, valid_from)
         SELECT gen_random_uuid(), person_id, agency_id, role, position, valid_from FROM ended`,
        [id],
      );
      const answer = await askForToken(app.url, { client_id: id, client_secret: secret });
      expectTokenRefused(answer, 401, 'invalid_client');
      const view = (await administrator.get(`/api-clients/${id}`)).as(ApiClientView);
      expect(view.state).toBe('post-ended');
    };
    expect(await codeAfter(endPost)).toBe(refused);
  });

  it('with the agency', async () => {
    const closing = await administratorOf(app, 'H28.36');
    const connected = await connect(closing, 'clerk');
    const client = await workingAs(app.url, connected);
    await query("UPDATE agencies SET valid_to = current_date - 2 WHERE code = 'H28.36'");
    expectProblem(await client.get('/documents'), 'api-client.token-refused');
    const answer = await askForToken(app.url, { client_id: connected.id, client_secret: connected.secret });
    expectTokenRefused(answer, 401, 'invalid_client');
  });

  it('in what was taken from its system’s scopes', async () => {
    const connected = await connect(administrator, 'clerk');
    const client = await workingAs(app.url, connected);
    const edit = { name: 'Chỉ đọc', scopes: ['document:read'] };
    const change = async (version: string): Promise<Answer> =>
      administrator.call('PUT', `/api-clients/${connected.id}`, { json: edit, headers: { 'if-match': version } });
    expect((await change('"1"')).as(ApiClientView)).toMatchObject({ ...edit, version: 2 });
    expect((await client.get('/documents')).status).toBe(200);
    expectProblem(await client.get('/arrivals'), 'permission.denied');
    expectProblem(await change('"1"'), 'api-client.stale');
    expectProblem(await change(''), 'request.precondition-required');
  });
});
