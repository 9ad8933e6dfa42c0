import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#kernel';
import { Database } from '#platform';
import { findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const title = 'Sắp xếp các sở theo Nghị quyết 18-NQ/TW';
const closing = { name: 'Sở Thông tin và Truyền thông', clerk: 'vanthu.stttt' };
const successor = 'Sở Khoa học và Công nghệ';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('reorganisation.spec.ts: chromium is missing, the stories in the browser are skipped');
}

let app: TestApp;
let desks: Desks;

beforeAll(async () => {
  app = await startTestApp();
  // Posts of today would simply begin at the successor; these have been held for years.
  await app.server.get(Database).query(`UPDATE posts SET valid_from = '2017-01-01'`);
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

function administrator(): string {
  return app.province.people.find(({ role }) => role === 'system-administrator')?.userName ?? '';
}

async function choose(page: Page, label: string, name: string): Promise<void> {
  await dialog(page).getByRole('textbox', { name: label, exact: true }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

async function addStep(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm bước' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
}

async function saveStep(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Lưu bước' }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

describe.runIf(withChromium)('a reorganisation on screen', { timeout: storyMs }, () => {
  it('is written as a draft, shows its fault, is mended, previewed and carried out', async () => {
    const page = await desks.signIn(administrator());
    await page.getByRole('link', { name: 'Sắp xếp cơ quan' }).first().click();
    await page.getByText('Chưa có phương án nào').waitFor();

    await page.getByRole('button', { name: 'Lập phương án' }).click();
    await dialog(page).getByRole('button', { name: 'Lưu' }).click();
    await dialog(page).getByText('Xin ghi tên phương án.').waitFor();
    await dialog(page).getByLabel('Tên phương án').fill(title);
    await dialog(page).getByLabel('Căn cứ').fill('Nghị quyết 18-NQ/TW');
    await dialog(page).getByLabel('Ngày có hiệu lực').fill(dayOf(new Date()).split('-').toReversed().join('/'));
    await dialog(page).getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('heading', { name: title }).waitFor();

    await addStep(page, 'Sáp nhập, hợp nhất');
    await choose(page, 'Các cơ quan nhập vào (kết thúc hoạt động)', closing.name);
    await choose(page, 'Cơ quan đang có', successor);
    await saveStep(page);
    await page.getByText(`Nhập “${closing.name}” vào “${successor}”`).waitFor();

    await addStep(page, 'Đổi tên');
    await choose(page, 'Cơ quan', closing.name);
    await dialog(page).getByLabel('Tên mới').fill('Sở Chuyển đổi số');
    await dialog(page).getByLabel('Chữ viết tắt').fill('SCĐS');
    await saveStep(page);
    const fault = page.getByText(/kết thúc trong phương án này, nên không đổi tên/);
    await fault.first().waitFor();
    expect(await page.getByRole('button', { name: 'Lên lịch' }).isDisabled()).toBe(true);

    await page.getByRole('button', { name: 'Bỏ bước 2' }).click();
    await confirm(page, 'Bỏ bước');
    await page.getByText('Không có lỗi. Phương án lên lịch được.').waitFor();
    await page.getByText(`${successor} kế tục`).waitFor();
    await page.getByText('Người', { exact: true }).click();
    await page.getByText(`${closing.name} → ${successor}`).first().waitFor();

    await addStep(page, 'Chia, tách');
    await dialog(page).getByRole('button', { name: 'Hủy' }).click();
    await dialog(page).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Thi hành ngay' }).click();
    await dialog(page)
      .getByText(/Việc này không lấy lại được/)
      .waitFor();
    await confirm(page, 'Thi hành ngay');
    await page.getByRole('heading', { name: 'Những gì đã thay đổi' }).waitFor();
    expect(await page.getByRole('button', { name: 'Thêm bước' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Sắp xếp cơ quan' }).first().click();
    await page.getByText(title).waitFor();
  });

  it('opens the closed register of the predecessor to the successor’s clerk, also on a phone', async () => {
    const page = await desks.signIn(closing.clerk, { ...phone, at: '/incoming' });
    await page
      .getByRole('combobox', { name: 'Sổ của' })
      .or(page.getByRole('textbox', { name: 'Sổ của' }))
      .click();
    await page.getByRole('option', { name: closing.name }).click();
    await page.waitForURL((address) => address.searchParams.has('agencyId'));
    expect(await overflows(page)).toBe(false);
  });

  it('shows the share under the old and the present structure', async () => {
    const page = await desks.signIn(administrator());
    await page.goto('/share');
    await page.getByText('Cơ quan hiện nay').click();
    await page.waitForURL((address) => address.searchParams.get('structure') === 'current');
    expect(await page.getByRole('radio', { name: 'Cơ quan hiện nay' }).isChecked()).toBe(true);
  });

  it('is read on a phone without pushing the page sideways', async () => {
    const page = await desks.signIn(administrator(), phone);
    await page.goto('/reorganisation');
    await page.getByText(title).click();
    await page.getByRole('heading', { name: 'Những gì đã thay đổi' }).waitFor();
    expect(await overflows(page)).toBe(false);
  });
});
