import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms, waitUntil, WebhookReceiver } from '#testing';
import { arrivalAt, documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('connections.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let sender: Office;
let recipient: Office;
let receiver: WebhookReceiver;

beforeAll(async () => {
  app = await startTestApp({ WEBHOOK_NETWORKS: '127.0.0.1/32' });
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  receiver = await WebhookReceiver.open();
  desks = await Desks.open(app.url);
});

afterAll(async () => {
  await desks.close();
  await receiver.close();
  await app.stop();
});

afterEach(() => {
  const faults = desks.faults.splice(0);
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

describe.skipIf(!withChromium)('a webhook in a browser', { timeout: storyMs }, () => {
  it('is added and tested, tells what comes, is paused and goes on, and tells one thing again', async () => {
    const hook = await WebhookReceiver.open();
    const page = await desks.signIn('quantri');
    await page.getByRole('link', { name: 'Webhook' }).first().click();
    await page.getByText('Chưa có webhook nào').waitFor();
    await page.getByRole('button', { name: 'Thêm webhook' }).first().click();
    await dialog(page).getByLabel('Tên').fill('Một cửa điện tử');
    await dialog(page).getByRole('button', { name: 'Lưu' }).click();
    await dialog(page).getByText('Xin nhập mục này.').waitFor();
    await dialog(page).getByLabel('Địa chỉ nhận tin').fill(hook.url);
    await dialog(page).getByRole('textbox', { name: 'Cơ quan' }).fill('kim boi');
    await page.getByRole('option', { name: /Kim Bôi/ }).click();
    await dialog(page).getByRole('button', { name: 'Lưu' }).click();
    hook.secret = await page.locator('[data-secret]').innerText();
    await dialog(page).getByRole('button', { name: 'Đã giao khóa, đóng lại' }).click();
    await page.getByRole('heading', { name: 'Một cửa điện tử' }).waitFor();
    await page.getByRole('button', { name: 'Gửi thử' }).click();
    await page.locator('[data-reached]').waitFor();

    await page.getByRole('button', { name: 'Tạm dừng' }).click();
    await page.getByText('Tin mới vẫn được giữ lại', { exact: false }).waitFor();
    const document = await documentIn('sent', sender, [recipient.agencyId]);
    await arrivalAt(recipient, document);
    await page.getByRole('link', { name: 'Đang chờ' }).click();
    const line = page.getByRole('listitem').filter({ hasText: document.symbol ?? '' });
    await line.waitFor();
    expect(hook.received).toHaveLength(1);

    await page.getByRole('button', { name: 'Chạy lại' }).click();
    await page.getByRole('link', { name: 'Đã nhận' }).click();
    await line.waitFor();
    await line.getByRole('button', { name: 'Gửi lại' }).click();
    await page.getByText('Đang gửi lại 1 tin.').waitFor();
    await waitUntil('it is told again', 20_000, async () => hook.received.length === 3);
    expect(hook.received.map(({ isSigned }) => isSigned)).toEqual([true, true, true]);

    const small = await desks.signIn('quantri', { ...phone, at: new URL(page.url()).pathname });
    await small.getByRole('heading', { name: 'Một cửa điện tử' }).waitFor();
    expect(await overflows(small), 'nothing is wider than the phone').toBe(false);
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await confirm(page, 'Bỏ');
    await page.getByText('Chưa có webhook nào').waitFor();
    await hook.close();
  });
});

describe.skipIf(!withChromium)('the connection of an agency in a browser', { timeout: storyMs }, () => {
  it('is set up and tested, its secret changed with an overlap, and a document goes there and has arrived', async () => {
    const page = await desks.signIn('quantri', { at: `/agencies/${recipient.agencyId}` });
    await page.getByText('Nhận văn bản ngay trên hệ thống này.').waitFor();
    await page.getByRole('button', { name: 'Đặt kết nối' }).click();
    // What was begun for another way and is out of sight is not kept, and stands in nobody’s way.
    await dialog(page).getByLabel('Hộp thư điện tử').check();
    await dialog(page).getByRole('textbox', { name: 'Hộp thư' }).fill('chưa xong');
    await dialog(page).getByLabel('Hệ thống e-office riêng của cơ quan').check();
    await dialog(page).getByLabel('Địa chỉ nhận').fill(receiver.url);
    await dialog(page).getByRole('button', { name: 'Lưu' }).click();

    /** The secret as people carry it over: from the window that shows it this once into the other system. */
    const carryOver = async (): Promise<string> => {
      const secret = await page.locator('[data-secret]').innerText();
      await dialog(page).getByRole('button', { name: 'Đã giao khóa, đóng lại' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(secret);
      return secret;
    };
    const first = await carryOver();
    const test = page.getByRole('button', { name: 'Gửi thử' });
    await test.click();
    await page.getByText('Nơi nhận không nhận ra chữ ký của hệ thống này (401)').waitFor();
    receiver.secret = first;
    await test.click();
    await page.locator('[data-reached]').waitFor();

    await page.getByRole('button', { name: 'Đổi khóa' }).click();
    receiver.secret = await carryOver();
    await page.getByText('Khóa cũ và khóa mới cùng dùng được').waitFor();
    await page.getByRole('button', { name: 'Bỏ khóa cũ' }).click();
    await confirm(page, 'Bỏ khóa cũ');
    await page.getByRole('button', { name: 'Đổi khóa' }).waitFor();

    const document = await documentIn('sent', sender, [recipient.agencyId]);
    const clerk = await desks.signIn('vanthu.snv', { at: `/outgoing/${document.id}` });
    await clerk.locator('[data-recipient="H28.37"][data-state="arrived"]').waitFor();
    expect([...receiver.kept.values()].map(({ symbol }) => symbol)).toEqual([document.symbol]);

    const small = await desks.signIn('vanthu.snv', { ...phone, at: `/agencies/${recipient.agencyId}` });
    await small.getByText('Nhận văn bản qua hệ thống e-office riêng.').waitFor();
    expect(await small.content()).not.toContain(receiver.url);
    expect(await small.getByRole('button', { name: 'Đặt kết nối' }).count()).toBe(0);
    expect(await overflows(small), 'nothing is wider than the phone').toBe(false);
  });
});
