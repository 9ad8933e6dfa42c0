import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Invitation, OneTimeLinkView, PasswordResetWays, SessionView } from '#contracts';
import { MakeResetLink } from '#identity';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { password, startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { expectSameAnswer } from './support/expect-refusals.js';
import { countOf } from './support/kept.js';
import { MailServer, tokenIn } from './support/mail-server.js';
import { signIn } from './support/office.js';

const chosen = 'bốn con trâu lội suối Bôi';
const weak = 'matkhau123456';

let app: TestApp;
let mail: MailServer;
let stranger: Caller;
let administrator: Caller;

beforeAll(async () => {
  mail = await MailServer.start();
  app = await startTestApp({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Văn Thư <vanthu@hoabinh.example>',
    PUBLIC_URL: 'http://vanthu.example/',
  });
  stranger = Caller.stranger(app.url);
  administrator = await signIn(app, 'quantri');
});

afterAll(async () => {
  await app.stop();
  await mail.stop();
});

async function set(userName: string, change: string): Promise<void> {
  await app.server.get(Database).query(`UPDATE people SET ${change} WHERE user_name = $1`, [userName]);
}

async function idOf(userName: string): Promise<string> {
  const [row] = await app.server
    .get(Database)
    .query<{ id: string }>('SELECT id FROM people WHERE user_name = $1', [userName]);
  return row?.id ?? '';
}

async function invite(userName: string, by = administrator): Promise<Invitation> {
  return (await by.post(`/people/${await idOf(userName)}/invitations`)).as(Invitation);
}

async function invitationToken(userName: string): Promise<string> {
  return (await invite(userName)).link.split('#token=')[1] ?? '';
}

async function complete(token: string, newPassword = chosen): Promise<Answer> {
  return stranger.post('/password-resets/complete', { token, newPassword });
}

async function tryToSignIn(userName: string, secret: string): Promise<number> {
  return (await stranger.post('/session', { userName, password: secret })).status;
}

async function askForReset(userNameOrEmail: string, language = 'vi'): Promise<Answer> {
  return stranger.post('/password-resets', { userNameOrEmail }, { 'accept-language': language });
}

/** Every promised mail was sent or needs nobody’s attention. */
async function mailsAreDone(): Promise<void> {
  const open = "outbox_messages WHERE job LIKE 'mail-%' AND failed_at IS NULL";
  await waitUntil('every mail was sent', 20_000, async () => (await countOf(app, open)) === 0);
}

describe('the own password', () => {
  const change = async (by: Caller, currentPassword: string, newPassword: string): Promise<Answer> =>
    by.post('/session/password', { currentPassword, newPassword });

  it('is changed by who knows it; this session goes on under a new token and all others end', async () => {
    const [here, there] = [await signIn(app, 'chuyenvien1.snv'), await signIn(app, 'chuyenvien1.snv')];
    const answer = await change(here, password, chosen);
    const session = answer.as(SessionView);
    expect(session.id).toBe(here.session.id);
    expect(session.csrfToken).not.toBe(here.session.csrfToken);
    expectProblem(await here.get('/session'), 'session.required');
    expectProblem(await there.get('/session'), 'session.required');
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await stranger.get('/session', { cookie })).status).toBe(200);
    expect(await tryToSignIn('chuyenvien1.snv', password)).toBe(401);
    expect(await tryToSignIn('chuyenvien1.snv', chosen)).toBe(201);
    expect(
      await countOf(app, "audit_entries WHERE action = 'password.changed' AND object_id = $1", [session.person.id]),
    ).toBe(1);
  });

  it('stays when the current one is wrong, the new one is the old one, short or easy to guess', async () => {
    const by = await signIn(app, 'chuyenvien2.snv');
    expectProblem(await change(by, 'not the password', chosen), 'password.wrong-current');
    expectProblem(await change(by, password, password), 'password.unchanged');
    expectProblem(await change(by, password, 'ngắn'), 'request.invalid');
    expectProblem(await change(by, password, 'a'.repeat(201)), 'request.invalid');
    expect((await by.get('/session')).status).toBe(200);
    expect(await tryToSignIn('chuyenvien2.snv', password)).toBe(201);
  });

  it.each([
    ['vi', 'Mật khẩu chỉ gồm vài từ hoặc số quen thuộc.', weak],
    ['en', 'It is only a few well-known words or numbers.', weak],
    ['vi', 'Mật khẩu lấy từ tên, tên đăng nhập hoặc cơ quan của anh/chị.', 'Sở Nội vụ 2017'],
    ['en', 'It repeats itself.', 'aaaaaaaaaaaaaaa'],
  ] as const)('says in %s why it is easy to guess: %s', async (language, reason, secret) => {
    const by = await signIn(app, 'chuyenvien2.snv');
    const answer = await by.post(
      '/session/password',
      { currentPassword: password, newPassword: secret },
      { 'accept-language': language },
    );
    expect(expectProblem(answer, 'password.too-weak', language).detail).toContain(reason);
  });

  it('can’t be guessed in a session that was left open', async () => {
    const by = await signIn(app, 'chuyenvien1.stp');
    for (let tried = 0; tried < 5; tried += 1) {
      expectProblem(await change(by, `guess ${tried}`, chosen), 'password.wrong-current');
    }
    const slowed = await change(by, password, chosen);
    expectProblem(slowed, 'session.slowed-down');
  });

  it('is replaced before anything else when somebody else gave it', async () => {
    await set('chuyenvien2.stp', 'password_temporary = true');
    const by = await signIn(app, 'chuyenvien2.stp');
    expect(by.session).toMatchObject({ needs: 'new-password', permissions: [] });
    for (const path of ['/documents', '/arrivals', '/sessions', '/events']) {
      expectProblem(await by.get(path), 'session.incomplete');
    }
    const session = (await change(by, password, chosen)).as(SessionView);
    expect(session.needs).toBeNull();
    expect(session.permissions).toContain('document:draft');
  });
});

