import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionView } from '#contracts';
import { Sessions } from '#identity';
import { Database } from '#platform';
import { password, startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { sendRaw } from './support/raw-request.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ SIGN_IN_PER_MINUTE: '3', PUBLIC_URL: 'https://vanthu.hoabinh.gov.vn' });
});

afterAll(async () => {
  await app.stop();
});

describe('the number of tries', () => {
  it('is three here: the fourth is refused, with the right password and however the address is written', async () => {
    const stranger = Caller.stranger(app.url);
    const json = { userName: 'vanthu.snv', password: 'not the password' };
    for (const path of ['/session', '/session?again', '/%73ession']) {
      expectProblem(await stranger.call('POST', path, { json }), 'session.bad-credentials');
    }
    const right = { userName: 'vanthu.snv', password };
    for (const path of ['/session', '/%73ession', '/sessio%6e', '/session?x=1']) {
      expectProblem(await stranger.call('POST', path, { json: right }), 'request.too-many');
    }
    const body = Buffer.from(JSON.stringify(right));
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' };
    const path = '/api/v1/session';
    expectProblem(await sendRaw(stranger, { method: 'POST', path, headers, parts: [body] }), 'request.too-many');
    expect((await stranger.get('/health/live')).status).toBe(200);
    expectProblem(await stranger.get('/session'), 'session.required');
  });

  it('counts for the set-up as well, where a password is hashed for whoever asks', async () => {
    const stranger = Caller.stranger(app.url);
    expectProblem(await stranger.call('POST', '/setup', { json: {} }), 'request.too-many');
  });

  it('does not end a session, whose cookie is Secure where people come by https', async () => {
    const cookie = `vanthu_session=${await sessionOf('vanthu.snv')}`;
    const stranger = Caller.stranger(app.url);
    const { csrfToken } = (await stranger.get('/session', { cookie })).as(SessionView);
    const out = await stranger.call('DELETE', '/session', { headers: { cookie, 'x-csrf-token': csrfToken } });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/; Secure/);
  });
});

/** A session that nobody had to try for. */
async function sessionOf(userName: string): Promise<string> {
  const [post] = await app.server
    .get(Database)
    .query<{ id: string; personId: string }>(
      'SELECT posts.id, person_id AS "personId" FROM posts JOIN people ON people.id = person_id WHERE user_name = $1',
      [userName],
    );
  return app.server.get(Sessions).begin(post?.personId ?? '', post?.id ?? '', '127.0.0.1');
}
