import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('agencies.spec.ts: chromium is missing, the stories in the browser are skipped');
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

function fileOf(...rows: string[]) {
  const text = ['Mã định danh;Tên cơ quan;Tên viết tắt;Cấp;Mã cơ quan cấp trên', ...rows].join('\r\n');
  return { name: 'co-quan.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) };
}

describe.skipIf(!withChromium)('the directory of agencies in a browser', { timeout: storyMs }, () => {
  it('is searched, opened and changed without a mouse', async () => {
    const page = await desks.signIn('quantri');
    await page.getByRole('link', { name: 'Cơ quan', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Sơ đồ cơ quan' }).locator('[data-agency="H28.02"]').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('so noi vu');
    await page.waitForURL((address) => address.searchParams.get('search') === 'so noi vu');
    const found = page.getByRole('list', { name: 'Danh sách cơ quan' }).locator('[data-agency]');
    await found.first().and(page.locator('[data-agency="H28.02"]')).waitFor();
    // The rows of before stay in sight until those that were found are there.
    await found.and(page.locator('[data-agency="H28.03"]')).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.locator('[data-agency="H28.02"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sở Nội vụ' }).waitFor();
    await page.getByRole('button', { name: 'Sửa', exact: true }).focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel('Điện thoại').focus();
    await page.keyboard.type('0218 3852 338');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '0218 3852 338' }).waitFor();
    expect(await page.title()).toContain('Sở Nội vụ');
  });

  it('is imported from a file: first its faults by row, then a preview, then all of it', async () => {
    const page = await desks.signIn('quantri', { at: '/agencies' });
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
    const input = () => dialog(page).locator('input[type=file]');
    await input().setInputFiles(fileOf('H28.90;Ban Mới;BM;Sở, ban, ngành;H28', 'H28.91;;BK;Sở, ban, ngành;H99'));
    await dialog(page).getByText('Có 2 chỗ chưa đúng').waitFor();
    await dialog(page).getByRole('row').filter({ hasText: '3' }).filter({ hasText: 'Không được để trống.' }).waitFor();
    await dialog(page).getByRole('row').filter({ hasText: 'Không có cơ quan mã H99' }).waitFor();
    expect(
      await dialog(page)
        .getByRole('button', { name: /^Nhập \d/ })
        .count(),
    ).toBe(0);

    await input().setInputFiles(fileOf('H28.90;Ban Mới;BM;Sở, ban, ngành;H28', 'H28.91;Ban Khác;BK;department;H28'));
    await dialog(page).getByText('Thêm 2, sửa 0').waitFor();
    await dialog(page).getByRole('button', { name: 'Nhập 2 cơ quan' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'Sơ đồ cơ quan' }).locator('[data-agency="H28.90"]').waitFor();
  });

  it('fits a phone, and shows everybody how an agency is reached', async () => {
    const page = await desks.signIn('vanthu.snv', { ...phone, at: '/agencies?search=snv' });
    await page.locator('[data-agency="H28.02"]').tap();
    await page.getByRole('heading', { name: 'Sở Nội vụ' }).waitFor();
    expect(await page.getByRole('button', { name: 'Sửa', exact: true }).count()).toBe(0);
    expect(await overflows(page), 'nothing is wider than the phone').toBe(false);
    await page.goto('/agencies');
    await page.locator('[data-agency="H28.02"]').waitFor();
    expect(await overflows(page), 'nothing is wider than the phone').toBe(false);
  });
});