describe('a sign-in after several wrong tries', () => {
  it('is told the seconds to wait, in the header too, the same for a name that nobody has', async () => {
    const tries = async (userName: string): Promise<Answer> => {
      for (let tried = 0; tried < 5; tried += 1) {
        expect(await tryToSignIn(userName, 'not the password')).toBe(401);
      }
      return stranger.post('/session', { userName, password });
    };
    const [known, unknown] = [await tries('vanthu.sct'), await tries('nobody.sct')];
    const problem = expectProblem(known, 'session.slowed-down');
    expect(problem.retryAfter).toBeGreaterThan(0);
    expect(problem.retryAfter).toBeLessThanOrEqual(5);
    expect(Number(known.headers.get('retry-after'))).toBe(problem.retryAfter);
    expect(problem.detail).toContain(`${problem.retryAfter} giây`);
    expectProblem(unknown, 'session.slowed-down');
    expect(known.headers.getSetCookie()).toEqual(unknown.headers.getSetCookie());
  });
});

describe('an invitation', () => {
  it('is a link for three days that says whom it is for, sets a password once, and signs nobody in', async () => {
    await set('vanthu.stc', 'password_hash = NULL');
    const { link, expiresAt, mailedTo } = await invite('vanthu.stc');
    expect(link).toMatch(/^http:\/\/vanthu\.example\/password#token=[\w-]{43}$/);
    expect(mailedTo).toBeNull();
    const hours = (new Date(expiresAt).getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(71.9);
    expect(hours).toBeLessThanOrEqual(72);
    const token = link.split('#token=')[1] ?? '';
    const shown = (await stranger.post('/password-resets/link', { token })).as(OneTimeLinkView);
    expect(shown).toMatchObject({ purpose: 'invitation', userName: 'vanthu.stc' });
    const answer = await complete(token);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual(['vanthu_device']);
    expect(await tryToSignIn('vanthu.stc', chosen)).toBe(201);
    expectProblem(await complete(token), 'link.unusable');
    expectProblem(await stranger.post('/password-resets/link', { token }), 'link.unusable');
  });

  it('still works after a password that is easy to guess', async () => {
    const token = await invitationToken('lanhdao.stc');
    expectProblem(await complete(token, weak), 'password.too-weak');
    expect(await tryToSignIn('lanhdao.stc', password)).toBe(201);
    expect((await complete(token)).status).toBe(204);
  });

  it('ends every session of its person, and is over when a newer one is made, when it expired, and when it is made up', async () => {
    const by = await signIn(app, 'chuyenvien1.stc');
    const [older, newer] = [await invitationToken('chuyenvien1.stc'), await invitationToken('chuyenvien1.stc')];
    for (const token of [older, 'A'.repeat(43), newer.toUpperCase()]) {
      expectProblem(await complete(token), 'link.unusable');
    }
    expect((await by.get('/session')).status).toBe(200);
    expect((await complete(newer)).status).toBe(204);
    expectProblem(await by.get('/session'), 'session.required');
    const expired = await invitationToken('chuyenvien1.stc');
    await app.server.get(Database).query("UPDATE one_time_links SET expires_at = now() - interval '1 second'");
    expectProblem(await complete(expired), 'link.unusable');
  });

  it('is used by one, however many use it at once', async () => {
    const token = await invitationToken('chuyenvien2.stc');
    const secrets = Array.from({ length: 6 }, (_, index) => `${chosen} ${index}`);
    const answers = await Promise.all(secrets.map((secret) => complete(token, secret)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410, 410, 410, 410, 410]);
    const winner = answers.findIndex(({ status }) => status === 204);
    expect(await tryToSignIn('chuyenvien2.stc', secrets[winner] ?? '')).toBe(201);
  });

  it('is mailed as well where there is an address, under a token of its own; whichever is used first counts', async () => {
    await set('vanthu.skhdt', "email = 'vanthu@skhdt.example'");
    const { link, mailedTo } = await invite('vanthu.skhdt');
    expect(mailedTo).toBe('vanthu@skhdt.example');
    const mailed = await mail.mailTo('vanthu@skhdt.example');
    expect(mailed.from).toBe('vanthu@hoabinh.example');
    expect(mailed.text).toContain('Tên đăng nhập: vanthu.skhdt');
    const handedOver = link.split('#token=')[1] ?? '';
    expect(tokenIn(mailed)).not.toBe(handedOver);
    expect((await complete(tokenIn(mailed))).status).toBe(204);
    expectProblem(await complete(handedOver), 'link.unusable');
  });

  it('leaves its token neither in the database nor in the trail', async () => {
    const token = await invitationToken('lanhdao.skhdt');
    for (const table of ['one_time_links', 'outbox_messages', 'audit_entries', 'idempotency_keys']) {
      expect(await countOf(app, `${table} AS t WHERE t::text LIKE $1`, [`%${token}%`])).toBe(0);
    }
  });

  it('is for who administers the person alone, and for somebody who could sign in', async () => {
    const id = await idOf('vanthu.snv');
    expectProblem(await (await signIn(app, 'lanhdao.snv')).post(`/people/${id}/invitations`), 'permission.denied');
    await set('chuyenvien2.skhdt', 'disabled_at = now()');
    const disabled = await administrator.post(`/people/${await idOf('chuyenvien2.skhdt')}/invitations`);
    expectProblem(disabled, 'invitation.no-sign-in');
  });

  it('is made by nobody for themself: it would be a way around the password that is asked for', async () => {
    const path = `/people/${administrator.session.person.id}/invitations`;
    const made = await countOf(app, 'one_time_links');
    expectProblem(await administrator.post(path), 'invitation.own');
    expectProblem(await administrator.post(path, undefined, { 'accept-language': 'en' }), 'invitation.own', 'en');
    expect(await countOf(app, 'one_time_links')).toBe(made);
  });
});

describe('a forgotten password', () => {
  it('is asked for by user name or address, and the link of the mail sets a new one', async () => {
    await set('vanthu.stp', "email = 'Ngan@stp.example'");
    expect((await stranger.get('/password-resets')).as(PasswordResetWays)).toEqual({ byMail: true });
    expect((await askForReset('NGAN@stp.example', 'en')).status).toBe(204);
    const mailed = await mail.mailTo('Ngan@stp.example');
    expect(mailed.text).toContain('Somebody asked for a new password');
    const by = await signIn(app, 'vanthu.stp');
    expect((await complete(tokenIn(mailed))).status).toBe(204);
    expectProblem(await by.get('/session'), 'session.required');
    expect(await tryToSignIn('vanthu.stp', chosen)).toBe(201);
    await mailsAreDone();
    expect(await countOf(app, "audit_entries WHERE action = 'password.reset-mailed'")).toBe(1);
    expect(await countOf(app, 'password_reset_requests')).toBe(0);
  });

  it('is answered the same for everybody, and mailed only to who can sign in with one', async () => {
    await set('lanhdao.stp', "email = 'lanhdao@stp.example'");
    await set('chuyenvien1.sct', "email = 'off@sct.example', disabled_at = now()");
    await set('chuyenvien2.sct', "email = 'sso@sct.example', password_hash = NULL");
    const known = await askForReset('lanhdao.stp');
    for (const name of ['nobody', 'nobody@nowhere.example', 'chuyenvien1.sct', 'sso@sct.example', "' OR 1=1 --"]) {
      const answer = await askForReset(name);
      expect([answer.status, answer.text]).toEqual([known.status, known.text]);
    }
    await mail.mailTo('lanhdao@stp.example');
    await mailsAreDone();
    expect(mail.mails.flatMap(({ to }) => to).filter((to) => to.endsWith('@sct.example'))).toEqual([]);
    expect(await countOf(app, 'password_reset_requests')).toBe(0);
  });

  it('does not fill a mailbox: who was mailed a moment ago is not mailed again', async () => {
    await set('lanhdao.sct', "email = 'lanhdao@sct2.example'");
    await Promise.all(Array.from({ length: 8 }, () => askForReset('lanhdao.sct')));
    await mail.mailTo('lanhdao@sct2.example');
    await mailsAreDone();
    expect(mail.mailsTo('lanhdao@sct2.example')).toHaveLength(1);
  });

  it('does not spoil an invitation that was handed over', async () => {
    await set('vanthu.syt', "email = 'vanthu@syt.example'");
    const token = await invitationToken('vanthu.syt');
    await mail.mailTo('vanthu@syt.example');
    await askForReset('vanthu.syt');
    await mail.mailTo('vanthu@syt.example', 2);
    expect((await complete(token)).status).toBe(204);
  });

  it('does not spoil a link that an operator handed over, and ends the one that was mailed before', async () => {
    await set('chuyenvien1.syt', "email = 'mot@syt.example'");
    const link = await app.server.get(MakeResetLink).execute('chuyenvien1.syt');
    await askForReset('chuyenvien1.syt');
    const first = tokenIn(await mail.mailTo('mot@syt.example'));
    await mailsAreDone();
    await app.server.get(Database).query("UPDATE one_time_links SET created_at = created_at - interval '6 minutes'");
    await askForReset('chuyenvien1.syt');
    await mail.mailTo('mot@syt.example', 2);
    await mailsAreDone();
    expectProblem(await complete(first), 'link.unusable');
    expect((await complete(link?.link.split('#token=')[1] ?? '')).status).toBe(204);
  });

  it('needs an operator when the mail server refuses the address for good', async () => {
    mail.refused.add('gone@syt.example');
    await set('lanhdao.syt', "email = 'gone@syt.example'");
    await askForReset('lanhdao.syt');
    const kept = "outbox_messages WHERE job = 'mail-password-reset' AND failure LIKE '%no such mailbox%'";
    await waitUntil('the job is kept as failed', 20_000, async () => (await countOf(app, kept)) === 1);
    expect(mail.mailsTo('gone@syt.example')).toEqual([]);
  });

  it.each([{}, { userNameOrEmail: '' }, { userNameOrEmail: 'a'.repeat(255) }, { userNameOrEmail: ['a'] }])(
    'is refused with the fields %j',
    async (json) => {
      expectProblem(await stranger.post('/password-resets', json), 'request.invalid');
    },
  );

  it('is refused to pages of other sites', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expectProblem(await stranger.post('/password-resets', { userNameOrEmail: 'vanthu.snv' }, headers), 'session.csrf');
    expectProblem(await stranger.post('/password-resets/complete', {}, headers), 'session.csrf');
  });
});

describe('an administrator without a password', () => {
  it('is told the same at the sign-in as anybody else', async () => {
    expectSameAnswer(
      await stranger.post('/session', { userName: 'quantri', password: 'not the password' }),
      await stranger.post('/session', { userName: 'khong-ai', password: 'not the password' }),
    );
  });
});
