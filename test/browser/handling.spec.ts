import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ArrivalView, AttachmentView, DocumentView } from '#contracts';
import { findPrograms } from '#testing';
import { arrivalAt, documentIn, upload } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('handling.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'ubndtinh');
  recipient = await officeOf(app, 'snv');
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

describe.skipIf(!withChromium)('handling incoming documents in a browser', { timeout: storyMs }, () => {
  it('a clerk accepts one after another with one key each', async () => {
    const documents = await Promise.all([1, 2, 3].map(async () => documentIn('sent', sender, [recipient.agencyId])));
    for (const document of documents) {
      await arrivalAt(recipient, document);
    }
    const clerk = await desks.signIn('vanthu.snv', { at: '/incoming?box=to-receive' });
    await clerk.locator('[data-row]').nth(2).waitFor();
    await clerk.keyboard.press('j');
    await clerk.keyboard.press('Enter');
    for (const number of [1, 2, 3]) {
      await clerk.getByRole('button', { name: 'Tiếp nhận' }).waitFor();
      const before = clerk.url();
      await clerk.keyboard.press('a');
      await clerk.getByText(`Đã tiếp nhận, số đến ${number}`).waitFor();
      await clerk.waitForURL((address) => address.href !== before);
    }
    await clerk.getByText('Không có văn bản nào chờ tiếp nhận').waitFor();
    expect(await clerk.locator('[data-row]').count()).toBe(0);
  });

  it('a clerk submits, a leader assigns on a phone, a civil servant answers, and the sender sees how far it is', async () => {
    const document = await documentIn('sent', sender, [recipient.agencyId]);
    const { id } = await arrivalAt(recipient, document);
    await recipient.clerk.post(`/arrivals/${id}/accept`);
    const clerk = await desks.signIn('vanthu.snv', { at: `/incoming/${id}` });
    await clerk.getByRole('button', { name: 'Trình lãnh đạo' }).waitFor();
    await clerk.keyboard.press('s');
    await dialog(clerk).getByRole('combobox', { name: 'Lãnh đạo' }).click();
    await clerk.getByRole('option', { name: /Giám đốc/ }).click();
    await dialog(clerk).getByRole('button', { name: 'Trình lãnh đạo' }).click();
    await clerk.getByText('Đã trình lãnh đạo', { exact: true }).first().waitFor();

    const leader = await desks.signIn('lanhdao.snv', { ...phone, at: '/incoming?box=to-assign' });
    await leader.locator('[data-row]').click();
    await leader.getByRole('button', { name: 'Phân công' }).click();
    await dialog(leader).getByRole('button', { name: 'Phân công' }).click();
    await dialog(leader).getByText('Xin chọn ít nhất một nơi').waitFor();
    await dialog(leader).getByRole('combobox', { name: 'Thêm đơn vị hoặc người xử lý' }).fill('chuyen vien');
    await leader.getByRole('option', { name: /Bùi Minh Kiên/ }).click();
    await dialog(leader).getByLabel('Ý kiến chỉ đạo').fill('Trả lời trong tuần');
    expect(await overflows(leader)).toBe(false);
    await dialog(leader).getByRole('button', { name: 'Phân công' }).click();
    await leader.getByText('Đã phân công', { exact: true }).waitFor();
    expect(await overflows(leader)).toBe(false);

    const civilServant = await desks.signIn('chuyenvien1.snv', { at: '/my-work' });
    await civilServant.getByText('Có thay đổi').waitFor();
    await civilServant.keyboard.press('j');
    await civilServant.keyboard.press('Enter');
    await civilServant.getByText('“Trả lời trong tuần”').waitFor();
    await civilServant.getByRole('button', { name: 'Bắt đầu xử lý' }).click();
    await civilServant.getByText('Đang xử lý', { exact: true }).first().waitFor();
    await civilServant.getByRole('button', { name: 'Soạn văn bản trả lời' }).click();
    await civilServant.waitForURL((address) => address.pathname === '/outgoing/draft');
    await civilServant.goto(`/incoming/${id}`);
    await civilServant.getByRole('button', { name: 'Hoàn thành' }).click();
    await dialog(civilServant).getByRole('button', { name: 'Hoàn thành' }).click();
    await civilServant.getByText('Đã xong', { exact: true }).waitFor();

    const sees = await desks.signIn('vanthu.ubndtinh', { at: `/outgoing/${document.id}` });
    await sees.getByText('Hoàn thành', { exact: true }).first().waitFor();
  });

  it('a clerk who issues the answer is asked whether the work on the arrival has ended, and may say not yet', async () => {
    const document = await documentIn('sent', sender, [recipient.agencyId]);
    const { id } = await arrivalAt(recipient, document);
    await recipient.clerk.post(`/arrivals/${id}/accept`);
    const issueOne = async (): Promise<Page> => {
      const reply = (await recipient.civilServant.post(`/arrivals/${id}/replies`)).as(DocumentView);
      (await upload(recipient.civilServant, reply.id)).as(AttachmentView);
      await recipient.civilServant.post(`/documents/${reply.id}/submit`);
      await recipient.leader.post(`/documents/${reply.id}/approve`);
      const page = await desks.signIn('vanthu.snv', { at: `/outgoing/${reply.id}` });
      await page.getByRole('button', { name: 'Cấp số' }).click();
      await confirm(page, 'Cấp số');
      await dialog(page).getByText('Kết thúc xử lý văn bản đến?').waitFor();
      return page;
    };
    const first = await issueOne();
    await dialog(first).getByRole('button', { name: 'Chưa xong' }).click();
    await first.goto(`/incoming/${id}`);
    await first.getByRole('button', { name: 'Hoàn thành' }).waitFor();
    const second = await issueOne();
    await dialog(second).getByRole('button', { name: 'Hoàn thành văn bản đến' }).click();
    await second.getByText('Đã lưu vào lưu trữ').waitFor();
    expect((await recipient.clerk.get(`/arrivals/${id}`)).as(ArrivalView).state).toBe('completed');
  });

  it('somebody who gets what is not theirs hands it back, and the leader reads why', async () => {
    const document = await documentIn('sent', sender, [recipient.agencyId]);
    const { id } = await arrivalAt(recipient, document);
    await recipient.clerk.post(`/arrivals/${id}/accept`);
    const parts = [{ role: 'lead', postId: recipient.civilServant.session.post.id }];
    await recipient.leader.post(`/arrivals/${id}/assignments`, { parts });
    const page = await desks.signIn('chuyenvien1.snv', { at: `/incoming/${id}` });
    await page.getByRole('button', { name: 'Trả lại' }).click();
    await dialog(page).getByRole('button', { name: 'Trả lại' }).click();
    await dialog(page).getByText('Xin viết vài lời.').waitFor();
    await dialog(page).getByLabel('Lý do').fill('Thuộc Phòng Tổ chức');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã trả lại', { exact: true }).first().waitFor();

    const leader = await desks.signIn('lanhdao.snv', { at: '/incoming?box=to-assign' });
    await leader.locator('[data-row]').first().click();
    await leader.getByText('Ghi chú: Thuộc Phòng Tổ chức').waitFor();
    expect(await leader.getByText('Đã trình lãnh đạo', { exact: true }).count()).toBe(1);
  });
});
