import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DocumentView } from '#contracts';
import { productFolder } from '#platform';
import { findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const pdf = join(productFolder, 'samples', 'quyet-dinh-so-noi-vu.pdf');

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('sending.spec.ts: chromium is missing, the story in the browser is skipped');
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

describe.skipIf(!withChromium)('sending in a browser', { timeout: storyMs }, () => {
  it('goes from a draft for a company and a colleague over a set time to paper, further copies and the box to know', async () => {
    const subject = 'Về việc phối hợp cấp điện phục vụ Đại hội';
    const colleague = app.personOf('chuyenvien2.snv').fullName;
    const drafter = await desks.signIn('chuyenvien1.snv');
    // Who writes sooner than the choices have come over a slow line is kept all the same.
    let hasWritten: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => {
      hasWritten = resolve;
    });
    await drafter.route('**/api/v1/document-types*', async (route) => {
      await writing;
      await route.continue();
    });
    await drafter.goto('/outgoing/draft');
    await drafter.getByRole('textbox', { name: 'Trích yếu' }).fill(subject);
    hasWritten();
    await drafter.getByText('Đã lưu lúc').waitFor();
    await drafter.locator('input[type=file]').setInputFiles(pdf);
    await drafter.locator('[data-part]').waitFor();
    await drafter.getByRole('button', { name: 'Thêm nơi nhận ngoài hệ thống' }).click();
    await drafter.getByLabel('Tên nơi nhận').first().fill('Công ty Điện lực Hòa Bình');
    await drafter.getByLabel('Địa chỉ bưu chính').fill('Số 1, đường Trần Hưng Đạo');
    await drafter.keyboard.press('Enter');
    await drafter.getByRole('list', { name: 'Nơi nhận ngoài hệ thống' }).getByText('Công ty Điện lực').waitFor();
    await drafter.getByLabel('Thêm người nhận để biết').first().fill(colleague);
    await drafter.getByRole('option', { name: colleague }).first().click();
    await drafter.getByText('Đã lưu lúc').waitFor();
    await drafter.getByRole('button', { name: 'Trình lãnh đạo' }).click();
    await confirm(drafter, 'Trình lãnh đạo');
    await drafter.waitForURL((address) => /^\/outgoing\/[0-9a-f-]{36}$/.test(address.pathname));
    const id = new URL(drafter.url()).pathname.split('/').at(-1) ?? '';
    await (await app.signIn('lanhdao.snv')).post(`/documents/${id}/approve`, DocumentView);
    await (await app.signIn('vanthu.snv')).post(`/documents/${id}/issue`, DocumentView);

    const clerk = await desks.signIn('vanthu.snv', { at: `/outgoing/${id}` });
    await clerk.getByRole('button', { name: 'Hẹn giờ gửi' }).click();
    await dialog(clerk).getByRole('button', { name: 'Hẹn giờ' }).click();
    await clerk.getByText('Sẽ tự gửi lúc', { exact: false }).waitFor();
    await clerk.getByRole('button', { name: 'Hủy hẹn giờ' }).click();
    await confirm(clerk, 'Hủy hẹn giờ');
    await clerk.getByText('Sẽ tự gửi lúc', { exact: false }).waitFor({ state: 'detached' });
    await clerk.getByRole('button', { name: 'Gửi đi' }).click();
    await confirm(clerk, 'Gửi đi');

    await clerk.getByRole('button', { name: 'Ghi ngày chuyển, ký nhận: Công ty Điện lực Hòa Bình' }).click();
    await dialog(clerk).getByLabel('Người ký nhận').fill('Nguyễn Văn Bưu');
    await dialog(clerk).getByRole('button', { name: 'Ghi lại' }).click();
    await clerk.getByText('Nguyễn Văn Bưu nhận', { exact: false }).first().waitFor();
    await clerk.getByRole('button', { name: 'Gửi thêm nơi nhận' }).click();
    await dialog(clerk).getByLabel('Thêm nơi nhận').first().fill('Sở Tư pháp');
    await clerk.getByRole('option', { name: 'Sở Tư pháp' }).first().click();
    await dialog(clerk).getByRole('button', { name: 'Gửi thêm', exact: true }).click();
    await clerk.locator('[data-recipient="H28.03"]').getByText('gửi thêm', { exact: false }).waitFor();

    const reader = await desks.signIn('chuyenvien2.snv', { ...phone, at: '/outgoing?box=to-know' });
    await reader.getByRole('listitem').filter({ hasText: subject }).getByText('Chưa đọc').waitFor();
    await reader.getByRole('listitem').filter({ hasText: subject }).getByRole('link').tap();
    await clerk.locator('[data-informed="read"]').waitFor();
    await clerk.getByRole('link', { name: 'Phiếu gửi và bì' }).click();
    await clerk.locator('[data-sheet="note"]').getByText('Kính gửi: Công ty Điện lực Hòa Bình').waitFor();
    expect(await overflows(reader), 'nothing is wider than the phone').toBe(false);
  });
});
