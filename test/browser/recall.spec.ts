import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { arrivalAt, documentIn, sendCorrection } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('recall.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let sender: Office;
let recipient: Office;
let other: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  other = await officeOf(app, 'stc');
  desks = await Desks.open(app.url);
});

afterAll(async () => {
  await desks.close();
  await app.stop();
});

afterEach(() => {
  const faults = desks.faults.splice(0);
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

describe.skipIf(!withChromium)('taking back and replacing in a browser', { timeout: storyMs }, () => {
  it('a clerk recalls a document: one recipient loses it at once, the other one is asked and agrees on a phone', async () => {
    const document = await documentIn('sent', sender, [recipient.agencyId, other.agencyId]);
    const registered = await arrivalAt(recipient, document);
    const unregistered = await arrivalAt(other, document);
    await recipient.clerk.post(`/arrivals/${registered.id}/accept`);

    const page = await desks.signIn('vanthu.snv', { at: `/outgoing/${document.id}` });
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await dialog(page).getByRole('button', { name: 'Thu hồi' }).click();
    await dialog(page).getByText('Xin ghi lý do.').waitFor();
    await dialog(page).getByLabel('Chỉ những nơi được chọn').check();
    await dialog(page).getByText('phải hỏi').waitFor();
    await dialog(page).getByLabel('Mọi nơi nhận điện tử').check();
    await dialog(page).getByLabel('Lý do thu hồi').fill('Gửi nhầm bản dự thảo');
    await dialog(page).getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText('Đã thu hồi ngay: 1. Đang hỏi: 1.').waitFor();
    await page.getByText('Chờ nơi nhận đồng ý thu hồi').waitFor();

    const lost = await desks.signIn('vanthu.stc', { at: `/incoming/${unregistered.id}` });
    await lost.getByText('Văn bản đã bị nơi gửi thu hồi').waitFor();
    await lost.getByText('Lý do: Gửi nhầm bản dự thảo').waitFor();
    expect(await lost.getByRole('button', { name: 'Tiếp nhận' }).count()).toBe(0);

    const asked = await desks.signIn('vanthu.kimboi', { ...phone, at: '/incoming?box=asked' });
    await asked.getByText('Xin thu hồi', { exact: true }).waitFor();
    await asked.goto(`/incoming/${registered.id}`);
    await asked.getByText('Nơi gửi xin thu hồi văn bản này').waitFor();
    expect(await overflows(asked)).toBe(false);
    await asked.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await dialog(asked).getByRole('button', { name: 'Đồng ý' }).click();
    await asked.getByText('Nội dung đã niêm phong, không mở được nữa.').waitFor();
    await page.getByText('Đã thu hồi theo thỏa thuận').first().waitFor();
  });

  it('a replacement shows what it changes, and the clerk who refuses it says why', async () => {
    const document = await documentIn('sent', sender, [recipient.agencyId]);
    const earlier = await arrivalAt(recipient, document);
    await recipient.clerk.post(`/arrivals/${earlier.id}/accept`);
    const later = await arrivalAt(recipient, await sendCorrection(sender, document.id, 'replaces'));

    const page = await desks.signIn('vanthu.kimboi', { at: `/incoming/${later.id}` });
    await page.getByText('Văn bản này thay thế một văn bản đã đến').waitFor();
    await page.getByRole('button', { name: 'Xem thay đổi' }).click();
    await dialog(page)
      .locator('[data-field="symbol"]')
      .getByText(document.symbol ?? '')
      .waitFor();
    await dialog(page).locator('[data-change="changed"]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: document.symbol ?? '' }).click();
    await page.getByText('Nơi gửi xin thay thế văn bản này').waitFor();
    await page.getByRole('button', { name: 'Không đồng ý' }).click();
    await dialog(page).getByRole('button', { name: 'Không đồng ý' }).click();
    await dialog(page).getByText('Xin ghi lý do.').waitFor();
    await dialog(page).getByLabel('Lý do không đồng ý').fill('Đã thi hành xong');
    await dialog(page).getByRole('button', { name: 'Không đồng ý' }).click();
    await page.getByText('Đã trả lời không đồng ý: Đã thi hành xong').waitFor();
    expect(await page.getByRole('button', { name: 'Hoàn thành' }).count()).toBe(1);
  });
});
