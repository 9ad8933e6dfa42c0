import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LinkedIdentityList, PersonPage, PersonView, SessionView, SignInOptions } from '#contracts';
import { Database } from '#platform';
import { freePort } from '#testing';
import { startOpenIdProvider, type TestProvider } from '../open-id-provider.js';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { signIn } from './support/office.js';
import { TravellingBrowser } from './support/travelling-browser.js';

let provider: TestProvider;
let app: TestApp;
let publicUrl: string;

beforeAll(async () => {
  const port = String(await freePort());
  publicUrl = `http://localhost:${port}`;
  provider = await startOpenIdProvider(publicUrl);
  app = await startTestApp({
    ...provider.environment,
    PORT: port,
    PUBLIC_URL: publicUrl,
    OIDC_SECOND_FACTOR_AMR: 'mfa',
  });
});

afterAll(async () => {
  await app.stop();
  await provider.stop();
});

/** Their address here, and an account with the same verified address at the provider; gives the name to type there. */
async function known(userName: string, claims: object = {}, subject = `subject of ${userName}`): Promise<string> {
  const email = `${userName}@hoabinh.gov.vn`;
  await query('UPDATE people SET email = $2 WHERE user_name = $1', [userName, email]);
  provider.accounts.set(userName, { subject, claims: { email, email_verified: true, ...claims } });
  return userName;
}

async function query(sql: string, values: readonly unknown[] = []): Promise<void> {
  await app.server.get(Database).query(sql, values);
}

const start = '/api/v1/session/single-sign-on';

/** From the button to the address that the provider sends the browser back to, which is not opened yet. */
async function cameBack(browser: TravellingBrowser, login: string, back?: string): Promise<string> {
  const question = back === undefined ? '' : `?back=${encodeURIComponent(back)}`;
  let url = `${app.url}${start}${question}`;
  let answer = await browser.go(url);
  for (let step = 0; step < 8 && answer.status !== 200; step += 1) {
    url = browser.next(answer, url);
    if (url.startsWith(`${publicUrl}${start}/callback`)) {
      return url;
    }
    answer = await browser.go(url);
  }
  answer = await browser.go(url, { login });
  for (let step = 0; step < 8; step += 1) {
    url = browser.next(answer, url);
    if (url.startsWith(publicUrl)) {
      return url;
    }
    answer = await browser.go(url);
  }
  throw new Error(`the provider sent nobody back: ${answer.text}`);
}

interface Arrived {
  readonly browser: TravellingBrowser;
  readonly location: string;
  readonly answer: Answer;
}

async function signOn(login: string, back?: string): Promise<Arrived> {
  const browser = new TravellingBrowser();
  const answer = await browser.go(await cameBack(browser, login, back));
  return { browser, answer, location: answer.headers.get('location') ?? '' };
}

async function sessionOf(browser: TravellingBrowser): Promise<SessionView | undefined> {
  const answer = await browser.go(`${app.url}/api/v1/session`);
  return answer.status === 200 ? answer.as(SessionView) : undefined;
}

async function expectRefused({ browser, location, answer }: Arrived, reason: string): Promise<void> {
  expect([answer.status, location]).toEqual([303, `/sign-in?refused=${reason}`]);
  expect(browser.cookieOf(app.url, 'vanthu_session')).toBeUndefined();
  expect(await sessionOf(browser)).toBeUndefined();
}

beforeEach(async () => {
  await query('DELETE FROM person_identities');
});

