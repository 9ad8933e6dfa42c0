import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DeliveryPage,
  type DeliveryView,
  MailboxDocument,
  MailboxLinkView,
  RecallResult,
  SavedConnection,
} from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { documentIn, patience, pdf } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { MailServer, tokenIn } from './support/mail-server.js';
import { type Office, officeOf, signIn } from './support/office.js';

const mailbox = 'vanthu@kimboi.example';

let app: TestApp;
let mail: MailServer;
let sender: Office;
let recipientId: string;
let stranger: Caller;

beforeAll(async () => {
  mail = await MailServer.start();
  app = await startTestApp({ SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'vanthu@hoabinh.example' });
  sender = await officeOf(app, 'snv');
  const administrator = await signIn(app, 'quantri');
  recipientId = (await officeOf(app, 'kimboi')).agencyId;
  const saved = await administrator.call('PUT', `/agencies/${recipientId}/connection`, {
    headers: { 'if-match': '"0"' },
    json: { channel: 'email', mailbox },
  });
  saved.as(SavedConnection);
  stranger = Caller.stranger(app.url);
});

afterAll(async () => {
  await app.stop();
  await mail.stop();
});

async function seen(documentId: string): Promise<DeliveryView | undefined> {
  return (await sender.clerk.get(`/documents/${documentId}/deliveries`)).as(DeliveryPage).items[0];
}

const query = <Row>(sql: string, values: readonly unknown[]): Promise<Row[]> =>
  app.server.get(Database).query<Row>(sql, values);

interface Sent {
  readonly id: string;
  readonly deliveryId: string;
  readonly token: string;
  readonly content: Buffer;
  readonly subject: string;
}

/** Sends a document and takes the link out of the mail that it brought. */
async function sendOne(subject = 'Về việc rà soát hộ nghèo'): Promise<Sent> {
  mail.mails.length = 0;
  const content = pdf();
  const { id } = await documentIn('sent', sender, [recipientId], { subject }, { content });
  await waitUntil('the notice went out', patience, async () => (await seen(id))?.state === 'sent');
  const token = tokenIn(await mail.mailTo(mailbox));
  return { id, deliveryId: (await seen(id))?.id ?? '', token, content, subject };
}

async function askCode(token: string): Promise<string> {
  mail.mails.length = 0;
  expect((await stranger.post('/mailbox-links/code', { token })).status).toBe(204);
  return /\b(\d{6})\b/.exec((await mail.mailTo(mailbox)).text)?.[1] ?? '';
}

const open = (token: string, code: string) => stranger.post('/mailbox-links/open', { token, code });

async function opened(token: string): Promise<MailboxDocument> {
  return (await open(token, await askCode(token))).as(MailboxDocument);
}

