import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttachmentView, DocumentView, RenditionView } from '#contracts';
import { docxFile, findPrograms, waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { draftBody, upload } from './support/documents.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp({ SOFFICE_PATH: findPrograms().soffice });
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'stttt');
});

afterAll(async () => {
  await app.stop();
});

describe.skipIf(findPrograms().soffice === '')('a Word file of a draft', () => {
  it('is read as a PDF by whoever may read the draft, and each reading is on record', async () => {
    const drafter = sender.civilServant;
    const { id } = (await drafter.post('/documents', draftBody(sender, [recipient.agencyId]))).as(DocumentView);
    const content = docxFile('Sở Nội vụ báo cáo như sau');
    const file = (await upload(drafter, id, { fileName: 'báo cáo.docx', content })).as(AttachmentView);
    const path = `/documents/${id}/attachments/${file.id}/rendition`;
    await waitUntil(
      'the PDF is made',
      30_000,
      async () => (await drafter.get(path)).as(RenditionView).state === 'made',
    );

    const read = await drafter.get(`${path}/content`);
    expect(read.status).toBe(200);
    const opened = "audit_entries WHERE action = 'document.file-opened' AND object_id = $1";
    expect(await countOf(app, opened, [id])).toBe(1);
    expect(read.text.startsWith('%PDF-')).toBe(true);
    expect(read.headers.get('cache-control')).toBe('private, no-cache');
    expect((await drafter.get(`/documents/${id}`)).as(DocumentView)).toMatchObject({
      attachments: [{ digest: file.digest, fileName: 'báo cáo.docx' }],
    });
    for (const other of [recipient.clerk, sender.clerk]) {
      expect((await other.get(path)).problem().code).toBe('not-found');
      expect((await other.get(`${path}/content`)).problem().code).toBe('not-found');
    }
  });
});
