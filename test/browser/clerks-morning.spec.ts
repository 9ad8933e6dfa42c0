import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { ArrivalPage, ArrivalView } from '#contracts';
import { findPrograms } from '#testing';
import { arrivalAt, documentIn } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { dialog, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('clerks-morning.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;
let sender: Office;
let office: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'stp');
  office = await officeOf(app, 'snv');
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

async function sent(subject: string) {
  const document = await documentIn('sent', sender, [office.agencyId], { subject });
  await arrivalAt(office, document);
  return document;
}

interface Paper {
  readonly issuer: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly subject: string;
}

/** Without the mouse, from the first field on. */
async function type(page: Page, { issuer, symbol, issuedOn, subject }: Paper): Promise<void> {
  await page.keyboard.type(issuer);
  await page.keyboard.press('Tab');
  await page.keyboard.type(symbol);
  await page.keyboard.press('Tab');
  await page.keyboard.type(issuedOn);
  // Past the type, which is that of the paper before.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type(subject);
}

describe.skipIf(!withChromium)('the morning of a clerk in a browser', { timeout: 2 * storyMs }, () => {
  it('ten electronic documents, one refused, five on paper, of which one is here electronically', async () => {
    // The first of all is the last in the list, and the one that is refused.
    await sent('Văn bản điện tử 1');
    const twin = await sent('Văn bản điện tử 2');
    for (const number of [3, 4, 5, 6, 7, 8, 9, 10, 11]) {
      await sent(`Văn bản điện tử ${number}`);
    }
    const page = await desks.signIn('vanthu.snv', { at: '/incoming?box=to-receive' });
    await page.locator('[data-row]').nth(10).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      await page.getByRole('button', { name: 'Tiếp nhận' }).waitFor();
      const before = page.url();
      await page.keyboard.press('a');
      await page.getByText(`Đã tiếp nhận, số đến ${number}`).first().waitFor();
      await page.waitForURL((address) => address.href !== before);
    }
    await page.getByRole('button', { name: 'Từ chối' }).waitFor();
    await page.keyboard.press('r');
    await dialog(page).getByLabel('Sai nơi nhận').check();
    await dialog(page).getByRole('button', { name: 'Từ chối' }).click();
    await page.getByText('Đã từ chối, trả lại nơi gửi').waitFor();

    await page.goto(`${app.url}/incoming`);
    await page.getByRole('link', { name: 'Vào sổ văn bản giấy' }).click();
    await page.locator('form input:focus').waitFor();
    for (const number of [11, 12, 13, 14]) {
      const paper = { issuer: 'Công ty Điện lực Hòa Bình', symbol: `${number}/ĐLHB`, issuedOn: '0501' };
      await type(page, { ...paper, subject: `Về lịch cắt điện ${number}` });
      await page.keyboard.press('Enter');
      await page.getByLabel('Vừa vào sổ').getByText(`Số đến ${number}`, { exact: true }).waitFor();
    }
    const [day = '', month = '', year = ''] = (twin.issuedOn ?? '').split('-').toReversed();
    const issuedOn = `${day}/${month}/${year}`;
    await type(page, { issuer: 'Sở Tư pháp', symbol: twin.symbol ?? '', issuedOn, subject: 'Bản giấy' });
    await page.getByText('Có thể văn bản này đã có').waitFor();
    await page.getByRole('button', { name: 'Là bản giấy của văn bản này' }).click();
    await page.getByText('Đã ghi bản giấy vào văn bản điện tử').waitFor();

    const { items } = (await office.clerk.get('/arrivals?limit=50')).as(ArrivalPage);
    const numbers = items.flatMap(({ arrivalNumber }) => (arrivalNumber === null ? [] : [arrivalNumber]));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(items.filter(({ source }) => source === 'paper')).toHaveLength(4);
    expect(items.filter(({ paperToo }) => paperToo)).toHaveLength(1);
    expect(items.filter(({ state }) => state === 'refused')).toHaveLength(1);
    await page.close();
  });

  it('a paper gets its scan, its label and a correction', async () => {
    const page = await desks.signIn('vanthu.snv', { at: '/incoming/paper' });
    await page.locator('form input:focus').waitFor();
    const paper = { issuer: 'Bưu điện tỉnh', symbol: '5/BĐ', issuedOn: '0501', subject: 'Về giao nhận' };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Xin nhập ô này.').first().waitFor();
    await page.getByRole('combobox', { name: 'Tác giả' }).click();
    await type(page, paper);
    await page.keyboard.press('Enter');
    const side = page.getByRole('complementary', { name: 'Vừa vào sổ' });
    await side.getByText('5/BĐ').waitFor();

    const size = { width: 827, height: 1169, channels: 3, background: '#dddddd' } as const;
    const buffer = await sharp({ create: size }).withMetadata({ density: 100 }).jpeg().toBuffer();
    await side.locator('input[type=file]').setInputFiles({ name: 'thu.docx', mimeType: 'x/y', buffer });
    await side.getByText('Bản quét là tệp PDF, TIFF hoặc JPEG').waitFor();
    expect(desks.faults.splice(0)).toEqual([expect.stringContaining('422')]);
    await side.getByRole('button', { name: 'Đóng' }).click();
    await side.locator('input[type=file]').setInputFiles({ name: 'quet.jpg', mimeType: 'image/jpeg', buffer });
    await side.getByText('100 dpi: mờ').waitFor();

    await side.getByRole('link', { name: '5/BĐ' }).click();
    await page.getByText('Bản xem do hệ thống tạo').waitFor();
    await page.getByRole('link', { name: 'Sửa nội dung vào sổ' }).click();
    await page.getByLabel('Trích yếu').fill('Về giao nhận bưu phẩm');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('heading', { name: 'Về giao nhận bưu phẩm' }).waitFor();
    await page.getByRole('link', { name: 'In nhãn dấu đến' }).click();
    await page.getByText('ĐẾN', { exact: true }).waitFor();
    await page.close();
  });

  it('what is checked is told before accepting, and what is for another agency is forwarded there', async () => {
    const document = await documentIn('sent', sender, [office.agencyId], { subject: 'Không phải của Sở Nội vụ' });
    const { id } = await arrivalAt(office, document);
    const page = await desks.signIn('vanthu.snv', { at: `/incoming/${id}` });
    const checks = page.getByRole('list', { name: 'Kiểm tra trước khi tiếp nhận' });
    await checks.getByText('Nội dung và tệp đúng như nơi gửi đã niêm phong').waitFor();
    expect(await checks.getByRole('listitem').count()).toBe(6);
    await page.getByRole('button', { name: 'Chuyển đúng nơi' }).click();
    const form = dialog(page);
    await form.getByRole('button', { name: 'Chuyển đúng nơi' }).click();
    await form.getByText('Xin nói rõ lý do.').waitFor();
    await form.getByLabel('Cơ quan đúng').fill('Sở Tài chính');
    await page.getByRole('option', { name: /^Sở Tài chính/ }).click();
    await form.getByLabel('Vì sao không phải của cơ quan mình').fill('Thuộc lĩnh vực ngân sách');
    await form.getByRole('button', { name: 'Chuyển đúng nơi' }).click();
    await page.getByText('Đã chuyển đến Sở Tài chính').waitFor();
    await page.getByText('Chuyển đến Sở Tài chính: Thuộc lĩnh vực ngân sách').first().waitFor();
    const right = await officeOf(app, 'stc');
    await arrivalAt(right, document);
    await page.close();
  });

  it('what comes electronically after its paper is joined to that entry', async () => {
    const document = await documentIn('sent', sender, [office.agencyId], { subject: 'Đến sau bản giấy' });
    const { id, sender: from, symbol, issuedOn } = await arrivalAt(office, document);
    const said = { issuer: { name: from.name }, symbol, issuedOn, typeCode: 'quyet-dinh', subject: 'Trên giấy' };
    const paper = await office.clerk.post('/arrivals', { ...said, evenIfSame: true });
    const { arrivalNumber } = paper.as(ArrivalView);
    const page = await desks.signIn('vanthu.snv', { at: `/incoming/${id}` });
    await page.getByRole('button', { name: `Nhập chung với số đến ${arrivalNumber}` }).click();
    await page.getByText(`Đã nhập chung, số đến ${arrivalNumber}`).waitFor();
    await page.getByRole('heading', { name: 'Đến sau bản giấy' }).waitFor();
    await page.getByText('Kèm bản giấy').waitFor();
    await page.goto(`${app.url}/incoming/${id}`);
    await page.getByRole('link', { name: 'Mở văn bản đã vào sổ' }).click();
    await page.waitForURL((address) => !address.pathname.endsWith(id));
    await page.getByText('Kèm bản giấy').waitFor();
    expect(await page.getByText(`Số đến ${arrivalNumber}`).count()).toBeGreaterThan(0);
    await page.close();
  });

  it('a table from a file says what is wrong, and registers what is right', async () => {
    const page = await desks.signIn('vanthu.snv', { at: '/incoming/paper-table' });
    const lines = [
      'Tác giả,Số ký hiệu,Ngày văn bản,Loại văn bản,Trích yếu,Số trang',
      'Sở Y tế,71/SYT,05/01/2017,Công văn,Về tiêm chủng,2',
      'Sở Y tế,72/SYT,32/01/2017,Công văn,Về tập huấn,1',
    ];
    const file = { name: 'giay.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('“32/01/2017” không phải là ngày').waitFor();
    await page.getByRole('button', { name: 'Vào sổ 1 văn bản' }).click();
    await page.getByRole('link', { name: 'In 1 nhãn' }).waitFor();
    await page.reload();
    const second = page.getByRole('row', { name: 'Dòng 2' });
    await second.getByLabel('Ngày văn bản').fill('06/01/2017');
    await second.getByLabel('Ngày văn bản').press('Tab');
    await page.getByRole('button', { name: 'Vào sổ 1 văn bản' }).click();
    await page.getByRole('link', { name: 'In 2 nhãn' }).waitFor();
    expect(await page.getByRole('row', { name: /^Dòng/ }).count()).toBe(0);
    await page.close();
  });

  it('fits a phone', async () => {
    const page = await desks.signIn('vanthu.snv', { at: '/incoming/paper', ...phone });
    await page.getByRole('button', { name: 'Vào sổ', exact: true }).waitFor();
    expect(await overflows(page)).toBe(false);
    await page.goto(`${app.url}/incoming/paper-table`);
    await page.getByRole('button', { name: 'Thêm dòng' }).waitFor();
    expect(await overflows(page)).toBe(false);
    await page.close();
  });
});
