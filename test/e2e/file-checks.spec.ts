import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttachmentView, DeskCounts, DocumentChecks, DocumentPage, DocumentView } from '#contracts';
import { textPdf, waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { draftBody, patience, upload } from './support/documents.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'stttt');
});

afterAll(async () => {
  await app.stop();
});

async function checksOf(id: string): Promise<DocumentChecks> {
  return (await sender.civilServant.get(`/documents/${id}/checks`)).as(DocumentChecks);
}

/** A draft with one file that was looked at. */
async function draftWith(fileName: string, content: Buffer): Promise<{ id: string; file: string }> {
  const body = draftBody(sender, [recipient.agencyId]);
  const { id } = (await sender.civilServant.post('/documents', body)).as(DocumentView);
  const attachment = (await upload(sender.civilServant, id, { fileName, content })).as(AttachmentView);
  await waitUntil('the file was looked at', patience, async () => (await checksOf(id)).files[0]?.state !== 'waiting');
  return { id, file: `/documents/${id}/attachments/${attachment.id}` };
}

const held = async (): Promise<number> => (await sender.clerk.get('/desk')).as(DeskCounts).held;

describe('a file with a mark of secrecy', () => {
  it('stops its document, stands in the clerk’s box, and goes on once it is released', async () => {
    const before = await held();
    const { id, file } = await draftWith('tờ trình.pdf', textPdf([['Kính gửi: Sở Nội vụ'], ['TỐI MẬT']]));
    expect((await checksOf(id)).files).toMatchObject([
      { state: 'held', findings: [{ level: 'secret', place: 'page', number: 2 }], mayRelease: false },
    ]);
    const refused = await sender.civilServant.post(`/documents/${id}/submit`);
    expect(refused.problem()).toMatchObject({ status: 409, code: 'document.file-held' });

    expect(await held()).toBe(before + 1);
    const box = (await sender.clerk.get('/documents?box=held')).as(DocumentPage);
    expect(box.items.map((item) => item.id)).toContain(id);
    expect((await sender.leader.get('/documents?box=held')).as(DocumentPage).items).toEqual([]);

    expect((await sender.clerk.post(`${file}/release`, { reason: ' ' })).status).toBe(422);
    const released = await sender.clerk.post(`${file}/release`, { reason: 'Là ví dụ trong tài liệu tập huấn' });
    expect(released.status).toBe(204);
    expect((await checksOf(id)).files).toMatchObject([{ state: 'checked', stamp: 'released' }]);
    expect(await held()).toBe(before);
    expect((await sender.civilServant.post(`/documents/${id}/submit`)).status).toBe(200);
  });

  it('leaves the system when the clerk withdraws it', async () => {
    const { id, file } = await draftWith('báo cáo.txt', Buffer.from('Độ mật: Mật\n'));
    expect((await sender.clerk.get(`${file}/content`)).status).toBe(200);
    expect((await sender.clerk.post(`${file}/withdraw`, { reason: 'Văn bản mật' })).status).toBe(204);
    expect((await sender.civilServant.get(`${file}/content`)).status).toBe(404);
    expect((await sender.clerk.get(`/documents/${id}`)).status).toBe(404);
    const view = (await sender.civilServant.get(`/documents/${id}`)).as(DocumentView);
    expect(view).toMatchObject({ state: 'returned', attachments: [] });
    expect((await checksOf(id)).withdrawn).toMatchObject([{ fileName: 'báo cáo.txt', reason: 'Văn bản mật' }]);
  });
});

it('a scan is marked as not checked, and goes its way', async () => {
  const { id } = await draftWith('ảnh.pdf', textPdf([[]]));
  expect((await checksOf(id)).files).toMatchObject([{ state: 'not-checked', unread: 'no-text' }]);
  for (const [by, step] of [
    [sender.civilServant, 'submit'],
    [sender.leader, 'approve'],
    [sender.clerk, 'issue'],
    [sender.clerk, 'send'],
  ] as const) {
    expect((await by.post(`/documents/${id}/${step}`)).status).toBe(200);
  }
});