describe('single sign-on', () => {
  it('is offered by the name of the provider', async () => {
    const options = (await Caller.stranger(app.url).get('/sign-in-options')).as(SignInOptions);
    expect(options).toEqual({ singleSignOn: { name: 'Cổng cán bộ' } });
  });

  it('begins a session for the person with the verified address, and leads to the page that was asked for', async () => {
    const { browser, answer, location } = await signOn(await known('vanthu.snv'), '/incoming?box=to-receive');
    expect([answer.status, location]).toEqual([303, '/incoming?box=to-receive']);
    expect(await sessionOf(browser)).toMatchObject({
      person: { userName: 'vanthu.snv' },
      post: { role: 'clerk' },
      needs: null,
    });
    const cookies = answer.headers.getSetCookie().find((header) => header.startsWith('vanthu_session='));
    expect(cookies?.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
    expect(browser.cookieOf(app.url, 'vanthu_single_sign_on')).toBeUndefined();
    expect(await countOf(app, "sessions WHERE method = 'single-sign-on'")).toBeGreaterThan(0);
  });

  it('asks the provider for no more than a code, bound to this browser and to us', async () => {
    const browser = new TravellingBrowser();
    const answer = await browser.go(`${app.url}${start}`);
    const asked = new URL(answer.headers.get('location') ?? '');
    expect(asked.origin).toBe(provider.issuer);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'vanthu',
      redirect_uri: `${publicUrl}${start}/callback`,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=600',
      `Path=${start}`,
      'SameSite=Lax',
    ]);
    const state = asked.searchParams.get('state') ?? '';
    expect(await countOf(app, 'single_sign_on_tries AS t WHERE t::text LIKE $1', [`%${state}%`])).toBe(0);
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example'])(
    'never leads to another site: %j',
    async (back) => {
      expect((await signOn(await known('vanthu.snv'), back)).location).toBe('/');
    },
  );

  it('finds the person by the provider’s subject the next time, whatever address they have by then', async () => {
    const login = await known('vanthu.snv');
    await signOn(login);
    await query("UPDATE people SET email = 'another@hoabinh.gov.vn' WHERE user_name = 'vanthu.snv'");
    provider.accounts.set(login, {
      subject: `subject of ${login}`,
      claims: { email: 'new@x.example', email_verified: false },
    });
    expect((await sessionOf((await signOn(login)).browser))?.person.userName).toBe('vanthu.snv');
    expect(await countOf(app, 'person_identities')).toBe(1);
  });

  it('remembers a person once when two browsers come back at the same time', async () => {
    const login = await known('vanthu.snv');
    const browsers = [new TravellingBrowser(), new TravellingBrowser()];
    const urls = await Promise.all(browsers.map((browser) => cameBack(browser, login)));
    const answers = await Promise.all(browsers.map((browser, index) => browser.go(urls[index] ?? '')));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/', '/']);
    expect(await countOf(app, 'person_identities')).toBe(1);
  });

  it('ends the session that was in the browser before', async () => {
    const { browser } = await signOn(await known('vanthu.snv'));
    const before = browser.cookieOf(app.url, 'vanthu_session') ?? '';
    await browser.go(await cameBack(browser, await known('lanhdao.snv')));
    provider.accounts.delete('lanhdao.snv');
    expect(browser.cookieOf(app.url, 'vanthu_session')).not.toBe(before);
    const planted = await Caller.stranger(app.url).get('/session', { cookie: `vanthu_session=${before}` });
    expectProblem(planted, 'session.required');
  });

  it('is on record: the link, the session, and every refusal with its reason', async () => {
    const entries = async (action: string): Promise<number> =>
      countOf(app, 'audit_entries WHERE action = $1', [action]);
    const before = [await entries('identity.linked'), await entries('session.refused')];
    await signOn(await known('vanthu.snv'));
    await signOn(await known('vanthu.snv'));
    provider.accounts.set('nobody', { subject: 'nobody', claims: { email: 'nobody@x.example', email_verified: true } });
    await signOn('nobody');
    expect([await entries('identity.linked'), await entries('session.refused')]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 1,
    ]);
    const reason = "audit_entries WHERE action = 'session.refused' AND data ->> 'reason' = 'unknown-person'";
    expect(await countOf(app, reason)).toBeGreaterThan(0);
  });
});

describe('single sign-on lets nobody in', () => {
  it('whom we do not know, and makes nobody', async () => {
    provider.accounts.set('stranger', { subject: 'stranger', claims: { email: 'a@x.example', email_verified: true } });
    const before = await countOf(app, 'people');
    await expectRefused(await signOn('stranger'), 'unknown-person');
    expect([await countOf(app, 'people'), await countOf(app, 'person_identities')]).toEqual([before, 0]);
  });

  it.each([false, undefined])('whose address the provider has not verified: %j', async (verified) => {
    const login = await known('vanthu.snv');
    const claims = {
      email: 'vanthu.snv@hoabinh.gov.vn',
      ...(verified === undefined ? {} : { email_verified: verified }),
    };
    provider.accounts.set(login, { subject: 'new', claims });
    await expectRefused(await signOn(login), 'unverified-email');
  });

  it('of whom the provider tells no address', async () => {
    provider.accounts.set('silent', { subject: 'silent', claims: {} });
    await expectRefused(await signOn('silent'), 'no-claim');
  });

  it('who is disabled, also when they came in before', async () => {
    const login = await known('chuyenvien1.stc');
    await signOn(login);
    await query('UPDATE people SET disabled_at = now() WHERE user_name = $1', [login]);
    await expectRefused(await signOn(login), 'disabled');
    await query('DELETE FROM person_identities');
    await expectRefused(await signOn(login), 'disabled');
    expect(await countOf(app, 'person_identities')).toBe(0);
  });

  it('whose post has ended', async () => {
    const login = await known('chuyenvien2.stc');
    await query(
      `UPDATE posts SET valid_to = current_date - 2
        WHERE person_id = (SELECT id FROM people WHERE user_name = $1)`,
      [login],
    );
    await expectRefused(await signOn(login), 'no-post');
  });

  it('who has the address of somebody whose account at the provider is another', async () => {
    const login = await known('vanthu.snv');
    await signOn(login);
    await known('vanthu.snv', {}, 'another subject');
    await expectRefused(await signOn(login), 'other-account');
  });

  it('who is another system', async () => {
    await query(
      `INSERT INTO people (id, full_name, user_name, kind, email, created_at)
       VALUES (gen_random_uuid(), 'Một cửa', 'client:1', 'client', 'client@hoabinh.gov.vn', now())`,
    );
    const claims = { email: 'client@hoabinh.gov.vn', email_verified: true };
    provider.accounts.set('client', { subject: 'client', claims });
    await expectRefused(await signOn('client'), 'unknown-person');
  });

  it('who changed their mind at the provider', async () => {
    await expectRefused(await signOn('nobody is called so'), 'cancelled');
  });
});

