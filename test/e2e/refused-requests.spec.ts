import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentView } from '#contracts';
import { newId } from '#kernel';
import { startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { draftBody } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, type Headers } from './support/expect-refusals.js';
import { everythingKept } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';
import { sendRaw } from './support/raw-request.js';

let app: TestApp;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
});

afterAll(async () => {
  await app.stop();
});

const right = (): object => draftBody(sender, [recipient.agencyId]);

/** A body as it is, under the content type that is given. */
async function postBody(body: string | Uint8Array, contentType: string, headers: Headers) {
  return sender.civilServant.call('POST', '/documents', { headers: { ...headers, 'content-type': contentType }, body });
}

describe('a body is refused', () => {
  it.each(['{', '', 'subject', '{"subject": "x",}', '\u{feff}{', '{"a":1}{"b":2}', "{'a':1}"])(
    'that is not JSON: %j',
    async (body) => {
      await expectRefused(app, 'request.not-json', async (headers) => postBody(body, 'application/json', headers));
    },
  );

  it.each(['{"__proto__": {"state": "approved"}}', '{"constructor": {"prototype": {"state": "approved"}}}'])(
    'that reaches for the prototype: %s',
    async (body) => {
      await expectRefused(app, 'request.not-json', async (headers) => postBody(body, 'application/json', headers));
    },
  );

  it.each(['null', '[]', '7', '"draft"', 'true'])('that is JSON but no object: %s', async (body) => {
    await expectRefused(app, 'request.invalid', async (headers) => postBody(body, 'application/json', headers));
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/octet-stream',
    'nonsense',
  ])('of the content type %s', async (contentType) => {
    const body = 'subject=x&typeCode=quyet-dinh';
    await expectRefused(app, 'request.unsupported-media-type', async (headers) => postBody(body, contentType, headers));
  });

  it('of another content type at sign-in, where a form of another site could send it', async () => {
    const answer = await Caller.stranger(app.url).call('POST', '/session', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'userName=vanthu.snv&password=x',
    });
    expectProblem(answer, 'request.unsupported-media-type');
  });

  it('of another content type than a file’s, where a file is taken', async () => {
    const { id } = (await sender.civilServant.post('/documents', right())).as(DocumentView);
    await expectRefused(app, 'request.unsupported-media-type', async (headers) =>
      sender.civilServant.call('PUT', `/documents/${id}/attachments/${newId()}?fileName=a.pdf`, {
        headers: { ...headers, 'content-type': 'application/pdf' },
        body: '%PDF-1.4',
      }),
    );
  });

  it('over one megabyte, told beforehand', async () => {
    const body = Buffer.from(JSON.stringify({ ...right(), description: 'a'.repeat(1_000_001) }));
    await expectRefused(app, 'request.too-large', async (headers) =>
      sendRaw(sender.civilServant, {
        method: 'POST',
        path: '/api/v1/documents',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': String(body.length) },
        parts: [body],
      }),
    );
  });

  it('over one megabyte, in chunks without a length', async () => {
    const parts = ['{"description":"', ...Array.from({ length: 11 }, () => 'a'.repeat(100_000)), '"}'];
    await expectRefused(app, 'request.too-large', async (headers) =>
      sendRaw(sender.civilServant, {
        method: 'POST',
        path: '/api/v1/documents',
        headers: { ...headers, 'content-type': 'application/json' },
        parts: parts.map((part) => Buffer.from(part)),
      }),
    );
  });
});

describe('an address is not found', () => {
  it.each([
    { method: 'GET', path: '/api/v1/nothing' },
    { method: 'GET', path: '/api/v1' },
    { method: 'GET', path: '/api/v2/documents' },
    { method: 'GET', path: '/nothing.js' },
    { method: 'GET', path: '/../package.json' },
    { method: 'GET', path: '/assets/..%2f..%2fpackage.json' },
    { method: 'GET', path: '/assets/%2e%2e/%2e%2e/%2e%2e/package.json' },
    { method: 'GET', path: '/assets/..%5c..%5cpackage.json' },
    { method: 'GET', path: '/assets' },
    { method: 'GET', path: '/assets/' },
    { method: 'GET', path: '/.env' },
    { method: 'GET', path: '/%00' },
    { method: 'GET', path: '/assets/%00.js' },
    { method: 'GET', path: `/${'a'.repeat(5000)}.js` },
    { method: 'GET', path: '//example.org/x.js' },
    { method: 'GET', path: `/api/v1/documents/${'a'.repeat(2000)}` },
    { method: 'GET', path: '/api/v1/documents/%00' },
    { method: 'GET', path: '/api/v1/documents/%zz' },
    { method: 'GET', path: '/api/v1/documents/%ff' },
    { method: 'DELETE', path: '/api/v1/documents' },
    { method: 'PATCH', path: '/api/v1/documents' },
    { method: 'PUT', path: '/api/v1/session' },
    { method: 'OPTIONS', path: '/api/v1/documents' },
  ])('for $method $path', async ({ method, path }) => {
    await expectRefused(app, 'not-found', async (headers) => sendRaw(sender.clerk, { method, path, headers }));
  });
});

