import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AttachmentView, DocumentView, SignerList } from '#contracts';
import { newId } from '#kernel';
import { productFolder } from '#platform';
import { docxFile, findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks, phone } from './support/desks.js';
import { dialog, hasInk, overflows } from './support/steps.js';
import { storyMs } from './support/story-ms.js';

const pdf = join(productFolder, 'samples', 'quyet-dinh-so-noi-vu.pdf');
const marked = { name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from('Kế hoạch trực\nMẬT\n') };
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { name: 'so-do.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') };

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('files.spec.ts: chromium is missing, the story in the browser is skipped');
}

let app: TestApp;
let desks: Desks;

beforeAll(async () => {
  app = await startTestApp({ SOFFICE_PATH: findPrograms().soffice });
  desks = await Desks.open(app.url);
});

afterAll(async () => {
  await desks.close();
  await app.stop();
});

afterEach(() => {
  // A draft is the clerk’s to read only until the decision: their page may ask once more before it is left.
  const faults = desks.faults.splice(0).filter((fault) => !/404 .*\/api\/v1\/documents\/[0-9a-f-]{36}/.test(fault));
  if (faults.length > 0) {
    throw new Error(`the pages complained: ${faults.join('; ')}`);
  }
});

async function draft(subject: string): Promise<string> {
  const caller = await app.signIn('chuyenvien1.snv');
  const [signer] = (await caller.get('/signers', SignerList)).items;
  const fields = { typeCode: 'cong-van', subject, signerPostId: signer?.postId };
  return (await caller.post('/documents', DocumentView, fields)).id;
}

