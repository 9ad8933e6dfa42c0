import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentView } from '#contracts';
import { Database } from '#platform';
import { findPrograms, waitUntil } from '#testing';
import { documentIn, patience, pdf } from '../e2e/support/documents.js';
import { type Office, officeOf } from '../e2e/support/office.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Desks } from './support/desks.js';
import { storyMs } from './support/story-ms.js';

const withChromium = process.env['CI'] === 'true' || findPrograms().chromium !== '';
if (!withChromium) {
  console.log('uploads.spec.ts: chromium is missing, the story in the browser is skipped');
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

const fileName = 'Phụ lục số liệu.pdf';
const content = pdf('line', 26_000_000);

/** A line of so many bytes a second upwards, or none at all. */
async function lineOf(page: Page): Promise<(uploadThroughput: number | 'down') => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  return async (speed) => {
    await session.send('Network.emulateNetworkConditions', {
      offline: speed === 'down',
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: speed === 'down' ? -1 : speed,
    });
  };
}

async function received(): Promise<{ id: string; received: number } | undefined> {
  const [row] = await app.server.get(Database).query<{ id: string; received: number }>('SELECT * FROM uploads');
  return row;
}

async function filesOf(office: Office, id: string): Promise<DocumentView['attachments']> {
  return (await office.civilServant.get(`/documents/${id}`)).as(DocumentView).attachments.slice(1);
}

describe.skipIf(!withChromium)('an upload in a browser', { timeout: storyMs }, () => {
  it('goes on after a lost line, a pause and a reload, and becomes one file of the exact bytes', async () => {
    const office = await officeOf(app, 'snv');
    const draft = await documentIn('draft', office, []);
    const path = join(app.dataDir, fileName);
    await writeFile(path, content);
    const page = await desks.signIn('chuyenvien1.snv', { at: `/outgoing/draft?id=${draft.id}` });
    const chosen = page.locator('input[type=file]');
    const line = await lineOf(page);

    await line(4_000_000);
    await chosen.setInputFiles(path);
    await waitUntil('a piece is kept', patience, async () => ((await received())?.received ?? 0) > 0);
    await line('down');
    await page.getByText('Mất kết nối; tự gửi lại khi nối được').waitFor();
    const begun = await received();
    expect(await filesOf(office, draft.id)).toEqual([]);

    await line(2_000_000);
    await page.getByText(/giây · còn/).waitFor();
    await page.getByRole('button', { name: `Tạm dừng ${fileName}` }).click();
    await page.getByText('Tạm dừng ở').waitFor();
    await page.getByRole('button', { name: `Gửi tiếp ${fileName}` }).click();
    await page.getByRole('button', { name: `Tạm dừng ${fileName}` }).waitFor();

    await page.reload();
    await line(-1);
    await chosen.setInputFiles(path);
    await page.getByRole('button', { name: `Bỏ ${fileName}` }).waitFor();
    const [file, ...others] = await filesOf(office, draft.id);
    expect(others).toEqual([]);
    expect(file?.id).toBe(begun?.id);
    const kept = await office.civilServant.get(`/documents/${draft.id}/attachments/${file?.id}/content`);
    expect(kept.bytes.equals(content)).toBe(true);
  });
});