describe('a question about a list is refused', () => {
  const uuidless = Buffer.from('["no-id"]').toString('base64url');
  const withNul = Buffer.from('["\\u0000"]').toString('base64url');
  const lists = ['/documents', '/arrivals', '/archive-entries', '/agencies'];
  const questions = lists.flatMap((list) =>
    ['limit=0', 'limit=201', 'limit=x', 'limit=1&limit=2', 'after=x', 'after=', `after=${withNul}`, 'search=%00'].map(
      (query) => ({ path: `${list}?${query}` }),
    ),
  );
  const more = [
    ...['/documents', '/arrivals', '/archive-entries'].map((list) => ({ path: `${list}?after=${uuidless}` })),
    { path: '/documents?box=none' },
    { path: '/arrivals?box=none' },
    { path: `/arrivals?search=${'a'.repeat(101)}` },
    { path: '/archive-entries?direction=sideways' },
    { path: '/share?year=1999' },
    { path: '/share/exchanges' },
    { path: '/share/exchanges?indicator=x' },
    { path: '/share/exchanges?indicator=submitted-to-province&month=13' },
    { path: `/share/exchanges?indicator=submitted-to-province&after=${uuidless}` },
  ];
  it.each([...questions, ...more])('$path', async ({ path }) => {
    await expectRefused(app, 'request.invalid', async (headers) => sender.clerk.get(path, headers));
  });

  it('of the deliveries of a document', async () => {
    const { id } = (await sender.civilServant.post('/documents', right())).as(DocumentView);
    const path = `/documents/${id}/deliveries?after=${uuidless}`;
    await expectRefused(app, 'request.invalid', async (headers) => sender.civilServant.get(path, headers));
  });
});

describe('an Idempotency-Key is refused', () => {
  it.each(['has a space', 'a'.repeat(201), 'dấu'])('that looks like %j', async (key) => {
    const header = Buffer.from(key).toString('latin1');
    await expectRefused(app, 'request.invalid', async (headers) =>
      sender.civilServant.post('/documents', right(), { ...headers, 'idempotency-key': header }),
    );
  });

  it('that came with another content, or at another address, before', async () => {
    const key = newId();
    const first = await sender.civilServant.post('/documents', right(), { 'idempotency-key': key });
    const { id } = first.as(DocumentView);
    const other = { ...right(), subject: 'Nội dung khác' };
    await expectRefused(app, 'idempotency.key-reused', async (headers) =>
      sender.civilServant.post('/documents', other, { ...headers, 'idempotency-key': key }),
    );
    await expectRefused(app, 'idempotency.key-reused', async (headers) =>
      sender.civilServant.post(`/documents/${id}/submit`, right(), { ...headers, 'idempotency-key': key }),
    );
  });
});

describe('a refusal', () => {
  it('is not kept by any cache, and tells nothing of what is inside', async () => {
    const before = await everythingKept(app);
    const answer = await sender.clerk.get('/documents/none');
    expectProblem(answer, 'not-found');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(Object.keys(answer.problem()).toSorted()).toEqual(
      ['code', 'detail', 'requestId', 'status', 'title', 'type'].toSorted(),
    );
    expect(await everythingKept(app)).toEqual(before);
  });

  it.each([
    { header: 'en-GB,en;q=0.9,vi;q=0.8', language: 'en' },
    { header: 'vi,en;q=0.9', language: 'vi' },
    { header: 'fr-FR', language: 'vi' },
    { header: 'en;q=0,vi', language: 'vi' },
    { header: '*', language: 'vi' },
  ] as const)('speaks $language to who asks for $header', async ({ header, language }) => {
    expectProblem(await sender.clerk.get('/documents/none', { 'accept-language': header }), 'not-found', language);
  });
});
