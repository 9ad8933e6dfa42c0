import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DocumentView, DocumentView as Document } from '#contracts';
import { newId } from '#kernel';
import { Database, loadConfig } from '#platform';
import { createTestBucket, findPrograms, waitUntil } from '#testing';
import { startStandalone } from '../../apps/standalone/src/index.js';
import { Housekeeping } from '../../apps/worker/src/housekeeping.js';
import { startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { documentIn, patience, pdf } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf, signIn } from './support/office.js';
import { askOffset, beginUpload, giveUp, sendBytes, tus, uploadPath } from './support/uploads.js';

const withS3 = findPrograms().s3 || process.env['CI'] === 'true';
if (!withS3) {
  console.log('uploads.spec.ts: no S3 store is installed here, its cases are skipped');
}

const maxBytes = 10_000_000;

async function s3Environment(): Promise<Record<string, string>> {
  const s3 = await createTestBucket();
  return {
    S3_ENDPOINT: s3.endpoint,
    S3_BUCKET: s3.bucket,
    S3_ACCESS_KEY: s3.accessKey,
    S3_SECRET_KEY: s3.secretKey,
  };
}

interface Store {
  readonly name: string;
  readonly settings: () => Promise<Record<string, string>>;
}

const stores: readonly Store[] = [
  { name: 'a folder', settings: async () => Promise.resolve({}) },
  ...(withS3 ? [{ name: 'an S3 bucket', settings: s3Environment }] : []),
];