describe('an answer of the provider is not taken', () => {
  const come = async (url: string, browser: TravellingBrowser): Promise<Arrived> => {
    const answer = await browser.go(url);
    return { browser, answer, location: answer.headers.get('location') ?? '' };
  };
  const changed = (url: string, change: (parameters: URLSearchParams) => void): string => {
    const copy = new URL(url);
    change(copy.searchParams);
    return copy.href;
  };

  it('a second time', async () => {
    const browser = new TravellingBrowser();
    const url = await cameBack(browser, await known('vanthu.snv'));
    const kept = browser.cookieOf(app.url, 'vanthu_single_sign_on') ?? '';
    expect((await come(url, browser)).location).toBe('/');
    const copied = await fetch(url, { redirect: 'manual', headers: { cookie: `vanthu_single_sign_on=${kept}` } });
    expect(copied.headers.get('location')).toBe('/sign-in?refused=expired');
    expect(copied.headers.getSetCookie().join()).not.toContain('vanthu_session');
  });

  it('in another browser than the one that asked', async () => {
    const url = await cameBack(new TravellingBrowser(), await known('vanthu.snv'));
    await expectRefused(await come(url, new TravellingBrowser()), 'expired');
    const other = new TravellingBrowser();
    await cameBack(other, await known('vanthu.snv'));
    await expectRefused(await come(url, other), 'expired');
  });

  it('after ten minutes', async () => {
    const browser = new TravellingBrowser();
    const url = await cameBack(browser, await known('vanthu.snv'));
    await query('UPDATE single_sign_on_tries SET expires_at = now()');
    await expectRefused(await come(url, browser), 'expired');
  });

  it.each([
    ['a state that is not ours', 'expired', (parameters: URLSearchParams) => parameters.set('state', 'x'.repeat(43))],
    ['no state', 'expired', (parameters: URLSearchParams) => parameters.delete('state')],
    ['a code that is none', 'not-valid', (parameters: URLSearchParams) => parameters.set('code', 'x')],
    ['no code', 'not-valid', (parameters: URLSearchParams) => parameters.delete('code')],
    ['another issuer', 'not-valid', (parameters: URLSearchParams) => parameters.set('iss', 'https://x.example')],
    ['an error beside it', 'not-valid', (parameters: URLSearchParams) => parameters.set('error', 'server_error')],
  ])('with %s', async (_what, reason, change) => {
    const browser = new TravellingBrowser();
    const url = await cameBack(browser, await known('vanthu.snv'));
    await expectRefused(await come(changed(url, change), browser), reason);
  });

  it('with the code of somebody else’s sign-in: it was not this browser that asked for it', async () => {
    const attacker = new TravellingBrowser();
    const theirs = new URL(await cameBack(attacker, await known('lanhdao.snv'))).searchParams.get('code') ?? '';
    const browser = new TravellingBrowser();
    const url = await cameBack(browser, await known('vanthu.snv'));
    await expectRefused(
      await come(
        changed(url, (parameters) => parameters.set('code', theirs)),
        browser,
      ),
      'not-valid',
    );
  });

  it('with a token for another question', async () => {
    const browser = new TravellingBrowser();
    const url = await cameBack(browser, await known('vanthu.snv'));
    await query("UPDATE single_sign_on_tries SET nonce = 'another'");
    await expectRefused(await come(url, browser), 'not-valid');
  });

  it('without the proof that it was us who asked', async () => {
    const browser = new TravellingBrowser();
    const url = await cameBack(browser, await known('vanthu.snv'));
    await query(`UPDATE single_sign_on_tries SET code_verifier = '${'x'.repeat(43)}'`);
    await expectRefused(await come(url, browser), 'not-valid');
  });
});

