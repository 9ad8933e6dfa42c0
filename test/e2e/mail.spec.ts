import { afterEach, describe, expect, it } from 'vitest';
import { Invitation, PasswordResetWays } from '#contracts';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { countOf } from './support/kept.js';
import { MailServer, tokenIn } from './support/mail-server.js';
import { signIn } from './support/office.js';

let app: TestApp | undefined;
let mail: MailServer | undefined;

afterEach(async () => {
  await app?.stop();
  await mail?.stop();
});

async function giveAddress(of: TestApp): Promise<void> {
  await of.server.get(Database).query("UPDATE people SET email = 'ngan@snv.example' WHERE user_name = 'vanthu.snv'");
}

describe('a mail server that is away', () => {
  it('is asked again: nothing is lost, no token waits in the queue, and the link begins when the mail goes out', async () => {
    const port = await portOfNobody();
    app = await startTestApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'vanthu@hoabinh.example' });
    await giveAddress(app);
    const stranger = Caller.stranger(app.url);
    expect((await stranger.post('/password-resets', { userNameOrEmail: 'vanthu.snv' })).status).toBe(204);
    const { server } = app;
    const tried = async (): Promise<boolean> =>
      (await server.get(Database).query('SELECT 1 FROM one_time_links WHERE mailed_token_digest IS NOT NULL')).length >
      0;
    await waitUntil('the first try', 20_000, tried);
    const waiting = await server.get(Database).query<{ payload: object }>('SELECT payload FROM outbox_messages');
    expect(waiting.map(({ payload }) => Object.keys(payload))).toEqual([['requestId']]);
    mail = await MailServer.start(port);
    const token = tokenIn(await mail.mailTo('ngan@snv.example'));
    expect((await stranger.post('/password-resets/link', { token })).status).toBe(200);
  });
});

describe('an installation without a mail server', () => {
  it('says so, answers a forgotten password all the same, and lets administrators hand links over', async () => {
    app = await startTestApp();
    await giveAddress(app);
    const stranger = Caller.stranger(app.url);
    expect((await stranger.get('/password-resets')).as(PasswordResetWays)).toEqual({ byMail: false });
    expect((await stranger.post('/password-resets', { userNameOrEmail: 'vanthu.snv' })).status).toBe(204);
    expect(await countOf(app, 'password_reset_requests')).toBe(0);
    const administrator = await signIn(app, 'quantri');
    const clerk = await signIn(app, 'vanthu.snv');
    const invitation = await administrator.post(`/people/${clerk.session.person.id}/invitations`);
    expect(invitation.as(Invitation).mailedTo).toBeNull();
    expect(await countOf(app, "outbox_messages WHERE job LIKE 'mail-%'")).toBe(0);
  });
});

/** A port on which nothing listens. */
async function portOfNobody(): Promise<number> {
  const server = await MailServer.start();
  const { port } = server;
  await server.stop();
  return port;
}