const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a document to an agency with only a mailbox', () => {
  it('is told of by a mail that says who sends, and nothing of what it is', async () => {
    const { id, subject, token } = await sendOne();
    const letter = await mail.mailTo(mailbox);
    expect(letter.text).toContain('Sở Nội vụ');
    expect(letter.text).not.toContain(subject);
    const link = (await stranger.post('/mailbox-links/show', { token })).as(MailboxLinkView);
    expect(link).toMatchObject({ senderName: 'Sở Nội vụ', isExpired: false, isWithdrawn: false });
    expect((await seen(id))?.events.map(({ code }) => code)).toEqual(['sent', 'passed-on']);
  });

  it('opens with the code of a second mail, arrives by that, and gives the right bytes', async () => {
    const { id, token, content, subject } = await sendOne();
    const document = await opened(token);
    expect(document).toMatchObject({ subject, state: 'arrived', senderName: 'Sở Nội vụ' });
    const { pathname, search } = new URL(document.files[0]?.url ?? '');
    const bytes = Buffer.from(await (await fetch(`${app.url}${pathname}${search}`)).arrayBuffer());
    expect(bytes.equals(content)).toBe(true);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.files[0]?.digest);
    expect(await seen(id)).toMatchObject({ state: 'arrived' });
    expect(await query('SELECT mode FROM exchanges WHERE document_id = $1', [id])).toEqual([{ mode: 'electronic' }]);
  });

  it('arrives once though two devices enter the code at the same time, and opens again with a new code', async () => {
    const { id, token } = await sendOne();
    const code = await askCode(token);
    const answers = await Promise.all([open(token, code), open(token, code)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    await opened(token);
    expect((await seen(id))?.events.filter((event) => event.code === '01')).toHaveLength(1);
  });

  it('is accepted with their number, or refused with a reason, once; the sender sees it', async () => {
    const first = await sendOne();
    const { key } = await opened(first.token);
    const accept = { key, name: 'Bùi Thị Lan', arrivalNumber: 31 };
    expect((await stranger.post('/mailbox-links/accept', accept)).as(MailboxDocument)).toMatchObject({
      state: 'accepted',
      arrivalNumber: 31,
    });
    expectProblem(
      await stranger.post('/mailbox-links/refuse', { key, name: 'Lan', reason: 'Nhầm' }),
      'mailbox-link.answered',
    );
    expect(await seen(first.id)).toMatchObject({ state: 'accepted', arrivalNumber: 31 });

    const second = await sendOne();
    const refuse = { key: (await opened(second.token)).key, name: 'Lan', reason: 'Gửi nhầm nơi nhận' };
    expect((await stranger.post('/mailbox-links/refuse', refuse)).as(MailboxDocument).state).toBe('refused');
    expect((await seen(second.id))?.events.at(-1)).toMatchObject({ code: '02', note: 'Gửi nhầm nơi nhận' });
  });
});

describe('a link', () => {
  it('that is none, or a key that is none, tells nothing', async () => {
    const token = 'x'.repeat(43);
    expectProblem(await stranger.post('/mailbox-links/show', { token }), 'mailbox-link.unknown');
    expectProblem(await stranger.post('/mailbox-links/code', { token }), 'mailbox-link.unknown');
    expectProblem(await open(token, '123456'), 'mailbox-link.unknown');
    expectProblem(await stranger.post('/mailbox-links/accept', { key: 'x', name: 'Lan' }), 'mailbox-link.closed');
    expectProblem(await open(token, '12345'), 'request.invalid');
  });

  it('is not opened without a code, by a wrong one, by one that is over, or after five guesses', async () => {
    const { token, deliveryId, id } = await sendOne();
    expectProblem(await open(token, '000000'), 'mailbox-link.wrong-code');
    const code = await askCode(token);
    for (let guess = 0; guess < 5; guess += 1) {
      expectProblem(await open(token, otherThan(code)), 'mailbox-link.wrong-code');
    }
    expectProblem(await open(token, code), 'mailbox-link.wrong-code');
    const next = await askCode(token);
    await query(`UPDATE mailbox_links SET code_expires_at = now() - interval '1 s' WHERE delivery_id = $1`, [
      deliveryId,
    ]);
    expectProblem(await open(token, next), 'mailbox-link.wrong-code');
    expect(await seen(id)).toMatchObject({ state: 'sent' });
  });

  it('brings three codes in a quarter of an hour, not more', async () => {
    const { token } = await sendOne();
    for (let count = 0; count < 3; count += 1) {
      await askCode(token);
    }
    expectProblem(await stranger.post('/mailbox-links/code', { token }), 'mailbox-link.too-many-mails');
  });

  it('that ran out is mailed again to the same mailbox, and works', async () => {
    const { token, deliveryId } = await sendOne();
    await query(`UPDATE mailbox_links SET expires_at = now() - interval '1 s' WHERE delivery_id = $1`, [deliveryId]);
    expectProblem(await stranger.post('/mailbox-links/code', { token }), 'mailbox-link.expired');
    expectProblem(await open(token, '123456'), 'mailbox-link.expired');
    mail.mails.length = 0;
    expect((await stranger.post('/mailbox-links/renew', { token })).status).toBe(204);
    expect(tokenIn(await mail.mailTo(mailbox))).toBe(token);
    await opened(token);
  });

  it('of a delivery that was given up opens no more', async () => {
    const { token, deliveryId } = await sendOne();
    await query(`UPDATE deliveries SET transport_state = 'cancelled', state = 'given-up' WHERE id = $1`, [deliveryId]);
    for (const path of ['code', 'renew']) {
      expectProblem(await stranger.post(`/mailbox-links/${path}`, { token }), 'mailbox-link.withdrawn');
    }
  });
});

