import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { arrivalAt, documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('incoming-register.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let office: Office;
let sender: Office;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  sender = await officeOf(app, 'stp');
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

describe.skipIf(!withChromium)('the incoming register in a browser', { timeout: storyMs }, () => {
  it('shows both books to the clerk, who narrows, exports and prints them', async () => {
    const document = await documentIn('sent', sender, [office.agencyId], { subject: 'Về việc tổ chức Tết trồng cây' });
    const { id } = await arrivalAt(office, document);
    await office.clerk.post(`/arrivals/${id}/accept`);
    const parts = [{ role: 'lead', postId: office.civilServant.session.post.id, dueOn: '2099-12-31' }];
    await office.leader.post(`/arrivals/${id}/assignments`, { parts });

    const page = await desks.signIn('vanthu.snv');
    await page.getByRole('link', { name: 'Sổ văn bản đến' }).click();
    const list = page.getByRole('list', { name: 'Các số đến trong sổ' });
    await list.getByText('Về việc tổ chức Tết trồng cây').waitFor();
    await page.getByRole('link', { name: 'Sổ theo dõi giải quyết' }).click();
    await list.getByText('Đã phân công').waitFor();
    expect(await page.locator('[aria-current="page"]').allTextContents()).toEqual([
      'Sổ văn bản đến',
      'Sổ theo dõi giải quyết',
    ]);
    await list.getByText('Hạn 31/12/2099').waitFor();
    await page.getByRole('combobox', { name: 'Tiến độ' }).click();
    await page.getByRole('option', { name: 'Quá hạn', exact: true }).click();
    await page.getByText('Không có số đến nào khớp').waitFor();
    await page.getByRole('combobox', { name: 'Tiến độ' }).click();
    await page.getByRole('option', { name: 'Chưa hoàn thành' }).click();
    await list.getByText('Đã phân công').waitFor();

    await page.getByRole('button', { name: 'Xuất, in' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Xuất Excel (.xlsx)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^so-theo-doi-giai-quyet-van-ban-den-\d{4}\.xlsx$/);
    await page.getByRole('button', { name: 'Xuất, in' }).click();
    await page.getByRole('menuitem', { name: 'In sổ' }).click();
    await page.getByRole('heading', { name: 'SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN' }).waitFor();
    expect(await page.getByRole('columnheader').count()).toBe(7);
    await page.getByRole('cell', { name: /ngày .* của Sở Tư pháp/ }).waitFor();
  });

  it('has a report by unit whose figures lead to the lines behind them', async () => {
    const page = await desks.signIn('vanthu.snv');
    await page.getByRole('link', { name: 'Báo cáo xử lý' }).click();
    const total = page.getByRole('row', { name: /Tổng cộng/ });
    await total.waitFor();
    expect((await total.getByRole('cell').allTextContents()).slice(0, 5)).toEqual(['1', '0', '0', '1', '0']);
    await total.getByRole('link').last().click();
    await page.getByRole('list', { name: 'Các số đến trong sổ' }).getByText('Về việc tổ chức Tết trồng cây').waitFor();
    await page.goBack();
    await page
      .getByRole('row', { name: /Người không thuộc đơn vị nào/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('list', { name: 'Các số đến trong sổ' }).getByText('Về việc tổ chức Tết trồng cây').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc theo đơn vị' }).click();
    await page.getByRole('button', { name: 'Bỏ lọc theo đơn vị' }).waitFor({ state: 'detached' });
    await page.goto('/handling-report');
    await page.getByRole('link', { name: 'Văn bản đi', exact: true }).last().click();
    await page.getByRole('heading', { name: 'Báo cáo xử lý văn bản đi' }).waitFor();
    await page.getByRole('columnheader', { name: 'Đã ban hành' }).waitFor();
    await page.getByRole('row', { name: /Tổng cộng/ }).waitFor();
    await page.goto('/handling-report?from=2017-05-02&to=2017-05-01');
    await page.getByText('Kỳ báo cáo không hợp lệ').waitFor();
    // The page asks again when something arrives.
    await page.close();
    expect(new Set(desks.faults.splice(0).map((fault) => /status of \d+/.exec(fault)?.[0]))).toEqual(
      new Set(['status of 422']),
    );
  });

  it('fits a phone', async () => {
    const page = await desks.signIn('vanthu.snv', { ...phone, at: '/incoming-register' });
    await page.getByText('Về việc tổ chức Tết trồng cây').waitFor();
    expect(await overflows(page)).toBe(false);
    for (const report of ['/handling-report', '/outgoing-report']) {
      await page.goto(report);
      await page.getByText('Tổng cộng').waitFor();
      expect(await overflows(page)).toBe(false);
    }
  });
});
