import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AttachmentView, DocumentView } from '#contracts';
import { newId } from '#kernel';
import { docxFile, oldOfficeFile, oldWordHead, textPdf, waitUntil, xlsxFile, zipFile } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { attachmentPath, draftBody, patience, pdf, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused } from './support/expect-refusals.js';
import { everythingKept, storedFiles, uploadsUnderWay } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';
import { sendRaw } from './support/raw-request.js';

const maxBytes = 100_000;

let app: TestApp;
let sender: Office;
let documentId: string;

beforeAll(async () => {
  app = await startTestApp({ UPLOAD_MAX_BYTES: String(maxBytes) });
  sender = await officeOf(app, 'snv');
});

beforeEach(async () => {
  const drafted = await sender.civilServant.post('/documents', draftBody(sender, []));
  documentId = drafted.as(DocumentView).id;
});

afterAll(async () => {
  await app.stop();
});

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const zip = Buffer.from('504b0304140000000000', 'hex');
const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');

describe('a file is refused', () => {
  it.each([
    { what: 'a picture', fileName: 'quyết định.pdf', content: png },
    { what: 'plain text', fileName: 'quyết định.pdf', content: Buffer.from('Quyết định') },
    { what: 'a web page', fileName: 'công văn.docx', content: Buffer.from('<html><script>alert(1)</script>') },
    { what: 'a PDF', fileName: 'công văn.docx', content: pdf() },
    { what: 'a PDF', fileName: 'ghi chú.txt', content: pdf() },
    { what: 'a ZIP file', fileName: 'công văn.doc', content: zip },
    { what: 'a ZIP file', fileName: 'công văn.docx', content: zip },
    { what: 'a workbook', fileName: 'công văn.docx', content: xlsxFile('1') },
    { what: 'bytes of no kind', fileName: 'ghi chú.txt', content: Buffer.from([1, 0, 2, 0, 3]) },
  ])('that is $what but is called $fileName', async ({ fileName, content }) => {
    await expectRefused(app, 'attachment.content-mismatch', async (headers) =>
      sendFile({ fileName, content, headers }),
    );
  });

  it.each([
    { code: 'attachment.executable', fileName: 'quyết định.pdf', content: program },
    {
      code: 'attachment.macros',
      fileName: 'công văn.docx',
      content: docxFile('x', [{ name: 'word/vbaProject.bin', content: 'x' }]),
    },
    {
      code: 'attachment.encrypted',
      fileName: 'công văn.docx',
      content: oldOfficeFile({ '/EncryptedPackage': Buffer.from('x') }),
    },
    {
      code: 'attachment.bomb',
      fileName: 'công văn.docx',
      content: docxFile('x', [{ name: 'word/a.xml', content: 'x', size: 2e9 }]),
    },
    {
      code: 'attachment.polyglot',
      fileName: 'quyết định.pdf',
      content: Buffer.concat([textPdf([['x']]), zipFile([{ name: 'a', content: 'x' }])]),
    },
    { code: 'attachment.damaged', fileName: 'công văn.docx', content: docxFile('x').subarray(0, 600) },
  ] as const)('with $code, and what to do about it is told', async ({ code, fileName, content }) => {
    await expectRefused(app, code, async (headers) => sendFile({ fileName, content, headers }));
    expect((await sendFile({ fileName, content })).problem().detail).toContain(fileName);
  });

  it('that is empty', async () => {
    await expectRefused(app, 'attachment.empty', async (headers) =>
      sendFile({ fileName: 'rỗng.pdf', content: Buffer.alloc(0), headers }),
    );
  });

  it.each([
    'virus.exe',
    'macro.docm',
    'trang.html',
    'hình.svg',
    'no-ending',
    '.pdf.',
    'a.pdf.exe',
    'constructor',
    '__proto__',
  ])('of the kind of %s, and the kinds that are taken are told', async (fileName) => {
    await expectRefused(app, 'attachment.kind-refused', async (headers) =>
      sendFile({ fileName, content: pdf(), headers }),
    );
    expect((await sendFile({ fileName, content: pdf() })).problem().detail).toContain('pdf, docx, xlsx');
  });

  it.each(['a\0.pdf', 'a\nb.pdf', 'a\r\nSet-Cookie: x=y.pdf', 'a\u007f.pdf', 'a\u0085.pdf'])(
    'called %j',
    async (fileName) => {
      await expectRefused(app, 'attachment.name-invalid', async (headers) =>
        sendFile({ fileName, content: pdf(), headers }),
      );
    },
  );

  it.each(['', '   ', `${'a'.repeat(197)}.pdf`, `${'ế'.repeat(296)}.pdf`])(
    'called %j, and the name is pointed at',
    async (fileName) => {
      await expectRefused(app, 'request.invalid', async (headers) => sendFile({ fileName, content: pdf(), headers }));
      const { errors } = (await sendFile({ fileName, content: pdf() })).problem();
      expect(errors?.map(({ path }) => path)).toEqual(['fileName']);
    },
  );

  it('that is too large, told beforehand', async () => {
    await expectRefused(app, 'attachment.too-large', async (headers) =>
      sendFile({ content: pdf('large', maxBytes + 1), headers: { ...headers, 'content-length': `${maxBytes + 1}` } }),
    );
  });

  it('that turns out too large on the way, without a length', async () => {
    await expectRefused(app, 'attachment.too-large', async (headers) =>
      sendFile({ content: pdf('large', maxBytes * 4), headers }),
    );
    expect(await uploadsUnderWay(app)).toBe(0);
  });

  it('under the id of another upload', async () => {
    const attachmentId = newId();
    (await upload(sender.civilServant, documentId, { attachmentId })).as(AttachmentView);
    const before = await everythingKept(app);
    const answer = await upload(sender.civilServant, documentId, { attachmentId, content: pdf('other') });
    expectProblem(answer, 'attachment.id-reused');
    expect({ ...(await everythingKept(app)), files: '' }).toEqual({ ...before, files: '' });
  });

  it('that is addressed with an id that is none', async () => {
    const path = `/documents/${documentId}/attachments/x?fileName=a.pdf`;
    await expectRefused(app, 'not-found', async (headers) =>
      sender.civilServant.call('PUT', path, {
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: pdf(),
      }),
    );
  });
});