describe('a document that its sender takes back from a mailbox', () => {
  const recall = (id: string) => sender.clerk.post(`/documents/${id}/recalls`, { reason: 'Gửi nhầm bản dự thảo' });

  it('before it was accepted opens no more, by its link or by a link to a file, and a mail says why', async () => {
    const { id, token } = await sendOne();
    const { files } = await opened(token);
    mail.mails.length = 0;
    expect((await recall(id)).as(RecallResult)).toEqual({ withdrawn: 1, asked: 0, onPaper: 0 });
    const told = await mail.mailTo(mailbox);
    expect(told.text).toContain('đã thu hồi');
    expect(told.text).toContain('Gửi nhầm bản dự thảo');
    expect((await stranger.post('/mailbox-links/show', { token })).as(MailboxLinkView).isWithdrawn).toBe(true);
    expectProblem(await stranger.post('/mailbox-links/code', { token }), 'mailbox-link.withdrawn');
    const { pathname, search } = new URL(files[0]?.url ?? '');
    expect((await fetch(`${app.url}${pathname}${search}`)).status).toBe(410);
    expect(await seen(id)).toMatchObject({ state: 'recalled', asked: null });
  });

  it('after it was accepted is asked for: they agree, or refuse with a reason, once', async () => {
    const { id, token } = await sendOne();
    const { key } = await opened(token);
    await stranger.post('/mailbox-links/accept', { key, name: 'Bùi Thị Lan', arrivalNumber: 32 });
    mail.mails.length = 0;
    expect((await recall(id)).as(RecallResult)).toMatchObject({ withdrawn: 0, asked: 1 });
    expect((await mail.mailTo(mailbox)).text).toContain('xin thu hồi');
    expect(await seen(id)).toMatchObject({ state: 'accepted', asked: 'recall' });
    const page = await opened(token);
    expect(page).toMatchObject({ asked: 'recall', askedReason: 'Gửi nhầm bản dự thảo' });

    const decide = (body: object) =>
      stranger.post('/mailbox-links/decide', { key, requestId: page.askedId, name: 'Lan', ...body });
    expectProblem(await decide({ agrees: true, requestId: newId() }), 'sender-request.decided');
    expectProblem(await decide({ agrees: false }), 'sender-request.reason-missing');
    expect((await decide({ agrees: true })).as(MailboxDocument)).toMatchObject({
      state: 'recalled-after-registration',
      files: [],
      asked: null,
    });
    expectProblem(await decide({ agrees: true }), 'sender-request.decided');
    expect((await seen(id))?.events.map(({ code }) => code).slice(-3)).toEqual([
      '13',
      '15',
      'recalled-after-registration',
    ]);
  });
});

describe('a mail server', () => {
  it('that refuses the mailbox makes the delivery need attention', async () => {
    mail.refused.add(mailbox);
    try {
      const { id } = await documentIn('sent', sender, [recipientId]);
      await waitUntil('it needs attention', patience, async () => (await seen(id))?.state === 'needs-attention');
      const cause = 'SELECT cause FROM deliveries WHERE document_id = $1';
      expect(await query(cause, [id])).toEqual([{ cause: 'mailbox-refused' }]);
    } finally {
      mail.refused.delete(mailbox);
    }
  });

  it('that is away is asked again: the delivery waits', async () => {
    const { port } = mail;
    await mail.stop();
    const { id } = await documentIn('sent', sender, [recipientId]);
    const tried = 'SELECT cause FROM deliveries WHERE document_id = $1 AND cause IS NOT NULL';
    await waitUntil('it was tried', patience, async () => (await query(tried, [id])).length === 1);
    expect(await query(tried, [id])).toEqual([{ cause: 'connection-refused' }]);
    mail = await MailServer.start(port);
    await waitUntil('the notice went out', patience, async () => (await seen(id))?.state === 'sent');
  });
});
