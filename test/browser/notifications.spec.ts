import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms, waitUntil } from '#testing';
import { arrivalAt, documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('notifications.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
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

const send = (subject: string) => documentIn('sent', sender, [recipient.agencyId], { subject });

/** Stands in for the desktop, which no test sees, and lets the page believe that nobody looks at it. */
const watched = `
  window.told = [];
  window.Notification = class extends EventTarget {
    static permission = 'granted';
    constructor(title, { tag }) {
      super();
      window.told.push({ title, tag });
    }
  };
  Object.defineProperty(document, 'hidden', { get: () => sessionStorage.getItem('hidden') === 'yes' });
`;

describe.skipIf(!withChromium)('notifications in a browser', { timeout: storyMs }, () => {
  it('the bell counts up by itself, opens what it tells of, and counts down', async () => {
    const page = await desks.signIn('vanthu.kimboi', { at: '/outgoing' });
    await page.getByRole('button', { name: 'Thông báo: đã đọc hết' }).waitFor();
    const first = await arrivalAt(recipient, await send('Về việc phòng, chống bão số 12'));
    await page.getByRole('button', { name: 'Thông báo: 1 chưa đọc' }).waitFor();
    await send('Về việc báo cáo quý IV');
    await page.getByRole('button', { name: 'Thông báo: 2 chưa đọc' }).click();

    const lines = dialog(page).getByRole('list', { name: 'Thông báo' }).getByRole('link');
    await lines.nth(1).waitFor();
    expect(await lines.first().textContent()).toContain('Về việc báo cáo quý IV');
    await lines.filter({ hasText: 'phòng, chống bão' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/incoming/${first.id}`);
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Thông báo: 1 chưa đọc' }).click();

    await dialog(page).getByRole('switch', { name: 'Chỉ chưa đọc' }).click();
    await lines.filter({ hasText: 'phòng, chống bão' }).waitFor({ state: 'detached' });
    await dialog(page).getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
    await dialog(page).getByText('Đã đọc hết', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Thông báo: đã đọc hết' }).waitFor();
  });

  it('what is new stands in the title, and on the desktop of who wants it while nobody looks', async () => {
    const page = await desks.signIn('vanthu.kimboi', { permissions: ['notifications'], at: '/account' });
    await page.addInitScript(watched);
    await page.reload();
    const wish = page.getByRole('switch', { name: 'Thông báo trên màn hình máy tính này' });
    await wish.check();
    const told = async () => page.evaluate<readonly { title: string; tag: string }[]>('told');

    await send('Về việc đang xem trang');
    await page.getByRole('button', { name: 'Thông báo: 1 chưa đọc' }).waitFor();
    expect(await told()).toEqual([]);
    await waitUntil('what waits stands in the title', 20_000, async () => /^\(\d+\) /.test(await page.title()));

    await page.evaluate(`sessionStorage.setItem('hidden', 'yes')`);
    await send('Về việc không ai xem trang');
    await waitUntil('the desktop is told', 20_000, async () => (await told()).length > 0);
    expect((await told()).map(({ title }) => title)).toContain('Văn bản mới đến');
    await wish.uncheck();
    await send('Về việc không báo nữa');
    await page.getByRole('button', { name: 'Thông báo: 3 chưa đọc' }).waitFor();
    const tags = (await told()).map(({ tag }) => tag);
    expect(new Set(tags).size).toBe(tags.length);
    await page.getByRole('button', { name: 'Thông báo: 3 chưa đọc' }).click();
    await dialog(page).getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Thông báo: đã đọc hết' }).waitFor();
    await page.close();
  });

  it('a person says on a phone that the page need not tell of arrivals, and it does not', async () => {
    const page = await desks.signIn('vanthu.kimboi', { ...phone, at: '/account' });
    const onPage = page.getByRole('checkbox', { name: 'Báo trên trang: Văn bản mới đến' });
    await onPage.uncheck();
    await page.getByLabel('Từ', { exact: true }).fill('19:30');
    expect(await overflows(page)).toBe(false);
    await page.getByRole('button', { name: 'Lưu cách nhận thông báo' }).click();
    await page.getByText('Đã lưu cách nhận thông báo').waitFor();
    await page.reload();
    await onPage.waitFor();
    expect(await onPage.isChecked()).toBe(false);
    expect(await page.getByLabel('Từ', { exact: true }).inputValue()).toBe('19:30');

    await arrivalAt(recipient, await send('Về việc không ai báo'));
    await page.goto('/incoming');
    await page.getByText('Về việc không ai báo').waitFor();
    await page.getByRole('button', { name: 'Thông báo: đã đọc hết' }).waitFor();
  });
});
