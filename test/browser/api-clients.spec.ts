import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { askForToken } from '../e2e/support/clients.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('api-clients.spec.ts: chromium is missing, the stories in the browser are skipped');
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

describe.skipIf(!withChromium)('connecting another system', { timeout: storyMs }, () => {
  it('is done by an administrator: what it may do, a secret that is shown once and replaced, and the end', async () => {
    const page = await desks.signIn('quantri');
    await page.getByRole('link', { name: 'Kết nối hệ thống khác' }).first().click();
    await page.getByText('Chưa có hệ thống nào kết nối').waitFor();
    await page.getByRole('button', { name: 'Thêm kết nối' }).first().click();
    await dialog(page).getByLabel('Tên phần mềm').fill('Phần mềm một cửa');
    await dialog(page).getByRole('button', { name: 'Thêm kết nối' }).click();
    await dialog(page).getByText('Chọn ít nhất một việc.').waitFor();
    await dialog(page).getByLabel('Xem văn bản đi').check();
    await dialog(page).getByLabel('Soạn và trình văn bản').check();
    await dialog(page).getByRole('button', { name: 'Thêm kết nối' }).click();

    await page.getByRole('heading', { name: 'Phần mềm một cửa' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    const secret = await dialog(page).locator('[data-secret]').innerText();
    await dialog(page).getByRole('button', { name: 'Đã giao khóa, đóng lại' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(secret);
    await page.getByText(`Khóa kết thúc bằng …${secret.slice(-4)}`).waitFor();
    const works = async (): Promise<number> =>
      (await askForToken(app.url, { client_id: id, client_secret: secret })).status;
    expect(await works()).toBe(200);

    await page.getByRole('button', { name: 'Thay khóa' }).click();
    await dialog(page).getByRole('button', { name: 'Thay khóa' }).click();
    await dialog(page).getByRole('button', { name: 'Đã giao khóa, đóng lại' }).click();
    await page.getByText('Hết dùng', { exact: false }).waitFor();
    expect(await works()).toBe(200);
    await page
      .getByRole('listitem')
      .filter({ hasText: secret.slice(-4) })
      .getByRole('button', { name: 'Bỏ khóa' })
      .click();
    await confirm(page, 'Bỏ khóa');
    await page.getByText('Đã bỏ khóa.').waitFor();
    expect(await works()).toBe(401);

    await page.getByRole('button', { name: 'Ngừng kết nối' }).click();
    await dialog(page).getByLabel('Lý do').fill('Hết hợp đồng');
    await confirm(page, 'Ngừng kết nối');
    await page.getByText('Kết nối này đã ngừng hẳn', { exact: false }).waitFor();
  });

  it('fits on a phone', async () => {
    const page = await desks.signIn('quantri', { ...phone, at: '/api-clients' });
    await page.getByRole('listitem').filter({ hasText: 'Phần mềm một cửa' }).getByRole('link').tap();
    await page.getByRole('heading', { name: 'Phần mềm một cửa' }).waitFor();
    expect(await overflows(page), 'nothing is wider than the phone').toBe(false);
  });
});
