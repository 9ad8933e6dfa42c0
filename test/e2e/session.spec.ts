import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionView } from '#contracts';
import { dayOf } from '#kernel';
import { hashPassword, Sessions } from '#identity';
import { Database } from '#platform';
import { password, startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller, cookieOf } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { expectSameAnswer } from './support/expect-refusals.js';
import { countOf } from './support/kept.js';
import { signIn } from './support/office.js';

// The real function, counted: how often a password is hashed tells what an answer’s time would tell.
vi.mock(import('@node-rs/argon2'), async (original) => {
  const argon2 = await original();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(async () => {
  await app.stop();
});

const aRightDraft = { typeCode: 'quyet-dinh', subject: 'Về việc', recipients: [] };

async function tryToSignIn(
  userName: string,
  secret: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return Caller.stranger(app.url).call('POST', '/session', { json: { userName, password: secret }, headers });
}

async function isSignedIn(cookie: string): Promise<boolean> {
  const answer = await Caller.stranger(app.url).get('/session', { cookie });
  if (answer.status !== 200) {
    expectProblem(answer, 'session.required');
  }
  return answer.status === 200;
}

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends', async () => {
    const answer = await tryToSignIn('vanthu.snv', password);
    expect(answer.status).toBe(201);
    const [cookie = '', device = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^vanthu_session=[\w-]{43};/);
    const flags = cookie.split('; ').slice(1).toSorted();
    expect(flags).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
    expect(device).toMatch(/^vanthu_device=[\w-]{43};/);
    const deviceFlags = device.split('; ').slice(1).toSorted();
    expect(deviceFlags).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax']);
    expect(answer.text).not.toContain(cookieOf(answer).split('=')[1]);
  });

  it('tells who is signed in and what they may do, and says the same when asked again', async () => {
    const clerk = await signIn(app, 'vanthu.snv');
    expect(clerk.session).toMatchObject({
      person: { userName: 'vanthu.snv', fullName: 'Đỗ Thu Ngân' },
      post: { role: 'clerk', agency: { code: 'H28.02' } },
    });
    expect(clerk.session.permissions).toContain('document:issue');
    expect(clerk.session.permissions).not.toContain('document:approve');
    expect((await clerk.get('/session')).as(SessionView)).toEqual(clerk.session);
  });

  it('takes the user name in any case and with spaces around it', async () => {
    expect((await tryToSignIn('  VanThu.SNV ', password)).status).toBe(201);
  });

  it('keeps neither cookie nor password as they are', async () => {
    const answer = await tryToSignIn('vanthu.snv', password);
    const token = cookieOf(answer).split('=')[1] ?? '';
    expect(await countOf(app, 'sessions AS t WHERE t::text LIKE $1', [`%${token}%`])).toBe(0);
    expect(await countOf(app, 'people AS t WHERE t::text LIKE $1', [`%${password}%`])).toBe(0);
    expect(await countOf(app, 'audit_entries AS t WHERE t::text LIKE $1', [`%${password}%`])).toBe(0);
  });

  it.each([
    {},
    { userName: 'vanthu.snv' },
    { userName: '', password },
    { userName: 'vanthu.snv', password: '' },
    { userName: 'vanthu.snv', password: 'a'.repeat(201) },
    { userName: 'a'.repeat(101), password },
    { userName: 'vanthu.snv\0', password },
    { userName: { $ne: '' }, password },
    { userName: ['vanthu.snv'], password: [password] },
  ])('is refused with the fields %j', async (json) => {
    expectProblem(await Caller.stranger(app.url).call('POST', '/session', { json }), 'request.invalid');
  });
});