describe.each(stores)('an upload into $name', ({ settings }) => {
  let app: TestApp;
  let environment: Record<string, string>;
  let office: Office;
  let drafter: Caller;
  let document: DocumentView;
  let path: string;
  const content = pdf('large', 9_000_000);

  beforeAll(async () => {
    environment = { UPLOAD_MAX_BYTES: String(maxBytes), ...(await settings()) };
    app = await startTestApp(environment);
    office = await officeOf(app, 'snv');
    drafter = office.civilServant;
  });

  afterAll(async () => {
    await app.stop();
  });

  beforeEach(async () => {
    document = await documentIn('draft', office, []);
    path = uploadPath(await beginUpload(drafter, document.id, { size: content.length }));
  });

  const offset = async (by = drafter): Promise<number> =>
    Number((await askOffset(by, path)).headers.get('upload-offset'));

  const files = async (by = drafter): Promise<DocumentView['attachments']> =>
    (await by.get(`/documents/${document.id}`)).as(Document).attachments.slice(1);

  /** Sends a part and then lets the line drop in the middle of the request. */
  async function dropLineAfter(bytes: number): Promise<void> {
    const { hostname, port } = new URL(app.url);
    const headers = {
      ...drafter.credentials,
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': String(content.length),
    };
    const sending = request({ hostname, port, method: 'PATCH', path: `/api/v1${path}`, headers, agent: false });
    sending.on('error', () => undefined);
    await new Promise((resolve) => sending.write(content.subarray(0, bytes), resolve));
    sending.destroy();
  }

  async function expectAttachedOnce(by = drafter): Promise<void> {
    const attached = await files(by);
    expect(attached).toHaveLength(1);
    expect(attached[0]?.digest).toBe(createHash('sha256').update(content).digest('hex'));
    expect(path).toContain(attached[0]?.id);
    expect(await countOf(app, 'upload_pieces WHERE upload_id = $1', [attached[0]?.id])).toBe(0);
  }

  it('goes on where the line was lost at 40 %, and attaches the exact bytes', async () => {
    await dropLineAfter(3_600_000);
    await waitUntil('what came is kept', patience, async () => (await offset()) > 0);
    const received = await offset();
    expect(received).toBeLessThanOrEqual(3_600_000);
    expect(await files()).toEqual([]);
    const answer = await sendBytes(drafter, path, received, content.subarray(received));
    expect(answer.status).toBe(204);
    expect(answer.headers.get('upload-offset')).toBe(String(content.length));
    await expectAttachedOnce();
    expect(await offset()).toBe(content.length);
    // Who did not hear the answer announces the same again and learns that it is whole.
    const again = { attachmentId: path.split('/').at(-1) ?? '', size: content.length };
    expect((await beginUpload(drafter, document.id, again)).status).toBe(201);
    expect(await offset()).toBe(content.length);
    await expectAttachedOnce();
  });

  it('is one attachment when two tabs finish it at once', async () => {
    await sendBytes(drafter, path, 0, content.subarray(0, 1_000_000));
    const answers = await Promise.all(
      [1, 2].map(async () => sendBytes(drafter, path, 1_000_000, content.subarray(1_000_000))),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(204);
    expect(statuses.filter((status) => status !== 204 && status !== 409)).toEqual([]);
    await expectAttachedOnce();
  });

  it('refuses bytes that do not follow, and more than were announced', async () => {
    await sendBytes(drafter, path, 0, content.subarray(0, 1000));
    expectProblem(await sendBytes(drafter, path, 0, content.subarray(0, 1000)), 'upload.wrong-offset');
    expectProblem(await sendBytes(drafter, path, 2000, content.subarray(2000, 3000)), 'upload.wrong-offset');
    expect(await offset()).toBe(1000);
    const short = uploadPath(await beginUpload(drafter, document.id, { size: 10 }));
    expectProblem(await sendBytes(drafter, short, 0, pdf()), 'upload.too-long');
    expect(await files()).toEqual([]);
  });

  it('is refused beforehand when it is too large or of no kind that is taken', async () => {
    expectProblem(await beginUpload(drafter, document.id, { size: maxBytes + 1 }), 'attachment.too-large');
    expectProblem(await beginUpload(drafter, document.id, { fileName: 'a.exe' }), 'attachment.kind-refused');
    expectProblem(await beginUpload(drafter, document.id, { size: 0 }), 'attachment.empty');
    const uploads = `/documents/${document.id}/uploads`;
    const headers = { 'upload-length': '10' };
    expectProblem(await drafter.call('POST', uploads, { headers }), 'upload.protocol');
    expectProblem(await drafter.call('POST', uploads, { headers: { ...tus, ...headers } }), 'upload.headers');
    expectProblem(await beginUpload(drafter, document.id, { attachmentId: '../x' }), 'upload.headers');
    expectProblem(await sendBytes(drafter, path, -1, pdf()), 'upload.headers');
  });

  it('is refused with its first bytes when they are not what the name says', async () => {
    const wrong = Buffer.alloc(5000, '<html>');
    expectProblem(await sendBytes(drafter, path, 0, wrong), 'attachment.content-mismatch');
    expect(await offset()).toBe(0);
  });

  it('belongs to its drafter and its document', async () => {
    const stranger = await signIn(app, 'chuyenvien2.snv');
    expect((await askOffset(stranger, path)).status).toBe(404);
    expectProblem(await sendBytes(stranger, path, 0, content.subarray(0, 10)), 'not-found');
    expectProblem(await giveUp(stranger, path), 'not-found');
    const other = await documentIn('draft', office, []);
    const id = path.split('/').at(-1) ?? '';
    expectProblem(await giveUp(drafter, `/documents/${other.id}/uploads/${id}`), 'not-found');
    expectProblem(await beginUpload(drafter, other.id, { attachmentId: id }), 'attachment.id-reused');
    expectProblem(await giveUp(drafter, `/documents/${document.id}/uploads/${newId()}`), 'not-found');
    const { cookie } = drafter.credentials;
    const forged = await Caller.stranger(app.url).call('DELETE', path, { headers: { ...tus, cookie: cookie ?? '' } });
    expectProblem(forged, 'session.csrf');
    expect(await offset()).toBe(0);
  });

  it('can be given up, and expires', async () => {
    await sendBytes(drafter, path, 0, content.subarray(0, 1_000_000));
    expect((await giveUp(drafter, path)).status).toBe(204);
    expectProblem(await giveUp(drafter, path), 'not-found');
    const late = uploadPath(await beginUpload(drafter, document.id, { size: 2000 }));
    await sendBytes(drafter, late, 0, pdf('late', 1000));
    const id = late.split('/').at(-1) ?? '';
    await app.server
      .get(Database)
      .query(`UPDATE uploads SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expectProblem(await sendBytes(drafter, late, 1000, pdf()), 'upload.expired');
    expect((await beginUpload(drafter, document.id, { attachmentId: id, size: 600 })).status).toBe(201);
    expect((await sendBytes(drafter, late, 0, pdf())).status).toBe(204);
    // Taken off the draft, it is no longer told to be there whole.
    await drafter.call('DELETE', `/documents/${document.id}/attachments/${id}`);
    expect((await askOffset(drafter, late)).status).toBe(404);
    expect((await beginUpload(drafter, document.id, { attachmentId: id, size: 600 })).status).toBe(201);
    expect((await sendBytes(drafter, late, 0, pdf())).status).toBe(204);
    expect((await files()).map((file) => file.id)).toEqual([id]);
  });

  it('that nobody asks for any more is swept after its day, and no other', async () => {
    await sendBytes(drafter, path, 0, content.subarray(0, 1000));
    const late = uploadPath(await beginUpload(drafter, document.id));
    await sendBytes(drafter, late, 0, pdf().subarray(0, 10));
    await app.server
      .get(Database)
      .query(`UPDATE uploads SET expires_at = now() - interval '1 second' WHERE id = $1`, [late.split('/').at(-1)]);
    await app.server.get(Housekeeping).tidy();
    expect((await askOffset(drafter, late)).status).toBe(404);
    expect(await offset()).toBe(1000);
  });

  it('goes on at another process of the API, as after a restart', async () => {
    await sendBytes(drafter, path, 0, content.subarray(0, 3_600_000));
    const server = await startStandalone(
      loadConfig({
        DATABASE_URL: app.databaseUrl,
        MIGRATION_DATABASE_URL: app.databaseUrl,
        DATA_DIR: app.dataDir,
        PORT: '0',
        LOG_LEVEL: 'error',
        ...environment,
      }),
    );
    const again = await Caller.withCookie(server.url, drafter.cookie);
    expect(await offset(again)).toBe(3_600_000);
    expect((await sendBytes(again, path, 3_600_000, content.subarray(3_600_000))).status).toBe(204);
    await expectAttachedOnce(again);
    await server.stop();
  });
});
