import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#platform';
import { findPrograms, freePort } from '#testing';
import { startOpenIdProvider, type TestProvider } from '../open-id-provider.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks } from './support/desks.js';
import { confirm } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const button = 'Đăng nhập bằng Cổng cán bộ';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('single-sign-on.spec.ts: chromium is missing, the stories in the browser are skipped');
}

let provider: TestProvider;
let app: TestApp;
let desks: Desks;

beforeAll(async () => {
  const port = String(await freePort());
  provider = await startOpenIdProvider(`http://localhost:${port}`);
  app = await startTestApp({ ...provider.environment, PORT: port, PUBLIC_URL: `http://localhost:${port}` });
  desks = await Desks.open(app.url);
  const email = 'ngan@hoabinh.gov.vn';
  await app.server.get(Database).query("UPDATE people SET email = $1 WHERE user_name = 'vanthu.snv'", [email]);
  provider.accounts.set('ngan', { subject: '17', claims: { email, email_verified: true } });
  provider.accounts.set('la', { subject: '18', claims: { email: 'la@elsewhere.example', email_verified: true } });
});

afterAll(async () => {
  await desks.close();
  await app.stop();
  await provider.stop();
});

afterEach(() => {
  // What the pages of the provider lack is not ours, and a stranger is told that nobody is signed in.
  const faults = desks.faults.splice(0).filter((fault) => fault.includes(app.url) && !fault.includes('401'));
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

/** From our button to the form of the provider, which is another site, and back. */
async function signOn(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: button }).click();
  await page.waitForURL((address) => address.origin === provider.issuer);
  await page.getByLabel('Tài khoản').fill(login);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.waitForURL((address) => address.origin === app.url);
}

describe.skipIf(!withChromium)('single sign-on', { timeout: storyMs }, () => {
  it('brings a clerk from another site to the page that was asked for, with cookies that work, and out again', async () => {
    const page = await desks.stranger();
    await page.goto('/archive');
    await signOn(page, 'ngan');
    await page.waitForURL((address) => address.pathname === '/archive');
    await page.reload();
    await page.getByRole('heading', { name: 'Lưu trữ' }).first().waitFor();

    await page.goto('/account');
    await page.getByRole('list', { name: 'Tài khoản dùng chung đã liên kết' }).waitFor();
    await page.getByRole('button', { name: 'Bỏ liên kết' }).click();
    await confirm(page, 'Bỏ liên kết');
    await page.getByRole('button', { name: 'Bỏ liên kết' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /Tài khoản của/ }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL((address) => address.origin === provider.issuer);
    expect(new URL(page.url()).pathname).toBe('/session/end');
  });

  it('tells somebody whom we do not know whom to ask', async () => {
    const page = await desks.stranger();
    await signOn(page, 'la');
    const refused = page.getByRole('alert').filter({ hasText: 'chưa khớp với cán bộ nào' });
    await refused.getByText('Xin nhờ quản trị cơ quan', { exact: false }).waitFor();
    expect(
      await page
        .context()
        .cookies(app.url)
        .then((all) => all.map(({ name }) => name)),
    ).not.toContain('vanthu_session');
  });
});
