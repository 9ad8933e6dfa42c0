import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArrivalView, AttachmentView, type DocumentView } from '#contracts';
import { productFolder } from '#platform';
import { oldOfficeFile, oldWordHead } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { arrivalAt, documentIn, pdf, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';

const realPdf = join(productFolder, 'samples', 'quyet-dinh-so-noi-vu.pdf');
const oldWord = oldOfficeFile({ '/WordDocument': oldWordHead() });
const note = 'Kính gửi: các sở, ban, ngành.\n'.repeat(400);

let app: TestApp;
let sender: Office;
let recipient: Office;
let document: DocumentView;
let content: Buffer;
/** Below /api/v1: the real PDF as its sender reads it, and as its recipient does. */
let own: string;
let received: string;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  content = await readFile(realPdf);
  const file = { fileName: 'Quyết định (bản chính) 01’ – 100%.pdf', content };
  document = await documentIn('sent', sender, [recipient.agencyId], {}, file);
  own = `/documents/${document.id}/attachments/${document.attachments[0]?.id}/content`;
  const { id } = await arrivalAt(recipient, document);
  const arrival = (await recipient.clerk.get(`/arrivals/${id}`)).as(ArrivalView);
  received = `/arrivals/${id}/attachments/${arrival.attachments[0]?.id}/content`;
});

afterAll(async () => {
  await app.stop();
});

/** How the bytes of another kind of file come back to who attached it. */
async function comesBack(fileName: string, bytes: Buffer, headers: Readonly<Record<string, string>> = {}) {
  const draft = await documentIn('draft', sender, []);
  const { id } = (await upload(sender.civilServant, draft.id, { fileName, content: bytes })).as(AttachmentView);
  return sender.civilServant.get(`/documents/${draft.id}/attachments/${id}/content`, headers);
}

function reprDigest(bytes: Buffer): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
}

