import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { Desks, phone } from './support/desks.js';
import { overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('outgoing-register.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let office: Office;
let other: Office;

beforeAll(async () => {
  app = await startTestApp();
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

describe.skipIf(!withChromium)('the outgoing register in a browser', { timeout: storyMs }, () => {
  it('is where a clerk reserves a number, uses and cancels one, narrows the list and exports it', async () => {
    await documentIn('sent', office, [other.agencyId], { subject: 'Về việc tổ chức Tết trồng cây' });
    const approved = await documentIn('approved', office, [other.agencyId]);
    const page = await desks.signIn('vanthu.snv');
    await page.getByRole('link', { name: 'Sổ văn bản đi' }).click();
    const list = page.getByRole('list', { name: 'Các số trong sổ' });
    await list.getByText('Về việc tổ chức Tết trồng cây').waitFor();

    for (const reason of ['Quyết định khen thưởng chờ ký', 'Giấy mời họp giao ban']) {
      await page.getByRole('button', { name: 'Giữ số' }).click();
      const dialog = page.getByRole('dialog', { name: 'Giữ số cho văn bản sắp ban hành' });
      await dialog.getByRole('textbox', { name: 'Lý do giữ số' }).fill(reason);
      await dialog.getByRole('button', { name: 'Giữ số' }).click();
      await dialog.waitFor({ state: 'detached' });
      await list.getByText(`Giữ để: ${reason}`).waitFor();
    }

    await page.goto(`/outgoing/${approved.id}`);
    await page.getByRole('button', { name: 'Dùng số đã giữ' }).click();
    const using = page.getByRole('dialog', { name: 'Dùng số đã giữ' });
    await using.getByRole('radio', { name: '02' }).check();
    await using.getByRole('button', { name: 'Cấp số này' }).click();
    await page.getByText(/Đã cấp số 02\/QĐ-/).waitFor();
    await page.getByRole('button', { name: 'Hủy số', exact: true }).click();
    const withDocument = page.getByRole('dialog', { name: /^Hủy số 02\/QĐ-/ });
    await withDocument.getByRole('textbox', { name: 'Lý do hủy' }).fill('Đánh máy sai');
    await withDocument.getByRole('button', { name: 'Hủy số này' }).click();
    await page.getByText(/Đã hủy số 02\/QĐ-/).waitFor();
    await page.getByRole('button', { name: 'Hủy số', exact: true }).waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Sổ văn bản đi' }).click();
    await list.getByText('Hủy vì: Đánh máy sai').waitFor();
    await page.getByRole('button', { name: 'Hủy số 03' }).click();
    const cancelling = page.getByRole('dialog', { name: 'Hủy số 03?' });
    await cancelling.getByRole('textbox', { name: 'Lý do hủy' }).fill('Không họp nữa');
    await cancelling.getByRole('button', { name: 'Hủy số này' }).click();
    await list.getByText('Hủy vì: Không họp nữa').waitFor();

    await page.getByRole('combobox', { name: 'Tình trạng số' }).click();
    await page.getByRole('option', { name: 'Đã hủy' }).click();
    await list.getByText('Về việc tổ chức Tết trồng cây').waitFor({ state: 'detached' });
    await list.getByText('Hủy vì: Không họp nữa').waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);

    await page.getByRole('button', { name: 'Xuất, in' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Xuất PDF (.pdf)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^so-van-ban-di-\d{4}\.pdf$/);
  });

  it('fits a phone, and is printed in the form of the decree', async () => {
    const page = await desks.signIn('vanthu.snv', { ...phone, at: '/outgoing-register' });
    await page.getByRole('list', { name: 'Các số trong sổ' }).getByText('Về việc tổ chức Tết trồng cây').waitFor();
    expect(await overflows(page)).toBe(false);
    await page.goto('/outgoing-register/print');
    await page.getByText('SỔ ĐĂNG KÝ VĂN BẢN ĐI').waitFor();
    expect(await page.getByRole('columnheader').count()).toBe(10);
    await page.getByText('Số hủy: Không họp nữa').waitFor();
    expect(await overflows(page)).toBe(false);
  });
});