describe('a sign-in that fails', () => {
  beforeEach(() => {
    vi.mocked(verify).mockClear();
  });

  it('answers the same for a wrong password, an unknown name, a disabled person and one without a post', async () => {
    await setPerson('chuyenvien1.stc', 'disabled_at = now()');
    await setPost('chuyenvien2.stc', "valid_to = current_date - interval '2 days'");
    const wrong = await tryToSignIn('vanthu.snv', 'not the password');
    expectProblem(wrong, 'session.bad-credentials');
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expectSameAnswer(wrong, await tryToSignIn('nobody.snv', password));
    expectSameAnswer(wrong, await tryToSignIn('chuyenvien1.stc', password));
    expectSameAnswer(wrong, await tryToSignIn('chuyenvien2.stc', password));
    expect(verify).toHaveBeenCalledTimes(4);
  });

  it('costs one hashing for a wrong password and one for an unknown name', async () => {
    // As the product hashes it: everyone else’s in the tests is a quick one.
    await app.server
      .get(Database)
      .query('UPDATE people SET password_hash = $2 WHERE user_name = $1', ['vanthu.snv', await hashPassword(password)]);
    await tryToSignIn('vanthu.snv', 'not the password');
    expect(verify).toHaveBeenCalledTimes(1);
    await tryToSignIn('nobody.snv', 'not the password');
    expect(verify).toHaveBeenCalledTimes(2);
    const [known, unknown] = vi.mocked(verify).mock.calls.map(([stored]) => String(stored).split('$').slice(0, 4));
    expect(unknown).toEqual(known);
  });

  it('is on record, without what was typed', async () => {
    const refusals = "audit_entries WHERE action = 'session.refused'";
    const before = await countOf(app, refusals);
    await tryToSignIn('nobody.snv', 'a mistyped secret');
    expect(await countOf(app, refusals)).toBe(before + 1);
    expect(await countOf(app, "audit_entries AS t WHERE t::text LIKE '%mistyped%'")).toBe(0);
  });
});

describe('a session', () => {
  it('ends on the server at sign-out, so that a copied cookie opens nothing', async () => {
    const clerk = await signIn(app, 'vanthu.snv');
    const answer = await clerk.call('DELETE', '/session');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^vanthu_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await isSignedIn(clerk.cookie)).toBe(false);
  });

  it('of the same person elsewhere goes on after a sign-out', async () => {
    const [here, there] = [await signIn(app, 'vanthu.snv'), await signIn(app, 'vanthu.snv')];
    await here.call('DELETE', '/session');
    expect(await isSignedIn(there.cookie)).toBe(true);
  });

  it('that someone planted is not taken over', async () => {
    const planted = 'vanthu_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const answer = await tryToSignIn('vanthu.snv', password, { cookie: planted });
    expect(cookieOf(answer)).not.toBe(planted);
    expect(await isSignedIn(planted)).toBe(false);
    expect(await isSignedIn(cookieOf(answer))).toBe(true);
  });

  it('of the planter ends when a victim signs in over it', async () => {
    const planter = await signIn(app, 'chuyenvien1.snv');
    const answer = await tryToSignIn('vanthu.snv', password, { cookie: planter.cookie });
    expect(cookieOf(answer)).not.toBe(planter.cookie);
    expect(await isSignedIn(planter.cookie)).toBe(false);
  });

  it('ends with the post that it acts in, the day after the last', async () => {
    const leader = await signIn(app, 'lanhdao.stttt');
    const day = 86_400_000;
    await setPost('lanhdao.stttt', `valid_to = '${dayOf(new Date())}'`);
    expect(await isSignedIn(leader.cookie)).toBe(true);
    await setPost('lanhdao.stttt', `valid_to = '${dayOf(new Date(Date.now() - day))}'`);
    expect(await isSignedIn(leader.cookie)).toBe(false);
  });

  it('ends when its person is disabled', async () => {
    const clerk = await signIn(app, 'vanthu.stttt');
    await setPerson('vanthu.stttt', 'disabled_at = now()');
    expect(await isSignedIn(clerk.cookie)).toBe(false);
    await setPerson('vanthu.stttt', 'disabled_at = NULL');
  });

  it('ends when it was not used for its time, and lives on when it was', async () => {
    const clerk = await signIn(app, 'vanthu.stp');
    await setSession(clerk, "expires_at = now() + interval '1 minute'");
    expect(await isSignedIn(clerk.cookie)).toBe(true);
    const full = "sessions WHERE person_id = $1 AND expires_at > now() + interval '11 hours'";
    expect(await countOf(app, full, [clerk.session.person.id])).toBe(1);
    await setSession(clerk, "expires_at = now() - interval '1 second'");
    expect(await isSignedIn(clerk.cookie)).toBe(false);
  });

  it('is not prolonged by a page that is merely open', async () => {
    const clerk = await signIn(app, 'vanthu.sct');
    await setSession(clerk, "expires_at = now() + interval '1 minute'");
    const token = clerk.cookie.split('=')[1] ?? '';
    expect(await app.server.get(Sessions).isAlive(token)).toBe(true);
    const prolonged = "sessions WHERE person_id = $1 AND expires_at > now() + interval '2 minutes'";
    expect(await countOf(app, prolonged, [clerk.session.person.id])).toBe(0);
  });

  it('ends after a month, however much it was used', async () => {
    const clerk = await signIn(app, 'vanthu.sct');
    await setSession(clerk, "created_at = now() - interval '31 days'");
    expect(await isSignedIn(clerk.cookie)).toBe(false);
  });

  it('is answered about to nobody else: nothing of the API is kept by a browser', async () => {
    const clerk = await signIn(app, 'vanthu.sct');
    expect((await clerk.get('/session')).headers.get('cache-control')).toBe('no-store');
  });

  it('shows a change of role at the next request', async () => {
    const person = await signIn(app, 'chuyenvien2.stttt');
    await setPost('chuyenvien2.stttt', "role = 'clerk'");
    expect((await person.get('/session')).as(SessionView).permissions).toContain('document:issue');
  });

  it.each(['', 'vanthu_session=', 'vanthu_session=x', 'vanthu_session=%00', `vanthu_session=${'a'.repeat(4000)}`])(
    'is not there for the cookie %j',
    async (cookie) => {
      expect(await isSignedIn(cookie)).toBe(false);
    },
  );
});

