import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentView } from '#contracts';
import { findPrograms, textPdf, waitUntil } from '#testing';
import { draftBody, patience, upload } from '../e2e/support/documents.js';
import { officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks } from './support/desks.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('long-pdf.spec.ts: chromium is missing, the story in the browser is skipped');
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

describe.skipIf(!withChromium)('a PDF of 10,000 pages in a browser', { timeout: storyMs }, () => {
  it('opens with a few places for pages, and goes to the last one', async () => {
    const office = await officeOf(app, 'snv');
    const { id } = (await office.civilServant.post('/documents', draftBody(office, []))).as(DocumentView);
    // Marked on its first page: nobody has to read all of it, and the clerk sees it as a draft.
    const marks = Array.from({ length: 10 }, () => 'TỐI MẬT');
    const content = textPdf(
      Array.from({ length: 10_000 }, (_, index) => (index === 0 ? marks : [`Trang ${index + 1} của báo cáo`])),
    );
    const sent = await upload(office.civilServant, id, { fileName: 'hồ sơ\u202Efdp.docx.pdf', content });
    expect(sent.status).toBe(200);
    await waitUntil('it is held', patience, async () => (await office.clerk.get(`/documents/${id}`)).status === 200);

    const page = await desks.signIn('vanthu.snv');
    const begun = Date.now();
    await page.goto(`/outgoing/${id}`);
    await page.locator('[data-page="1"][data-drawn]').waitFor();
    const opened = Date.now() - begun;
    console.log(`10,000 pages: the first is drawn after ${opened} ms`);
    expect(await page.locator('[data-page]').count()).toBeLessThanOrEqual(50);
    expect(await page.locator('canvas').count()).toBeLessThanOrEqual(50);
    expect(await page.locator('bdi', { hasText: 'hồ sơ' }).count()).toBeGreaterThan(0);

    const box = page.getByRole('textbox', { name: 'Đến trang' });
    await box.fill('10000');
    await box.press('Enter');
    await page.locator('[data-page="10000"][data-drawn]').waitFor();
    expect(await page.locator('canvas').count()).toBeLessThanOrEqual(120);
    expect(await page.locator('[data-page="1"]').getAttribute('data-drawn')).toBeNull();
    expect(desks.faults).toEqual([]);
  });
});
