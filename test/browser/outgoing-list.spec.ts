import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('outgoing-list.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let office: Office;
let other: Office;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
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

describe.skipIf(!withChromium)('the outgoing list in a browser', { timeout: storyMs }, () => {
  it('is narrowed, kept as a view, and worked off several at once', async () => {
    await documentIn('approved', office, [other.agencyId], { subject: 'Về việc khen thưởng', urgency: 'express' });
    const second = await documentIn('approved', office, [other.agencyId], { subject: 'Về việc nâng lương' });
    await documentIn('approved', office, [other.agencyId], { subject: 'Về việc họp giao ban' });
    const page = await desks.signIn('vanthu.snv', { at: '/outgoing?box=to-issue' });
    const rows = page.locator('[data-document]');
    await rows.nth(2).waitFor();

    // By keys: to the first row, selected, and the next one too.
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('Đã chọn 2 văn bản').waitFor();
    await page.getByRole('button', { name: 'Chọn tất cả trên trang' }).click();
    await page.getByText('Đã chọn 3 văn bản').waitFor();
    await page.getByRole('button', { name: 'Cấp số (3)' }).click();
    // Somebody else is quicker with one of them.
    await office.clerk.post(`/documents/${second.id}/issue`);
    await page.getByRole('dialog').getByRole('button', { name: 'Cấp số (3)' }).click();
    const result = page.getByRole('dialog', { name: 'Đã cấp số 2 văn bản, 1 văn bản chưa cấp được' });
    await result.getByText('Về việc nâng lương').waitFor();
    await result.getByRole('button', { name: 'Đóng' }).last().click();
    await page.getByText('Không có văn bản nào chờ cấp số').waitFor();

    await page.goto('/outgoing?box=all');
    await page.getByRole('button', { name: 'Lọc', exact: true }).click();
    await page.getByRole('combobox', { name: 'Mức độ khẩn' }).click();
    await page.getByRole('option', { name: 'Hỏa tốc' }).click();
    await page.getByRole('button', { name: 'Bỏ lọc “Mức độ khẩn: Hỏa tốc”' }).waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
    await page.getByRole('menuitem', { name: 'Lưu bộ lọc đang xem…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lưu bộ lọc đang xem' });
    await dialog.getByRole('textbox', { name: 'Tên bộ lọc' }).fill('Hỏa tốc của cơ quan');
    await dialog.getByRole('checkbox', { name: 'Mở đầu tiên khi vào Văn bản đi' }).check();
    await dialog.getByRole('checkbox', { name: 'Chia sẻ cho cả cơ quan' }).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu bộ lọc “Hỏa tốc của cơ quan”.').waitFor();

    // On a phone, another browser: the list opens with it, and a tap selects.
    const handheld = await desks.signIn('vanthu.snv', { ...phone, at: '/outgoing' });
    await handheld.getByRole('button', { name: 'Bỏ lọc “Mức độ khẩn: Hỏa tốc”' }).waitFor();
    await handheld.getByRole('button', { name: 'Chọn', exact: true }).tap();
    await handheld.getByRole('listitem').filter({ hasText: 'Về việc khen thưởng' }).getByRole('link').tap();
    await handheld.getByText('Đã chọn 1 văn bản').waitFor();
    expect(await overflows(handheld)).toBe(false);

    // A colleague finds what was shared.
    const colleague = await desks.signIn('chuyenvien1.snv', { at: '/outgoing?box=all' });
    await colleague.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
    await colleague.getByRole('menuitem', { name: /^Hỏa tốc của cơ quan/ }).click();
    await colleague.getByRole('button', { name: 'Bỏ lọc “Mức độ khẩn: Hỏa tốc”' }).waitFor();
  });
});
