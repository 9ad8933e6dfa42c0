import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Invitation } from '#contracts';
import { Database } from '#platform';
import { findPrograms } from '#testing';
import { Caller } from '../e2e/support/caller.js';
import { password, startTestApp, type TestApp } from '../start-app.js';
import { Desks } from './support/desks.js';
import { confirm, dialog } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const chosen = 'bốn con trâu lội suối Bôi';
const secondChosen = 'năm con vịt bơi qua sông Đà';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('passwords.spec.ts: chromium is missing, the stories in the browser are skipped');
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
  // A refusal is an answer here; a page that breaks is not.
  const faults = desks.faults.splice(0).filter((fault) => !/status of (401|403|410|422|429)/.test(fault));
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

async function set(userName: string, change: string): Promise<void> {
  await app.server.get(Database).query(`UPDATE people SET ${change} WHERE user_name = $1`, [userName]);
}

/** The link that an administrator hands over, as a path of this site. */
async function invitationOf(userName: string): Promise<string> {
  const administrator = await Caller.signIn(app.url, 'quantri', password);
  const clerk = await Caller.signIn(app.url, userName, password);
  const answer = await administrator.post(`/people/${clerk.session.person.id}/invitations`);
  const { link } = answer.as(Invitation);
  return link.slice(link.indexOf('/password#'));
}

async function isRight(userName: string, secret: string): Promise<boolean> {
  return (await Caller.stranger(app.url).post('/session', { userName, password: secret })).status === 201;
}

async function choose(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(secret);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(secret);
}

async function fillSignIn(page: Page, userName: string, secret: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret);
}

describe.skipIf(!withChromium)('passwords and sessions in a browser', { timeout: storyMs }, () => {
  it('lead from an invitation to the desk: a weak password is refused with its reason, a strong one signs in', async () => {
    const page = await desks.stranger();
    await page.goto(await invitationOf('vanthu.stc'));
    await page.getByRole('heading', { name: 'Đặt mật khẩu' }).waitFor();
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('vanthu.stc');
    await choose(page, 'matkhau123456');
    await page.getByText('Chỉ gồm vài từ hoặc số quen thuộc.').waitFor();
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
    await page.getByRole('alert').getByText('Mật khẩu dễ đoán').waitFor();
    await choose(page, chosen);
    await page.getByText('Rất mạnh.').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.pathname === '/incoming');
    const again = await desks.stranger();
    await fillSignIn(again, 'vanthu.stc', chosen);
    await again.getByRole('button', { name: 'Đăng nhập' }).click();
    await again.waitForURL((address) => address.pathname === '/incoming');
  });

  it('say of a link that was used what to do', async () => {
    const page = await desks.stranger();
    await page.goto('/password#token=AAAA');
    await page.getByRole('heading', { name: 'Liên kết không dùng được' }).waitFor();
    await page.getByRole('link', { name: 'Yêu cầu liên kết mới' }).click();
    await page.getByText('Xin nhờ quản trị của cơ quan', { exact: false }).waitFor();
    expect(await page.title()).toContain('Quên mật khẩu');
  });

  it('show where somebody is signed in, and end another browser at once', async () => {
    const here = await desks.signIn('chuyenvien1.snv');
    const there = await desks.signIn('chuyenvien1.snv');
    await here.goto('/account');
    const sessions = here.getByRole('list', { name: 'Phiên đăng nhập' }).getByRole('listitem');
    await sessions.nth(1).waitFor();
    expect(await sessions.count()).toBe(2);
    await sessions.filter({ hasText: 'Đang dùng' }).getByText('Chrome trên Linux').waitFor();
    await here.getByRole('button', { name: 'Kết thúc', exact: true }).click();
    await sessions.nth(1).waitFor({ state: 'detached' });
    await dialog(there).getByText('Phiên làm việc đã hết').waitFor();

    await desks.signIn('chuyenvien1.snv');
    await here.reload();
    await here.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click();
    await confirm(here, 'Kết thúc mọi phiên khác');
    await here.getByText('chỉ đang đăng nhập ở đây', { exact: false }).waitFor();
  });

  it('change on the account page without leaving it', async () => {
    const page = await desks.signIn('chuyenvien2.snv', { at: '/account' });
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await choose(page, chosen);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByText('Đã đổi mật khẩu').waitFor();
    await page.getByRole('link', { name: 'Soạn văn bản' }).first().click();
    await page.getByRole('textbox', { name: 'Trích yếu' }).waitFor();
    expect(await isRight('chuyenvien2.snv', chosen)).toBe(true);
  });

  it('ask for an own password first when somebody else gave it, also in the dialog over an open page', async () => {
    await set('lanhdao.stc', 'password_temporary = true');
    const page = await desks.stranger();
    await page.goto('/sign-in?back=%2Farchive');
    await fillSignIn(page, 'lanhdao.stc', password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((address) => address.pathname === '/sign-in/continue');
    await page.getByLabel('Mật khẩu tạm đang dùng').fill(password);
    await choose(page, chosen);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.waitForURL((address) => address.pathname === '/archive');

    await page.context().clearCookies({ name: 'vanthu_session' });
    // Dispatched, because what the page reads by itself may bring the dialog over the link first.
    await page.getByRole('link', { name: 'Tỷ lệ điện tử' }).first().dispatchEvent('click');
    await dialog(page).waitFor();
    await set('lanhdao.stc', 'password_temporary = true');
    await dialog(page).getByLabel('Mật khẩu', { exact: true }).fill(chosen);
    await dialog(page).getByRole('button', { name: 'Đăng nhập' }).click();
    await dialog(page).getByLabel('Mật khẩu tạm đang dùng').fill(chosen);
    await choose(page, secondChosen);
    await dialog(page).getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await isRight('lanhdao.stc', secondChosen)).toBe(true);
  });

  it('make somebody who guesses wait, and say how long', async () => {
    const page = await desks.stranger();
    const signIn = page.getByRole('button', { name: 'Đăng nhập' });
    for (let tried = 0; tried < 6; tried += 1) {
      await fillSignIn(page, 'vanthu.sct', `không phải ${tried}`);
      await signIn.click();
      await page.getByRole('alert').waitFor();
    }
    const wait = page.getByRole('button', { name: /^Thử lại sau [1-5] giây$/ });
    await wait.waitFor();
    expect(await wait.isDisabled()).toBe(true);
    await signIn.waitFor();
    await fillSignIn(page, 'vanthu.sct', password);
    await signIn.click();
    await page.waitForURL((address) => address.pathname === '/incoming');
  });
});
