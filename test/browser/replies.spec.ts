import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArrivalView } from '#contracts';
import { findPrograms } from '#testing';
import { arrivalAt, documentIn } from '../e2e/support/documents.js';
import { officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('replies.spec.ts: chromium is missing, the story in the browser is skipped');
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

describe.skipIf(!withChromium)('a reply in a browser', { timeout: storyMs }, () => {
  it('begins on the page of the arrival, gets its Word template and is kept with the link on both pages', async () => {
    const [sender, recipient] = await Promise.all([officeOf(app, 'snv'), officeOf(app, 'stc')]);
    const sent = await documentIn('sent', sender, [recipient.agencyId], { typeCode: 'cong-van', draftingUnit: 'VP' });
    const { id } = await arrivalAt(recipient, sent);
    (await recipient.clerk.post(`/arrivals/${id}/accept`)).as(ArrivalView);

    const page = await desks.signIn('chuyenvien1.stc', { at: `/incoming/${id}` });
    await page.getByRole('button', { name: 'Soạn văn bản trả lời' }).click();
    await page.waitForURL((address) => address.pathname === '/outgoing/draft');
    const subject = page.getByRole('textbox', { name: 'Trích yếu' });
    await page.getByText('Đã lưu lúc').waitFor();
    expect(await subject.inputValue()).toContain(`Về việc trả lời Công văn số ${sent.symbol}`);
    await page.getByRole('listitem').filter({ hasText: 'Sở Nội vụ' }).first().waitFor();
    await page.locator('[data-relation="replies-to"]').getByRole('link').waitFor();

    await page.getByRole('button', { name: 'Thêm thông tin' }).click();
    await page.getByLabel('Số lượng bản phát hành').fill('3');
    await page.getByLabel('Hồ sơ: năm danh mục').fill('2017');
    await page.getByLabel('Hồ sơ: số, ký hiệu').fill('01.TC');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải mẫu Word' }).click();
    expect((await download).suggestedFilename()).toBe('Dự thảo công văn.docx');
    await page.getByText('Đã lưu lúc').waitFor();
    await page.reload();
    await page.getByText('Đã lưu lúc').waitFor();
    expect(await page.getByLabel('Hồ sơ: số, ký hiệu').inputValue()).toBe('01.TC');

    const small = await desks.signIn('chuyenvien1.stc', { ...phone, at: `/incoming/${id}` });
    await small.locator('[data-related-by="replies-to"]').first().waitFor({ state: 'attached' });
    expect(await overflows(small)).toBe(false);
    expect(desks.faults).toEqual([]);
  });
});
