import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { productFolder } from '#platform';
import { findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, draftAndSubmit, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const pdf = join(productFolder, 'samples', 'quyet-dinh-so-noi-vu.pdf');

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('rights-and-groups.spec.ts: chromium is missing, the stories in the browser are skipped');
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

describe.skipIf(!withChromium)('rights and groups in a browser', { timeout: storyMs }, () => {
  it('makes a group, sends a document to it, and shows on the document whom the group stood for', async () => {
    const clerk = await desks.signIn('vanthu.snv');
    await clerk.getByRole('link', { name: 'Nhóm nơi nhận' }).click();
    await clerk.getByRole('button', { name: 'Lập nhóm' }).first().click();
    await dialog(clerk).getByLabel('Tên nhóm').fill('Khối tài chính');
    await dialog(clerk).getByRole('button', { name: 'Lập nhóm' }).click();
    await clerk.getByRole('heading', { name: 'Khối tài chính' }).waitFor();
    for (const name of ['Sở Tài chính', 'Sở Kế hoạch và Đầu tư']) {
      await clerk.getByLabel('Thêm cơ quan').fill(name);
      await clerk.getByRole('option', { name }).first().click();
      await clerk.getByRole('listitem').filter({ hasText: name }).waitFor();
    }

    const drafter = await desks.signIn('chuyenvien1.snv');
    const subject = 'Về việc đối chiếu số liệu tài chính';
    await draftAndSubmit(drafter, {
      subject,
      type: 'Quyết định',
      recipients: [],
      groups: ['Khối tài chính'],
      file: pdf,
    });
    await drafter.getByText('2 cơ quan hôm nay', { exact: false }).waitFor();
    const leader = await desks.signIn('lanhdao.snv');
    await leader.getByRole('listitem').filter({ hasText: subject }).getByRole('link').click();
    await leader.getByRole('button', { name: 'Phê duyệt' }).click();
    await confirm(leader, 'Phê duyệt');

    await clerk.goto('/outgoing?box=to-issue');
    await clerk.getByRole('listitem').filter({ hasText: subject }).getByRole('link').click();
    await clerk.getByRole('button', { name: 'Cấp số' }).click();
    await confirm(clerk, 'Cấp số');
    await clerk.getByRole('button', { name: 'Gửi đi' }).click();
    await dialog(clerk).getByText('“Khối tài chính”', { exact: false }).waitFor();
    await confirm(clerk, 'Gửi đi');
    for (const code of ['H28.04', 'H28.05']) {
      await clerk.locator(`[data-recipient="${code}"]`).waitFor();
    }
    await clerk.getByText('2 cơ quan lúc gửi', { exact: false }).waitFor();
    await clerk.getByRole('button', { name: 'Xem các cơ quan của nhóm Khối tài chính lúc gửi' }).click();
    await clerk.getByRole('listitem').filter({ hasText: 'H28.05' }).first().waitFor();
    expect(await clerk.locator('[data-recipient]').count()).toBe(2);
  });

  it('narrows who reads a document, announces it, and lets a leader on a phone confirm it', async () => {
    const drafter = await desks.signIn('chuyenvien1.snv');
    const colleague = await desks.signIn('chuyenvien2.snv');
    const subject = 'Về việc kiểm điểm trách nhiệm';
    const colleagueName = app.personOf('chuyenvien2.snv').fullName;
    await draftAndSubmit(drafter, { subject, type: 'Quyết định', recipients: ['Sở Tư pháp'], file: pdf });
    await colleague.goto('/outgoing?box=all');
    const row = colleague.getByRole('listitem').filter({ hasText: subject });
    await row.waitFor();

    await drafter.getByRole('button', { name: 'Thu hẹp người xem' }).click();
    await dialog(drafter).getByLabel('Lý do').fill('Việc nhân sự');
    await dialog(drafter).getByRole('button', { name: 'Thu hẹp người xem' }).click();
    await drafter.getByText('Quyền truy cập vừa thay đổi, chờ xác nhận').waitFor();
    await row.waitFor({ state: 'detached' });

    const leader = await desks.signIn('lanhdao.snv', phone);
    await leader.getByRole('link', { name: 'Xác nhận' }).tap();
    await leader.getByRole('listitem').filter({ hasText: subject }).getByRole('link').tap();
    await leader.getByText('Thông tin', { exact: true }).first().tap();
    await leader.getByText('Việc nhân sự').first().waitFor();
    expect(await overflows(leader), 'nothing is wider than the phone').toBe(false);
    await leader.getByRole('button', { name: 'Xác nhận', exact: true }).tap();
    await leader.getByText('Đã xác nhận:', { exact: false }).waitFor();
    await drafter.getByText('Quyền truy cập vừa thay đổi, chờ xác nhận').waitFor({ state: 'detached' });

    await drafter.getByRole('button', { name: 'Mở thêm người xem' }).click();
    await dialog(drafter).getByLabel('Người được xem thêm').first().fill(colleagueName);
    await drafter.getByRole('option', { name: colleagueName }).first().click();
    await drafter.keyboard.press('Tab');
    await dialog(drafter).getByLabel('Lý do').fill('Cùng rà soát');
    await dialog(drafter).getByRole('button', { name: 'Mở thêm người xem' }).click();
    await dialog(drafter).waitFor({ state: 'detached' });
    await colleague.getByRole('link', { name: 'Được chia sẻ với tôi' }).click();
    await row.getByRole('link').click();
    await colleague.getByRole('heading', { name: subject }).waitFor();
    expect(await colleague.getByRole('button', { name: 'Hoàn thành' }).count()).toBe(0);
  });
});
