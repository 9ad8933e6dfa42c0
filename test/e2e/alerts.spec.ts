import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlertList, AlertSettingsView, SavedAlertSettings } from '#contracts';
import { AlertSweep } from '#exchange';
import { Database } from '#platform';
import { aDelivery, anAgency, waitUntil, WebhookReceiver } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { MailServer } from './support/mail-server.js';
import { signIn } from './support/office.js';

const mailbox = 'truc@hoabinh.example';

let mail: MailServer;
let receiver: WebhookReceiver;
let app: TestApp;
let administrator: Caller;

beforeAll(async () => {
  [mail, receiver] = await Promise.all([MailServer.start(), WebhookReceiver.open()]);
  app = await startTestApp({
    SMTP_URL: mail.url,
    MAIL_FROM: 'vanthu@hoabinh.example',
    WEBHOOK_NETWORKS: '127.0.0.1/32',
    SWEEP_SECONDS: '3600',
  });
  administrator = await signIn(app, 'quantri');
});

afterAll(async () => {
  await app.stop();
  await Promise.all([mail.stop(), receiver.close()]);
});

const settings = async () => (await administrator.get('/alerts/settings')).as(AlertSettingsView);

async function write(wish: object, version?: number) {
  const known = version ?? (await settings()).version;
  return administrator.call('PUT', '/alerts/settings', { headers: { 'if-match': `"${known}"` }, json: wish });
}

/** What the receiver got of a type, oldest first. */
const posted = (type: string) =>
  receiver.received.filter(({ body }) => (JSON.parse(body) as { type: string }).type === type);

const sweep = () => app.server.get(AlertSweep).execute();

describe('where alerts are told', () => {
  it('is set by who keeps the system, on the version that they saw', async () => {
    const clerk = await signIn(app, 'vanthu.snv');
    expectProblem(await clerk.get('/alerts/settings'), 'permission.denied');
    expectProblem(await clerk.get('/alerts'), 'permission.denied');
    const { version } = await settings();
    expectProblem(await write({ mailboxes: ['không phải hộp thư'] }), 'request.invalid');
    expectProblem(await write({ webhookUrl: 'file:///etc/passwd' }), 'request.invalid');
    expect((await write({ mailboxes: [mailbox] })).as(SavedAlertSettings)).toMatchObject({
      settings: { mailboxes: [mailbox], webhookUrl: null, canMail: true, version: version + 1 },
      newSecret: null,
    });
    expectProblem(await write({ mailboxes: [] }, version), 'alert-settings.stale');
    expect((await settings()).mailboxes).toEqual([mailbox]);
  });

  it('has a secret that is shown once, and a new one when it is asked for', async () => {
    const wish = { mailboxes: [mailbox], webhookUrl: receiver.url };
    const first = (await write(wish)).as(SavedAlertSettings).newSecret;
    expect(first).toMatch(/^whsec_/);
    expect((await write(wish)).as(SavedAlertSettings).newSecret).toBeNull();
    const second = (await write({ ...wish, renewSecret: true })).as(SavedAlertSettings).newSecret;
    expect(second).not.toBe(first);
    expect(JSON.stringify(await settings())).not.toContain('whsec_');
    receiver.secret = second ?? '';
  });
});

describe('a fault', () => {
  it('is mailed and posted signed when it begins and when it is over, and names no document', async () => {
    const database = app.server.get(Database);
    const agency = await anAgency(database, { name: 'Sở <b>Y tế</b>' });
    const delivery = await aDelivery(database, {
      recipientId: agency.id,
      channel: 'webhook',
      transportState: 'failed',
      state: 'needs-attention',
    });
    let fails = true;
    receiver.instead = (_received, response) => {
      response.writeHead(fails ? 503 : 204).end();
      fails = false;
    };
    await sweep();
    const begun = await mail.mailTo(mailbox);
    expect(begun.text).toContain('Sở <b>Y tế</b>');
    expect(begun.text).toContain('/delivery-queue');
    await waitUntil('it is posted again after a 503', 30_000, async () => posted('alert.raised').length === 2);
    const [one, again] = posted('alert.raised');
    expect(again).toMatchObject({ isSigned: true, headers: { 'webhook-id': one?.headers['webhook-id'] } });
    expect(JSON.parse(again?.body ?? '')).toMatchObject({
      data: { alerts: [{ kind: 'failing', channel: 'webhook', agency: { code: agency.code }, deliveries: 1 }] },
    });
    expect(again?.body).not.toContain(delivery.documentId);
    const open = (await administrator.get('/alerts')).as(AlertList).items;
    expect(open).toMatchObject([{ kind: 'failing', agency: { id: agency.id }, endedAt: null }]);
    expect(open[0]?.toldAt).not.toBeNull();

    await database.query(`UPDATE deliveries SET transport_state = 'done' WHERE id = $1`, [delivery.id]);
    await database.query(`UPDATE alerts SET told_at = told_at - interval '11 minutes'`);
    await sweep();
    expect((await mail.mailTo(mailbox, 2)).text).toContain('đã ổn');
    await waitUntil('that it is over is posted', 20_000, async () => posted('alert.ended').length === 1);
    const ended = (await administrator.get('/alerts')).as(AlertList).items;
    expect(ended[0]?.endedAt).not.toBeNull();
  });

  it('is told the others though one mailbox is refused for good', async () => {
    mail.refused.add('nghi@hoabinh.example');
    (await write({ mailboxes: ['nghi@hoabinh.example', mailbox] })).as(SavedAlertSettings);
    const database = app.server.get(Database);
    await database.query(
      `UPDATE alerts SET told_at = told_at - interval '1 hour', end_told_at = end_told_at - interval '1 hour'`,
    );
    const before = mail.mailsTo(mailbox).length;
    await aDelivery(database, { channel: 'email', transportState: 'failed', state: 'needs-attention' });
    await sweep();
    await mail.mailTo(mailbox, before + 1);
    const kept = `SELECT 1 FROM outbox_messages WHERE job = 'mail-alerts' AND failed_at IS NOT NULL`;
    await waitUntil('the refused one is kept', 20_000, async () => (await database.query(kept)).length === 1);
    expect(mail.mailsTo('nghi@hoabinh.example')).toEqual([]);
  });
});
