import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#platform';
import { aDocument, findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks } from './support/desks.js';
import { dialog } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('working-days.spec.ts: chromium is missing, the story in the browser is skipped');
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

/** Approved long ago, and due far ahead, as a calendar that was wrong would have it. */
async function waitingDocument(): Promise<void> {
  const database = app.server.get(Database);
  const [post] = await database.query<{ id: string; agencyId: string }>(
    `SELECT post.id, post.agency_id AS "agencyId" FROM posts AS post
       JOIN people AS person ON person.id = post.person_id WHERE person.user_name = 'vanthu.snv'`,
  );
  await aDocument(database, {
    agencyId: post?.agencyId ?? '',
    drafterPostId: post?.id ?? '',
    state: 'approved',
    subject: 'Về lịch trực Tết',
    approvedAt: new Date('2026-02-12T08:00:00Z'),
    issueDueAt: new Date('2999-12-30T10:00:00Z'),
    sendDueAt: new Date('2999-12-30T04:30:00Z'),
  });
}

const file = {
  name: 'lich.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Ngày;Loại ngày;Tên;Căn cứ\r\n06/02/2027;Nghỉ;Tết Nguyên đán;Thông báo 1/TB\r\n'),
};

describe.skipIf(!withChromium)('the calendar of working days in a browser', { timeout: storyMs }, () => {
  it('is kept by keyboard and from a file, and what is late by it turns red for the clerk', async () => {
    await waitingDocument();
    const clerk = await desks.signIn('vanthu.snv', { at: '/outgoing?box=to-issue' });
    const row = clerk.locator('[data-row]').filter({ hasText: 'Về lịch trực Tết' });
    await row.getByText('Hạn 17:00 30/12/2999').waitFor();

    const page = await desks.signIn('quantri', { at: '/working-days?year=2026' });
    await page.locator('[data-day="2026-02-17"][data-kind="off"]').waitFor();
    await page.locator('[data-day][tabindex="0"]').focus();
    for (const key of ['Home', 'PageDown', 'PageDown', 'ArrowDown', 'ArrowRight', 'Enter']) {
      await page.keyboard.press(key);
    }
    await dialog(page).getByLabel('Tên').fill('Nghỉ bù của tỉnh');
    await dialog(page).getByLabel('Căn cứ').fill('Quyết định 12/QĐ-UBND');
    await page.keyboard.press('Enter');
    await page.locator('[data-special="2026-03-09"]').getByText('Quyết định 12/QĐ-UBND').waitFor();

    await page.goto('/working-days?year=2027');
    const warning = page.getByText('Chưa ghi ngày nghỉ Tết năm 2027');
    await warning.waitFor();
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await dialog(page).getByRole('button', { name: 'Nhập 1 ngày' }).click();
    await warning.waitFor({ state: 'detached' });

    await clerk.reload();
    await row.getByText('Quá hạn 17:00 13/02/2026').waitFor();
    const place = clerk.getByRole('link', { name: /Chờ cấp số/ }).first();
    expect(await place.textContent()).toContain('1 quá hạn');
  });
});