describe('a file is taken', () => {
  it('of exactly the largest size', async () => {
    const content = pdf('largest', maxBytes);
    expect((await upload(sender.civilServant, documentId, { content })).as(AttachmentView).size).toBe(maxBytes);
  });

  it.each([
    { fileName: 'QUYẾT ĐỊNH.PDF', content: pdf() },
    { fileName: 'công văn.docx', content: docxFile('Kính gửi: Sở Nội vụ') },
    { fileName: 'bảng.xlsx', content: xlsxFile('1') },
    { fileName: 'công văn.doc', content: oldOfficeFile({ '/WordDocument': oldWordHead() }) },
    { fileName: 'hình.png', content: png },
    { fileName: 'ghi chú.txt', content: Buffer.from('Kính gửi: Sở Nội vụ') },
    // A name is never a path, and never an order to who shows it.
    { fileName: '../../etc/passwd.txt', content: Buffer.from('a') },
    { fileName: '..\\..\\Windows\\win.ini.txt', content: Buffer.from('a') },
    { fileName: 'C:\\công văn.pdf', content: pdf() },
    { fileName: 'CON.pdf', content: pdf() },
    { fileName: 'aux.docx.pdf', content: pdf() },
    { fileName: '\u202egnp.fdp.pdf', content: pdf() },
    { fileName: '"; filename="x.exe.pdf', content: pdf() },
    { fileName: '.pdf', content: pdf() },
    { fileName: `${'ả'.repeat(196)}.pdf`, content: pdf() },
  ])('called $fileName', async ({ fileName, content }) => {
    const view = (await upload(sender.civilServant, documentId, { fileName, content })).as(AttachmentView);
    expect(view).toMatchObject({ fileName, size: content.length });
    expect(await storedFiles(app)).toContain(view.digest);
    const answer = await sender.civilServant.get(`/documents/${documentId}/attachments/${view.id}/content`);
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^(?:inline|attachment); filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
    expect(decodeURIComponent(disposition.slice(disposition.indexOf("''") + 2))).toBe(fileName);
  });

  it('once, when the same upload comes again after a lost answer', async () => {
    const attachmentId = newId();
    const content = pdf();
    const first = (await upload(sender.civilServant, documentId, { attachmentId, content })).as(AttachmentView);
    const before = await everythingKept(app);
    const second = (await upload(sender.civilServant, documentId, { attachmentId, content })).as(AttachmentView);
    expect(second).toEqual(first);
    expect(await everythingKept(app)).toEqual(before);
  });
});

describe('an upload that is cut off', () => {
  it('attaches nothing, stores nothing, and leaves nothing lying about', async () => {
    const before = await everythingKept(app);
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const content = pdf('cut off', 60_000);
    const headers = { ...sender.civilServant.credentials, 'content-type': 'application/octet-stream' };
    const lines = Object.entries({ ...headers, host: hostname, 'content-length': String(content.length) });
    socket.write(
      [
        `PUT /api/v1${attachmentPath(documentId, newId(), 'cắt.pdf')} HTTP/1.1`,
        ...lines.map(([name, value]) => `${name}: ${value}`),
        '\r\n',
      ].join('\r\n'),
    );
    socket.write(content.subarray(0, content.length / 2));
    await waitUntil('the upload is under way', patience, async () => (await uploadsUnderWay(app)) === 1);
    socket.destroy();
    await waitUntil('the upload was given up', patience, async () => (await uploadsUnderWay(app)) === 0);
    expect(await everythingKept(app)).toEqual(before);
    const again = await upload(sender.civilServant, documentId, { content });
    expect(again.as(AttachmentView).size).toBe(content.length);
  });
});

interface SentFile {
  readonly fileName?: string;
  readonly content: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** In two parts: the second may never be read. */
async function sendFile({ fileName = 'quyết định.pdf', content, headers = {} }: SentFile): Promise<Answer> {
  const half = Math.ceil(content.length / 2);
  return sendRaw(sender.civilServant, {
    method: 'PUT',
    path: `/api/v1${attachmentPath(documentId, newId(), fileName)}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    parts: [content.subarray(0, half), content.subarray(half)].filter((part) => part.length > 0),
  });
}