describe.skipIf(!withChromium)('files in a browser', { timeout: storyMs }, () => {
  it('are a main text and appendices that are put in order, looked at, and held until the clerk decides', async () => {
    const id = await draft('Về việc ban hành kế hoạch trực');
    const drafter = await desks.signIn('chuyenvien1.snv', { at: `/outgoing/draft?id=${id}` });
    const files = drafter.getByRole('list', { name: 'Văn bản chính và các phụ lục' }).getByRole('listitem');
    const standing = async () => (await files.allInnerTexts()).map((text) => text.split('\n').slice(0, 2).join(' '));
    const said = (words: string) => drafter.getByRole('status').filter({ hasText: words }).waitFor();

    await drafter.locator('input[type=file]').setInputFiles(pdf);
    await files.nth(0).waitFor();
    await drafter.locator('input[type=file]').setInputFiles([marked, picture]);
    await files.nth(2).waitFor();
    // They stand as they were chosen, whichever upload ended first.
    const chosenOrder = [/^quyet-dinh/, /^ke-hoach/, /^so-do/].map((name) => expect.stringMatching(name));
    await expect.poll(standing, { timeout: 20_000 }).toEqual(chosenOrder);
    const up = drafter.getByRole('button', { name: 'Đưa so-do.png lên' });
    await up.focus();
    await drafter.keyboard.press('Enter');
    await said('so-do.png nay là Phụ lục 1');
    await drafter.keyboard.press('Enter');
    await said('so-do.png nay là Văn bản chính');
    expect(await drafter.evaluate('document.activeElement.ariaLabel')).toBe('Đưa so-do.png lên');
    await drafter.getByRole('button', { name: 'Đặt làm văn bản chính: quyet-dinh-so-noi-vu.pdf' }).click();
    await said('quyet-dinh-so-noi-vu.pdf nay là Văn bản chính');
    await files.nth(2).locator('[draggable]').dragTo(files.nth(1));
    await said('ke-hoach.txt nay là Phụ lục 1');
    await expect
      .poll(standing)
      .toEqual([
        expect.stringMatching(/^quyet-dinh-so-noi-vu\.pdf Văn bản chính/),
        expect.stringMatching(/^ke-hoach\.txt Phụ lục 1/),
        expect.stringMatching(/^so-do\.png Phụ lục 2/),
      ]);

    await drafter.goto(`/outgoing/${id}`);
    const chosen = drafter.getByRole('button', { pressed: true }).filter({ hasText: /Văn bản chính|Phụ lục/ });
    await drafter.locator('[data-page="1"][data-drawn]').waitFor();
    await drafter.keyboard.press('+');
    await drafter.getByRole('status', { name: 'Cỡ hiện: 125 %' }).waitFor();
    await drafter.keyboard.press('n');
    expect(await chosen.innerText()).toContain('ke-hoach.txt');
    await drafter.keyboard.press('n');
    await drafter.getByRole('img', { name: 'so-do.png' }).waitFor();

    const clerk = await desks.signIn('vanthu.snv', { ...phone, at: '/outgoing?box=held' });
    await clerk.getByRole('link').filter({ hasText: 'kế hoạch trực' }).click();
    await clerk.getByRole('alert').filter({ hasText: 'Đang giữ: “ke-hoach.txt”' }).getByText('dòng 2').waitFor();
    expect(await overflows(clerk)).toBe(false);
    await clerk.getByRole('button', { name: 'Cho đi tiếp' }).click();
    await dialog(clerk).getByLabel('Lý do').fill('Đã xem: đề mục của bảng trực, không phải văn bản mật');
    await dialog(clerk).getByRole('button', { name: 'Cho đi tiếp' }).click();
    await clerk.waitForURL(/box=held/);
    await drafter.locator('[data-check="checked"]').getByText('đề mục của bảng trực').waitFor();
  });

  it('leave the system when the clerk withdraws them, with the reason before the drafter', async () => {
    const id = await draft('Về việc phối hợp bảo vệ');
    const path = `/documents/${id}/attachments/${newId()}?fileName=bao-ve.txt`;
    await (await app.signIn('chuyenvien1.snv')).upload(path, Buffer.from('TUYỆT MẬT\n'), AttachmentView);
    const clerk = await desks.signIn('vanthu.snv', { at: '/outgoing?box=held' });
    await clerk.getByRole('link').filter({ hasText: 'phối hợp bảo vệ' }).click();
    await clerk.getByRole('button', { name: 'Rút lại' }).click();
    await dialog(clerk).getByRole('button', { name: 'Rút lại' }).click();
    await dialog(clerk).getByText('Xin ghi lý do').waitFor();
    await dialog(clerk).getByLabel('Lý do').fill('Có dấu tuyệt mật, chuyển theo đường công văn mật');
    await dialog(clerk).getByRole('button', { name: 'Rút lại' }).click();
    await clerk.waitForURL(/box=held/);
    await clerk.getByRole('link').filter({ hasText: 'phối hợp bảo vệ' }).waitFor({ state: 'detached' });

    const drafter = await desks.signIn('chuyenvien1.snv', { at: `/outgoing/${id}` });
    await drafter.getByText('chuyển theo đường công văn mật').first().waitFor();
    await drafter.getByRole('heading', { name: 'Chưa có tệp' }).waitFor();
    expect(await overflows(drafter)).toBe(false);
  });

  it.skipIf(findPrograms().soffice === '')(
    'of Word show as a PDF as soon as it is made, beside the original',
    async () => {
      const id = await draft('Về việc báo cáo công tác cải cách hành chính');
      const drafter = await desks.signIn('chuyenvien1.snv', { at: `/outgoing/draft?id=${id}` });
      const buffer = docxFile('Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh kết quả công tác cải cách hành chính như sau:');
      await drafter.locator('input[type=file]').setInputFiles({ name: 'báo cáo.docx', mimeType: '', buffer });
      await drafter.locator('[data-part]').waitFor();
      await drafter.goto(`/outgoing/${id}`);
      // Nobody reloads: the page waits for it.
      await drafter.getByText('Bản xem do hệ thống tạo, bản gốc không đổi.').waitFor();
      expect(await hasInk(drafter)).toBe(true);
      const download = drafter.waitForEvent('download');
      await drafter.getByRole('link', { name: 'Tải bản gốc' }).click();
      expect((await download).suggestedFilename()).toBe('báo cáo.docx');
      const narrow = await desks.signIn('chuyenvien1.snv', { ...phone, at: `/outgoing/${id}` });
      await narrow.locator('[data-page="1"][data-drawn]').waitFor();
      expect(await overflows(narrow)).toBe(false);
    },
  );
});