describe('a file', () => {
  it.each(['sender', 'recipient'])('comes to its %s as the exact bytes, with their digest', async (who) => {
    const answer = who === 'sender' ? await sender.clerk.get(own) : await recipient.clerk.get(received);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(content)).toBe(true);
    expect(answer.headers.get('content-length')).toBe(String(content.length));
    expect(answer.headers.get('repr-digest')).toBe(reprDigest(content));
    expect(answer.headers.get('etag')).toBe(`"${createHash('sha256').update(content).digest('hex')}"`);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
  });

  it('can do nothing in the reader’s name, and is kept by no shared cache', async () => {
    const { headers } = await recipient.clerk.get(received);
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(/^private\b/);
  });

  it('carries its Vietnamese name, every character of it', async () => {
    const disposition = (await recipient.clerk.get(received)).headers.get('content-disposition') ?? '';
    const [, encoded = ''] = /^inline; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(disposition) ?? [];
    expect(decodeURIComponent(encoded)).toBe('Quyết định (bản chính) 01’ – 100%.pdf');
  });

  it.each([
    { fileName: 'công văn.pdf', bytes: pdf(), shown: 'inline', type: 'application/pdf' },
    { fileName: 'công văn.doc', bytes: oldWord, shown: 'attachment', type: 'application/msword' },
    { fileName: 'ghi chú.txt', bytes: Buffer.from(note), shown: 'attachment', type: 'text/plain' },
  ])('called $fileName is $shown', async ({ fileName, bytes, shown, type }) => {
    const answer = await comesBack(fileName, bytes);
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`^${shown};`));
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.bytes.equals(bytes)).toBe(true);
  });

  it('of text comes as it is, also to who would take it compressed: its digest is that of what comes', async () => {
    const answer = await comesBack('ghi chú.txt', Buffer.from(note), { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(note)));
    expect(answer.text).toBe(note);
    expect(answer.headers.get('repr-digest')).toBe(reprDigest(answer.bytes));
  });

  it('whose bytes have gone from the store is told as a fault, with no header of a file', async () => {
    const draft = await documentIn('draft', sender, []);
    const { id, digest } = (await upload(sender.civilServant, draft.id)).as(AttachmentView);
    await rm(join(app.dataDir, 'files', digest.slice(0, 2), digest.slice(2, 4), digest));
    const answer = await sender.civilServant.get(`/documents/${draft.id}/attachments/${id}/content`);
    expectProblem(answer, 'file.missing');
    expect(answer.text).not.toContain(app.dataDir);
    for (const header of ['etag', 'content-disposition', 'repr-digest', 'accept-ranges']) {
      expect([header, answer.headers.get(header)]).toEqual([header, null]);
    }
  });

  it('leaves a trace when the recipient opens it', async () => {
    const opened = "audit_entries WHERE action = 'arrival.file-opened' AND person_id = $1";
    const before = await countOf(app, opened, [recipient.leader.session.person.id]);
    await recipient.leader.get(received);
    expect(await countOf(app, opened, [recipient.leader.session.person.id])).toBe(before + 1);
  });

  it('leaves one trace a reading, not one a part, and one when the browser has the bytes already', async () => {
    const opened = "audit_entries WHERE action = 'document.file-opened' AND person_id = $1";
    const values = [sender.leader.session.person.id];
    await sender.leader.get(own, { range: 'bytes=0-99' });
    await sender.leader.get(own, { range: 'bytes=100-199' });
    await sender.leader.get(own, { range: 'bytes=200-' });
    expect(await countOf(app, opened, values)).toBe(1);
    const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
    expect((await sender.leader.get(own, { 'if-none-match': etag })).status).toBe(304);
    expect(await countOf(app, opened, values)).toBe(2);
  });

  it('is asked for each time it is shown, so that a session that ended shows nothing', async () => {
    expect((await recipient.clerk.get(received)).headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('a part of a file', () => {
  const ask = async (range: string): Promise<Answer> => recipient.clerk.get(received, { range });

  it.each([
    { range: 'bytes=0-0', from: 0, to: 1 },
    { range: 'bytes=0-99', from: 0, to: 100 },
    { range: 'bytes=1000-1999', from: 1000, to: 2000 },
    { range: 'bytes=-100', from: -100, to: undefined },
    { range: 'bytes=69000-', from: 69_000, to: undefined },
    { range: 'bytes=69000-99999999', from: 69_000, to: undefined },
    { range: 'bytes=-99999999', from: 0, to: undefined },
  ])('comes for $range, with its place in the whole', async ({ range, from, to }) => {
    const part = content.subarray(from, to);
    const answer = await ask(range);
    expect(answer.status).toBe(206);
    expect(answer.bytes.equals(part)).toBe(true);
    const start = from < 0 ? content.length + from : from;
    expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${start + part.length - 1}/${content.length}`);
    expect(answer.headers.get('content-length')).toBe(String(part.length));
    expect(answer.headers.get('repr-digest')).toBe(reprDigest(content));
  });

  it.each(['bytes=99999999-', 'bytes=-0', 'bytes=5-4'])('does not exist for %s', async (range) => {
    const answer = await ask(range);
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${content.length}`);
    expect(answer.bytes).toHaveLength(0);
  });

  it.each(['bytes=0-1,4-5', 'lines=0-1', 'bytes=a-b', 'bytes=-', 'nonsense'])(
    'is the whole for %s, which is not understood',
    async (range) => {
      const answer = await ask(range);
      expect(answer.status).toBe(200);
      expect(answer.bytes.equals(content)).toBe(true);
    },
  );

  it('puts the whole together again', async () => {
    const size = 20_000;
    const parts: Buffer[] = [];
    for (let start = 0; start < content.length; start += size) {
      parts.push((await ask(`bytes=${start}-${start + size - 1}`)).bytes);
    }
    expect(Buffer.concat(parts).equals(content)).toBe(true);
  });
});

describe('a file that the browser has', () => {
  const etag = (): string => `"${document.attachments[0]?.digest}"`;

  it.each([
    { form: 'the tag', value: etag },
    { form: 'a list with the tag', value: () => `"other", ${etag()}` },
    { form: 'the weak tag', value: () => `W/${etag()}` },
    { form: 'any tag', value: () => '*' },
  ])('is not sent again, asked with $form', async ({ value }) => {
    const answer = await recipient.clerk.get(received, { 'if-none-match': value() });
    expect(answer.status).toBe(304);
    expect(answer.bytes).toHaveLength(0);
    expect(answer.headers.get('etag')).toBe(etag());
  });

  it('is sent when the browser has another', async () => {
    expect((await recipient.clerk.get(received, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is sent whole when its part was asked of another version', async () => {
    const headers = { range: 'bytes=0-9', 'if-range': '"other"' };
    expect((await recipient.clerk.get(received, headers)).status).toBe(200);
    expect((await recipient.clerk.get(received, { ...headers, 'if-range': etag() })).status).toBe(206);
  });
});