describe('a request that changes something', () => {
  const draft = async (by: Caller, headers: Readonly<Record<string, string>>): Promise<Answer> =>
    by.post('/documents', { ...aRightDraft, signerPostId: by.session.post.id }, headers);

  it.each<{ without: string; headers: Readonly<Record<string, string>> | string }>([
    { without: 'the token', headers: { 'x-csrf-token': '' } },
    { without: 'the right token', headers: { 'x-csrf-token': 'x'.repeat(43) } },
    { without: 'a token of this session', headers: 'of another session' },
    { without: 'this site behind it', headers: { 'sec-fetch-site': 'cross-site' } },
    { without: 'this very site behind it', headers: { 'sec-fetch-site': 'same-site' } },
  ])('is refused without $without', async ({ headers }) => {
    const leader = await signIn(app, 'lanhdao.snv');
    const other = { 'x-csrf-token': (await signIn(app, 'lanhdao.snv')).session.csrfToken };
    const given = typeof headers === 'string' ? other : headers;
    const before = await countOf(app, 'documents');
    expectProblem(await draft(leader, given), 'session.csrf');
    expectProblem(await leader.call('DELETE', '/session', { headers: given }), 'session.csrf');
    expect(await countOf(app, 'documents')).toBe(before);
    expect(await isSignedIn(leader.cookie)).toBe(true);
  });

  it.each(['same-origin', 'none'])('is taken from this site: Sec-Fetch-Site %s', async (site) => {
    const leader = await signIn(app, 'lanhdao.snv');
    expect((await draft(leader, { 'sec-fetch-site': site })).status).toBe(201);
  });

  it('is refused at sign-in, too, when it comes from another site', async () => {
    const answer = await tryToSignIn('vanthu.snv', password, { 'sec-fetch-site': 'cross-site' });
    expectProblem(answer, 'session.csrf');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('is refused with a token in place of a session', async () => {
    const leader = await signIn(app, 'lanhdao.snv');
    expectProblem(await draft(leader, { cookie: '' }), 'session.required');
  });
});

async function setPerson(userName: string, change: string): Promise<void> {
  await app.server.get(Database).query(`UPDATE people SET ${change} WHERE user_name = $1`, [userName]);
}

async function setPost(userName: string, change: string): Promise<void> {
  await app.server
    .get(Database)
    .query(`UPDATE posts SET ${change} WHERE person_id = (SELECT id FROM people WHERE user_name = $1)`, [userName]);
}

async function setSession(of: Caller, change: string): Promise<void> {
  await app.server.get(Database).query(`UPDATE sessions SET ${change} WHERE person_id = $1`, [of.session.person.id]);
}
