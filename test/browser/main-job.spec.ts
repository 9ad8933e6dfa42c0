import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { productFolder } from '#platform';
import { findPrograms } from '#testing';
import { password, startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, draftAndSubmit, hasInk, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const subject = 'Về việc phân công nhiệm vụ văn thư, lưu trữ và quản lý văn bản điện tử';
/** As the drafter first wrote it, before a reviewer gave it back. */
const draftedSubject = 'Về việc phân công nhiệm vụ văn thư, lưu trữ và quản lý văn bản';
const pdf = join(productFolder, 'samples', 'quyet-dinh-so-noi-vu.pdf');
const accepts = { name: 'Sở Thông tin và Truyền thông', code: 'H28.11', clerk: 'vanthu.stttt' };
const refuses = { name: 'Sở Tài chính', code: 'H28.05', clerk: 'vanthu.stc' };
const symbol = '01/QĐ-SNV';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('main-job.spec.ts: chromium is missing, the stories in the browser are skipped');
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

/**
 * Two reviewers in turn: the first gives the draft back, the drafter mends it and asks again, and both agree, the first
 * without a mouse, the second after looking at what changed.
 */
async function reviewWithReturn(drafter: Page, first: Page, second: Page): Promise<void> {
  await first
    .getByRole('link', { name: /Chờ tôi cho ý kiến/ })
    .first()
    .click();
  await first.getByRole('listitem').filter({ hasText: draftedSubject }).waitFor();
  await first.keyboard.press('j');
  await first.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Đồng ý' }).waitFor();
  await first.keyboard.press('r');
  await dialog(first).getByLabel('Ý kiến').fill('Xin ghi rõ phạm vi áp dụng');
  await first.keyboard.press('Control+Enter');
  await first.getByText('Trả lại để sửa', { exact: true }).first().waitFor();

  // Nobody reloads: the drafter sees it come back, with the reason.
  await drafter.getByText('Trả lại để sửa', { exact: true }).first().waitFor();
  await drafter.getByRole('link', { name: 'Sửa', exact: true }).click();
  await drafter.getByText('Xin ghi rõ phạm vi áp dụng').waitFor();
  await drafter.getByRole('textbox', { name: 'Trích yếu' }).fill(subject);
  await drafter.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await confirm(drafter, 'Gửi lấy ý kiến');

  await first.getByRole('button', { name: 'Đồng ý' }).waitFor();
  await first.keyboard.press('a');
  await dialog(first).getByLabel('Ý kiến').fill('Đã rõ');
  await first.keyboard.press('Control+Enter');
  await first.locator('[data-step="agreed"]').waitFor();

  await second
    .getByRole('link', { name: /Chờ tôi cho ý kiến/ })
    .first()
    .click();
  await second.getByRole('listitem').filter({ hasText: subject }).getByRole('link').click();
  await second.getByRole('link', { name: 'So sánh các bản' }).click();
  const changed = second.locator('[data-field="subject"]');
  await changed.locator('ins').filter({ hasText: 'điện tử' }).waitFor();
  expect(await changed.locator('del').count()).toBe(0);
  await second.goBack();
  await second.getByRole('button', { name: 'Đồng ý' }).click();
  await dialog(second).getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await second.getByText('Chờ phê duyệt', { exact: true }).first().waitFor();
}

/** Lets a leader approve and a clerk number and send, and gives back the clerk’s page of the sent document. */
async function approveIssueAndSend(named: string, leader: Page, clerk: Page): Promise<void> {
  await leader.getByRole('listitem').filter({ hasText: named }).getByRole('link').click();
  await leader.getByRole('button', { name: 'Phê duyệt' }).click();
  await confirm(leader, 'Phê duyệt');
  await leader.getByText('Đã duyệt', { exact: true }).first().waitFor();

  await clerk
    .getByRole('link', { name: /Chờ cấp số/ })
    .first()
    .click();
  await clerk.getByRole('listitem').filter({ hasText: named }).getByRole('link').click();
  await clerk.getByRole('button', { name: 'Cấp số' }).click();
  await confirm(clerk, 'Cấp số');
  await clerk.getByRole('button', { name: 'Gửi đi' }).click();
  await confirm(clerk, 'Gửi đi');
  await clerk.locator('[data-recipient]').first().waitFor();
}

describe.skipIf(!withChromium)('the main job in a browser', { timeout: storyMs }, () => {
  it('goes from a draft to the archives of those who received it, and every screen shows it by itself', async () => {
    const receiver = await desks.signIn(accepts.clerk);
    const refuser = await desks.signIn(refuses.clerk);
    await receiver.getByText('Không có văn bản nào chờ tiếp nhận').waitFor();
    await refuser.getByText('Không có văn bản nào chờ tiếp nhận').waitFor();
    const leader = await desks.signIn('lanhdao.snv');
    await leader.getByText('Không có văn bản nào chờ phê duyệt').waitFor();

    const drafter = await desks.signIn('chuyenvien1.snv');
    await draftAndSubmit(drafter, {
      subject: draftedSubject,
      type: 'Quyết định',
      recipients: [accepts.name, refuses.name],
      file: pdf,
      reviewers: ['Nguyễn Minh Mai', 'Đỗ Thu Ngân'],
    });
    const sender = await desks.signIn('vanthu.snv');
    await reviewWithReturn(drafter, await desks.signIn('chuyenvien2.snv'), sender);
    await approveIssueAndSend(subject, leader, sender);
    expect(await sender.locator('[data-opinion]').count(), 'every opinion of both rounds and the approval').toBe(5);
    await sender.getByRole('heading', { name: subject }).waitFor();
    expect(await sender.title()).toContain(symbol);

    // Nobody reloads: it comes to those who were looking at their empty lists.
    const arrived = receiver.getByRole('listitem').filter({ hasText: symbol }).getByRole('link');
    await arrived.waitFor();
    await refuser.getByRole('listitem').filter({ hasText: symbol }).waitFor();
    const states = (code: string) => sender.locator(`[data-recipient="${code}"]`);
    await states(accepts.code).and(sender.locator('[data-state="arrived"]')).waitFor();

    await arrived.click();
    await receiver.locator('[data-page="1"][data-drawn]').waitFor();
    await receiver.getByText('/ 2', { exact: true }).waitFor();
    expect(await hasInk(receiver)).toBe(true);
    await receiver.getByRole('button', { name: 'Tiếp nhận' }).click();
    await confirm(receiver, 'Tiếp nhận');
    await receiver.getByText('Số đến 1', { exact: true }).waitFor();
    await states(accepts.code).and(sender.locator('[data-state="accepted"]')).waitFor();
    await states(accepts.code)
      .getByText(/số đến 1/)
      .waitFor();

    await refuser.getByRole('listitem').filter({ hasText: symbol }).getByRole('link').click();
    await refuser.getByRole('button', { name: 'Từ chối' }).click();
    await dialog(refuser).getByLabel('Sai nơi nhận hoặc không đúng thẩm quyền').check();
    await dialog(refuser).getByLabel('Nói rõ thêm').fill('việc này của Sở Tư pháp');
    await confirm(refuser, 'Từ chối');
    await refuser.getByText('Đã từ chối', { exact: true }).first().waitFor();
    await states(refuses.code).and(sender.locator('[data-state="refused"]')).waitFor();
    await states(refuses.code).getByRole('button').click();
    await states(refuses.code)
      .getByText(/việc này của Sở Tư pháp/)
      .waitFor();

    await receiver.getByRole('button', { name: 'Hoàn thành' }).click();
    await confirm(receiver, 'Hoàn thành');
    await receiver.getByRole('link', { name: 'Lưu trữ' }).first().click();
    await receiver.getByRole('searchbox').fill('phan cong nhiem vu van thu');
    await receiver.getByRole('listitem').filter({ hasText: symbol }).getByRole('link').click();
    await dialog(receiver).getByText('Đã khóa.', { exact: false }).waitFor();
    await states(accepts.code).and(sender.locator('[data-state="completed"]')).waitFor();

    await sender.getByRole('link', { name: 'Tỷ lệ điện tử' }).first().click();
    const figure = sender.locator('[data-indicator="exchanged-between-agencies"]');
    await figure.getByText('1 trong 1 lượt gửi').waitFor();
    await figure.locator('[data-figure="share"]').click();
    const behind = sender.getByRole('listitem').filter({ hasText: symbol });
    await behind.waitFor();
    expect(await behind.count()).toBe(1);
    await behind.getByText(accepts.name).waitFor();
  });

  it('lets a leader on a phone read and approve, and a clerk receive without a mouse', async () => {
    const named = 'Mời họp về sử dụng văn bản điện tử';
    const drafter = await desks.signIn('chuyenvien2.snv');
    await draftAndSubmit(drafter, { subject: named, type: 'Giấy mời', recipients: [accepts.name], file: pdf });

    const leader = await desks.signIn('lanhdao.snv', phone);
    await leader.getByRole('listitem').filter({ hasText: named }).getByRole('link').tap();
    expect(await hasInk(leader)).toBe(true);
    const approve = leader.getByRole('button', { name: 'Phê duyệt' });
    const place = await approve.boundingBox();
    expect(place?.y ?? 0, 'the button is within the thumb’s reach').toBeGreaterThan(600);
    await approve.tap();
    await dialog(leader).getByRole('button', { name: 'Phê duyệt' }).tap();
    await leader.getByText('Đã duyệt', { exact: true }).first().waitFor();
    expect(await overflows(leader), 'nothing is wider than the phone').toBe(false);

    const sender = await desks.signIn('vanthu.snv');
    await sender
      .getByRole('link', { name: /Chờ cấp số/ })
      .first()
      .click();
    await sender.getByRole('listitem').filter({ hasText: named }).getByRole('link').click();
    await sender.getByRole('button', { name: 'Cấp số' }).click();
    await confirm(sender, 'Cấp số');
    await sender.getByRole('button', { name: 'Gửi đi' }).click();
    await confirm(sender, 'Gửi đi');

    const receiver = await desks.signIn(accepts.clerk);
    await receiver.getByRole('listitem').filter({ hasText: named }).waitFor();
    await receiver.keyboard.press('j');
    await receiver.keyboard.press('Enter');
    await receiver.getByRole('button', { name: 'Tiếp nhận' }).waitFor();
    await receiver.keyboard.press('a');
    await receiver.getByText('Đã tiếp nhận, số đến 2').waitFor();
    await receiver.waitForURL((address) => address.pathname + address.search === '/incoming?box=to-receive');
  });

  it('speaks English when asked, in the page and in what the server says, and remembers it', async () => {
    const page = await desks.stranger();
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByLabel('User name').fill('vanthu.snv');
    await page.getByLabel('Password', { exact: true }).fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The user name or the password is not right.').waitFor();
    expect(desks.faults.splice(0)).toEqual([expect.stringContaining('401')]);
  });

  it('brings a person back to where they were after sign-in, and never to another site', async () => {
    const page = await desks.stranger();
    await page.goto('/sign-in?back=%2Farchive');
    await page.getByLabel('Tên đăng nhập').fill('vanthu.snv');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((address) => address.pathname === '/archive');

    const lured = await desks.stranger();
    await lured.goto('/sign-in?back=%2F%2Felsewhere.example');
    await lured.getByLabel('Tên đăng nhập').fill('vanthu.snv');
    await lured.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await lured.getByRole('button', { name: 'Đăng nhập' }).click();
    await lured.waitForURL((address) => address.pathname !== '/sign-in');
    expect(lured.url().startsWith(app.url)).toBe(true);
  });

  it('asks for the password over the page when the session has ended, and loses nothing that was typed', async () => {
    const page = await desks.signIn('chuyenvien1.snv');
    await page.getByRole('link', { name: 'Soạn văn bản' }).first().click();
    await page.getByRole('textbox', { name: 'Trích yếu' }).waitFor();
    const signer = page.getByLabel('Người ký').first();
    await expect.poll(() => signer.inputValue(), { timeout: 20_000 }).not.toBe('');
    await page.context().clearCookies();
    await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Về việc chưa kịp lưu');
    await dialog(page).getByLabel('Mật khẩu', { exact: true }).fill(password);
    await dialog(page).getByRole('button', { name: 'Đăng nhập' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('Đã lưu lúc').waitFor();
    expect(await page.getByRole('textbox', { name: 'Trích yếu' }).inputValue()).toBe('Về việc chưa kịp lưu');
    expect(desks.faults.splice(0).filter((fault) => !fault.includes('401'))).toEqual([]);
  });
});
