import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { officeOf } from '../e2e/support/office.js';
import { failedDelivery } from '../e2e/support/matrix/delivery-rows.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks } from './support/desks.js';
import { dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('delivery-queue.spec.ts: chromium is missing, the stories in the browser are skipped');
}

let app: TestApp;
let desks: Desks;

beforeAll(async () => {
  app = await startTestApp();
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

describe.skipIf(!withChromium)('a delivery that failed', { timeout: storyMs }, () => {
  it('is found by the clerk, who reads why and sends it on paper; the administrator holds a way back and lets it go on', async () => {
    const [sender, recipient] = await Promise.all([officeOf(app, 'snv'), officeOf(app, 'kimboi')]);
    await failedDelivery({ app, sender, recipient });
    const clerk = await desks.signIn('vanthu.snv');
    await clerk.getByRole('link', { name: 'Chưa gửi được' }).first().click();
    await clerk.locator('[data-row]').first().click();
    await clerk.getByText('Thử gửi lại; nếu vẫn lỗi').waitFor();
    await clerk.getByRole('button', { name: 'Gửi cách khác' }).click();
    const way = clerk.getByRole('dialog', { name: 'bằng cách khác' });
    await way.getByRole('radio', { name: 'Bản giấy' }).check();
    await way.getByLabel('Lý do gửi bản giấy cho').first().click();
    await clerk.getByRole('option', { name: 'Theo yêu cầu của nơi nhận' }).click();
    await way.getByRole('button', { name: 'Gửi', exact: true }).click();
    await clerk.getByText('Đã chuyển sang cách gửi khác').waitFor();
    await clerk.getByText('Mọi văn bản đều gửi được').waitFor();

    const page = await desks.signIn('quantri');
    await page.getByRole('link', { name: 'Hàng đợi gửi' }).first().click();
    await page.getByRole('button', { name: 'Tạm dừng gửi bằng Hộp thư điện tử' }).click();
    await dialog(page).getByRole('button', { name: 'Tạm dừng', exact: true }).click();
    await dialog(page).getByText('Xin ghi lý do.').waitFor();
    await dialog(page).getByLabel('Lý do').fill('Máy chủ thư bảo trì');
    await dialog(page).getByRole('button', { name: 'Tạm dừng', exact: true }).click();
    await page.getByText('Lý do: Máy chủ thư bảo trì').waitFor();
    expect(await overflows(page)).toBe(false);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflows(page)).toBe(false);
    await page.getByRole('button', { name: /^Cho gửi bằng/ }).click();
    await dialog(page).getByRole('button', { name: 'Cho gửi tiếp' }).click();
    await page.getByText('Lý do: Máy chủ thư bảo trì').waitFor({ state: 'detached' });
  });
});