describe('the second factor', () => {
  const requireFor = async (role: string): Promise<void> =>
    query('INSERT INTO second_factor_rules (role, required_since) VALUES ($1, now())', [role]);

  it('of the provider counts only where its token says so', async () => {
    await requireFor('clerk');
    const plain = await signOn(await known('vanthu.snv', { amr: ['pwd'] }));
    expect((await sessionOf(plain.browser))?.needs).toBe('second-factor-enrolment');
    const strong = await signOn(await known('vanthu.snv', { amr: ['pwd', 'mfa'] }));
    expect((await sessionOf(strong.browser))?.needs).toBeNull();
    await query('DELETE FROM second_factor_rules');
  });
});

describe('signing out', () => {
  it('ends our session and leads to the provider, which ends its own', async () => {
    const { browser } = await signOn(await known('vanthu.snv'));
    const answer = await browser.go(`${app.url}${start}/sign-out`);
    const url = new URL(answer.headers.get('location') ?? '');
    expect(url.href).toMatch(`${provider.issuer}/session/end`);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/sign-in`);
  });
});

describe('the link between a person and an account', () => {
  it('is shown to its owner, who can let go of it; nobody else’s', async () => {
    const { browser } = await signOn(await known('vanthu.snv'));
    const caller = await Caller.withCookie(app.url, `vanthu_session=${browser.cookieOf(app.url, 'vanthu_session')}`);
    const { items } = (await caller.get('/linked-identities')).as(LinkedIdentityList);
    expect(items).toMatchObject([{ issuer: provider.issuer, subject: 'subject of vanthu.snv' }]);
    const path = `/linked-identities/${items[0]?.id}`;
    expectProblem(await (await signIn(app, 'lanhdao.snv')).call('DELETE', path), 'not-found');
    expect((await caller.call('DELETE', path)).status).toBe(204);
    expectProblem(await caller.call('DELETE', path), 'not-found');
    expect(await countOf(app, 'person_identities')).toBe(0);
  });

  it('is undone by an administrator of theirs, for an account that has changed, and ends their sessions', async () => {
    const login = await known('vanthu.snv');
    const { browser } = await signOn(login);
    const id = (await sessionOf(browser))?.person.id ?? '';
    expectProblem(
      await (await signIn(app, 'lanhdao.snv')).call('DELETE', `/people/${id}/linked-identities`),
      'permission.denied',
    );
    await query('UPDATE people SET password_hash = NULL WHERE id = $1', [id]);
    const administrator = await signIn(app, 'quantri');
    const shown = async () => (await administrator.get(`/people/${id}`)).as(PersonView);
    expect(await shown()).toMatchObject({ signIn: 'single-sign-on', actions: expect.arrayContaining(['unlink']) });
    const { items } = (await administrator.get('/people?search=vanthu.snv')).as(PersonPage);
    expect(items.find((one) => one.id === id)?.signIn).toBe('single-sign-on');
    expect((await administrator.call('DELETE', `/people/${id}/linked-identities`)).status).toBe(204);
    expect((await shown()).actions).not.toContain('unlink');
    expect(await sessionOf(browser)).toBeUndefined();
    await known('vanthu.snv', {}, 'the new account');
    expect((await signOn(login)).location).toBe('/');
  });
});

describe('a provider that is down', () => {
  it('stops neither our start nor who has a password, is told on the sign-in page, and is found once it is back', async () => {
    const port = await freePort();
    const alone = await startTestApp({
      ...provider.environment,
      OIDC_ISSUER: `http://127.0.0.1:${port}`,
      PUBLIC_URL: publicUrl,
    });
    expect((await signIn(alone, 'vanthu.snv')).session.needs).toBeNull();
    const leadsTo = async (path: string): Promise<string | null> =>
      (await new TravellingBrowser().go(`${alone.url}${start}${path}`)).headers.get('location');
    expect(await leadsTo('')).toBe('/sign-in?refused=provider-unreachable');
    expect(await leadsTo('/sign-out')).toBe('/sign-in');
    const back = await startOpenIdProvider(publicUrl, port);
    expect(await leadsTo('')).toMatch(`http://127.0.0.1:${port}/auth`);
    await back.stop();
    await alone.stop();
  });
});

describe('without a provider', () => {
  it('nothing is offered and nothing answers', async () => {
    const plain = await startTestApp();
    expect((await Caller.stranger(plain.url).get('/sign-in-options')).as(SignInOptions)).toEqual({
      singleSignOn: null,
    });
    expectProblem(await Caller.stranger(plain.url).get('/session/single-sign-on'), 'not-found');
    await plain.stop();
  });
});
