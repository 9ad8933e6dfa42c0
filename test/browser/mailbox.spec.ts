import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SavedConnection } from '#contracts';
import { findPrograms } from '#testing';
import { documentIn } from '../e2e/support/documents.js';
import { MailServer, tokenIn } from '../e2e/support/mail-server.js';
import { type Office, officeOf, signIn } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('mailbox.spec.ts: chromium is missing, the story in the browser is skipped');
}

const mailbox = 'vanthu@kimboi.example';

let app: TestApp;
let mail: MailServer;
let desks: Desks;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  mail = await MailServer.start();
  app = await startTestApp({ SMTP_URL: mail.url, MAIL_FROM: 'vanthu@hoabinh.example' });
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  const administrator = await signIn(app, 'quantri');
  const saved = await administrator.call('PUT', `/agencies/${recipient.agencyId}/connection`, {
    headers: { 'if-match': '"0"' },
    json: { channel: 'email', mailbox },
  });
  saved.as(SavedConnection);
  desks = await Desks.open(app.url);
});

afterAll(async () => {
  await desks.close();
  await app.stop();
  await mail.stop();
});

afterEach(() => {
  const faults = desks.faults.splice(0);
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

describe.skipIf(!withChromium)('an agency with only a mailbox, on a phone', { timeout: storyMs }, () => {
  it('opens the link of the mail, enters the code, reads and accepts, and the sender sees its number', async () => {
    const { id, subject } = await documentIn('sent', sender, [recipient.agencyId]);
    const token = tokenIn(await mail.mailTo(mailbox));
    const page = await desks.stranger(phone);
    await page.goto(`/mailbox#token=${token}`);
    await page.getByText('Sở Nội vụ gửi').waitFor();
    expect(await page.content()).not.toContain(subject);
    await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
    const code = /\b(\d{6})\b/.exec((await mail.mailTo(mailbox, 2)).text)?.[1] ?? '';
    await page.getByLabel('Mã mở văn bản').fill(code);
    await page.getByRole('button', { name: 'Mở văn bản' }).click();
    await page.getByText(subject).waitFor();
    expect(await overflows(page)).toBe(false);
    await page.getByRole('button', { name: 'Tiếp nhận' }).click();
    await dialog(page).getByRole('button', { name: 'Tiếp nhận' }).click();
    await dialog(page).getByText('Xin ghi họ tên.').waitFor();
    await dialog(page).getByLabel('Người thực hiện').fill('Bùi Thị Lan');
    await dialog(page).getByLabel('Số đến').fill('31');
    await dialog(page).getByRole('button', { name: 'Tiếp nhận' }).click();
    await page.getByText('số đến 31', { exact: false }).first().waitFor();

    const desk = await desks.signIn('vanthu.snv', { at: `/outgoing/${id}` });
    await desk.locator('[data-recipient][data-state=accepted]').waitFor();
  });
});
