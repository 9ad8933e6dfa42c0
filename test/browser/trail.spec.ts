import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AddPeople } from '#identity';
import { findPrograms, waitUntil } from '#testing';
import { passwordHash, startTestApp, type TestApp } from '../start-app.js';
import { countOf } from '../e2e/support/kept.js';
import { documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { Desks, phone } from './support/desks.js';
import { overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('trail.spec.ts: chromium is missing, the stories in the browser are skipped');
}

let app: TestApp;
let desks: Desks;
let office: Office;
let other: Office;

beforeAll(async () => {
  app = await startTestApp();
  await app.server.get(AddPeople).execute(
    [
      { userName: 'thanhtra', role: 'auditor', fullName: 'Quách Thị Kiểm', position: 'Thanh tra viên' },
      { userName: 'quantri.snv', role: 'agency-administrator', fullName: 'Bùi Văn Quản', position: 'Chuyên viên' },
    ].map((person) => ({ ...person, passwordHash, agencyCode: 'H28.02' }) as const) as Parameters<
      AddPeople['execute']
    >[0],
  );
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
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

describe.skipIf(!withChromium)('the trail in a browser', { timeout: storyMs }, () => {
  it('is where an auditor begins: narrows it, opens an entry, and sees its place in the chain', async () => {
    await documentIn('approved', office, [other.agencyId]);
    const page = await desks.signIn('thanhtra');
    await page.getByRole('heading', { name: 'Nhật ký' }).waitFor();
    await page.getByText('Chuỗi đã niêm phong đến').waitFor();
    await page.getByRole('combobox', { name: 'Việc đã làm' }).fill('phê duyệt văn bản');
    await page.getByRole('option', { name: 'Phê duyệt văn bản' }).click();
    await page.getByRole('list', { name: 'Các mục nhật ký' }).getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Nhật ký' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Mục nhật ký' });
    await drawer.getByText('Phê duyệt văn bản').waitFor();
    await drawer.getByText(/Mục thứ \d+ trong chuỗi|đang chờ niêm phong/).waitFor();
    await drawer.getByRole('link', { name: 'Mọi việc với đối tượng này' }).click();
    await page.waitForURL((address) => address.searchParams.get('objectType') === 'document');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất' }).click();
    await page.getByRole('menuitem', { name: 'Xuất ra CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^nhat-ky-.*\.csv$/);
  });

  it('gets an entry when somebody prints a document', async () => {
    const { id } = await documentIn('approved', office, [other.agencyId]);
    const page = await desks.signIn('vanthu.snv', { at: `/outgoing/${id}` });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    const printed = (): Promise<number> =>
      countOf(app, `audit_entries WHERE action = 'document.printed' AND object_id = $1`, [id]);
    await waitUntil('the print is on record', 20_000, async () => (await printed()) > 0);
    expect(await printed()).toBe(1);
  });

  it('fits a phone, and shows an agency’s administrator the own agency alone', async () => {
    const page = await desks.signIn('quantri.snv', { ...phone, at: '/trail' });
    await page.getByRole('list', { name: 'Các mục nhật ký' }).getByRole('link').first().waitFor();
    expect(await overflows(page)).toBe(false);
    await page.getByText('Mọi cơ quan').waitFor({ state: 'detached' });
  });
});
