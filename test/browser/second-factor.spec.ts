import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { codeOf } from '../e2e/support/second-factor.js';
import { password, startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { confirm, dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = findPrograms().chromium !== '';

let app: TestApp;
let desks: Desks;

beforeAll(async () => {
  app = await startTestApp();
  // By its name: browsers have no passkeys for a number.
  desks = await Desks.open(app.url.replace('127.0.0.1', 'localhost'));
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

/** Answers of the server that a story provokes stand in the console of the browser as well. */
function forgive(status: number): void {
  const faults = desks.faults.splice(0);
  desks.faults.push(...faults.filter((fault) => !fault.includes(String(status))));
}

async function givePassword(page: Page, userName: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã 6 chữ số trên ứng dụng').fill(code);
}

async function atDesk(page: Page): Promise<void> {
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** Adds an app in whatever stands around the choice; gives its secret and the recovery codes. */
async function addApp(page: Page): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.getByRole('button', { name: 'Ứng dụng tạo mã' }).click();
  await page.getByLabel('Tên để nhận ra').fill('Điện thoại Nokia');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('img', { name: /Hình mã QR/ }).waitFor();
  const secret = (await page.locator('[data-secret]').innerText()).replaceAll(' ', '');
  await giveCode(page, codeOf(secret));
  await page.getByRole('button', { name: 'Bật bảo mật hai lớp' }).click();
  const list = page.getByRole('list', { name: 'Các mã khôi phục' });
  await list.waitFor();
  const recoveryCodes = await list.getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
  await list.waitFor({ state: 'detached' });
  return { secret, recoveryCodes };
}

describe.skipIf(!withChromium)('the second factor in a browser', { timeout: storyMs }, () => {
  it('is an app: added on the account page, asked for at the next sign-in, with a recovery code in its place', async () => {
    const page = await desks.signIn('vanthu.snv', { at: '/account' });
    await page.getByText('Chưa bật').waitFor();
    await page.getByRole('button', { name: 'Thêm cách xác minh' }).click();
    const { secret, recoveryCodes } = await addApp(page);
    expect(recoveryCodes).toHaveLength(10);
    const factors = page.getByRole('list', { name: 'Các cách xác minh' });
    await factors.getByText('Điện thoại Nokia').waitFor();
    await page.getByText('Còn 10 mã khôi phục chưa dùng.').waitFor();

    const later = await desks.stranger();
    await givePassword(later, 'vanthu.snv');
    await giveCode(later, '000000');
    await later.getByRole('button', { name: 'Tiếp tục' }).click();
    await later.getByText('Mã không đúng hoặc đã dùng rồi').waitFor();
    forgive(401);
    // The code of the step to come: the one of now was used when the app was added.
    await giveCode(later, codeOf(secret, 30));
    await later.keyboard.press('Enter');
    await atDesk(later);
    await later.getByRole('heading', { level: 1, name: /Chờ tiếp nhận|Văn bản đến/ }).waitFor();

    const withoutPhone = await desks.stranger(phone);
    await givePassword(withoutPhone, 'vanthu.snv');
    expect(await overflows(withoutPhone)).toBe(false);
    await withoutPhone.getByRole('button', { name: 'Không có điện thoại? Dùng mã khôi phục' }).tap();
    await withoutPhone.getByLabel('Mã khôi phục').fill(recoveryCodes[0] ?? '');
    await withoutPhone.getByRole('button', { name: 'Tiếp tục' }).tap();
    await atDesk(withoutPhone);
    await withoutPhone.getByText('Còn 9 mã khôi phục').waitFor();
  });

  it('is a passkey: made by the device, asked for at the next sign-in, renamed and removed', async () => {
    const page = await desks.signIn('lanhdao.snv');
    await withDevice(page);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Thêm cách xác minh' }).click();
    await page.getByRole('button', { name: 'Khóa truy cập' }).click();
    await page.getByLabel('Tên để nhận ra').fill('Máy ở phòng họp');
    await page.getByRole('button', { name: 'Tạo khóa truy cập' }).click();
    await page.getByRole('list', { name: 'Các mã khôi phục' }).waitFor();
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    const factors = page.getByRole('list', { name: 'Các cách xác minh' });
    await factors.getByText('Máy ở phòng họp').waitFor();

    await page.context().clearCookies();
    await givePassword(page, 'lanhdao.snv');
    await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await atDesk(page);

    await page.goto('/account');
    await factors.getByText('Dùng lần cuối').waitFor();
    await page.getByRole('button', { name: 'Đổi tên Máy ở phòng họp' }).click();
    await page.getByLabel('Tên để nhận ra').fill('Máy cũ');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: 'Bỏ Máy cũ' }).click();
    await confirm(page, 'Bỏ');
    await page.getByText('Chưa bật').waitFor();
    expect(await factors.count()).toBe(0);
  });

  it('is asked of a role at once, over the page on which somebody writes, and nothing is lost', async () => {
    const drafter = await desks.signIn('chuyenvien1.snv');
    await drafter.getByRole('link', { name: 'Soạn văn bản' }).first().click();
    await drafter.getByRole('textbox', { name: 'Trích yếu' }).waitFor();

    const administrator = await desks.signIn('quantri');
    await administrator.getByRole('link', { name: 'Quy định đăng nhập' }).first().click();
    const rule = administrator.locator('[data-role="civil-servant"]');
    await rule.getByRole('switch').click();
    await dialog(administrator).getByText('chưa có', { exact: false }).waitFor();
    await confirm(administrator, 'Bắt buộc');
    await rule.getByText(/^Từ/).waitFor();

    await drafter.getByRole('textbox', { name: 'Trích yếu' }).fill('Về việc đang viết dở');
    await dialog(drafter).getByText('Vai trò của anh/chị bắt buộc', { exact: false }).waitFor();
    await addApp(drafter);
    await dialog(drafter).waitFor({ state: 'detached' });
    await drafter.getByText('Đã lưu lúc').waitFor();
    expect(await drafter.getByRole('textbox', { name: 'Trích yếu' }).inputValue()).toBe('Về việc đang viết dở');
    forgive(403);

    await rule.getByRole('switch').click();
    await confirm(administrator, 'Không bắt buộc');
    await rule.getByText(/^Từ/).waitFor({ state: 'detached' });
  });
});

/** A device of the browser itself that always finds its owner’s finger. */
async function withDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
