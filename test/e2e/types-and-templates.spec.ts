import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentTypeList, DocumentView, KeptDocumentType, KeptDocumentTypeList } from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import type { Caller } from './support/caller.js';
import { attachmentPath, documentIn, draftBody, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, type Headers } from './support/expect-refusals.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let office: Office;
let recipient: Office;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  [office, recipient] = await Promise.all([officeOf(app, 'snv'), officeOf(app, 'stp')]);
  administrator = await signIn(app, 'quantri');
});

afterAll(async () => {
  await app.stop();
});

const kept = async (): Promise<readonly KeptDocumentType[]> =>
  (await administrator.get('/document-types/kept')).as(KeptDocumentTypeList).items;
const codes = async (): Promise<string[]> => (await kept()).map(({ code }) => code);
const offered = async (): Promise<string[]> =>
  (await office.civilServant.get('/document-types')).as(DocumentTypeList).items.map(({ code }) => code);
const add = async (name: string, abbreviation: string | null = null, headers: Headers = {}): Promise<Answer> =>
  administrator.post('/document-types', { name, abbreviation }, headers);

async function edit(code: string, change: object, version?: number, headers: Headers = {}): Promise<Answer> {
  const found = (await kept()).find((type) => type.code === code);
  const { name, abbreviation, validTo } = found ?? { name: code, abbreviation: null, validTo: null };
  return administrator.call('PUT', `/document-types/kept/${code}`, {
    headers: { ...headers, 'if-match': `"${version ?? found?.version ?? 1}"` },
    json: { name, abbreviation, validTo, ...change },
  });
}

const yesterday = '2017-01-01';

describe('the list of document types', () => {
  it('takes a province’s own type, which is offered at once, and stands on record', async () => {
    const type = (await add('Phiếu đề xuất', 'PĐX')).as(KeptDocumentType);
    expect(type).toEqual({
      code: 'phieu-de-xuat',
      name: 'Phiếu đề xuất',
      abbreviation: 'PĐX',
      version: 1,
      validTo: null,
      isInUse: true,
    });
    expect((await offered()).at(-1)).toBe('phieu-de-xuat');
    const sent = await documentIn('sent', office, [recipient.agencyId], { typeCode: 'phieu-de-xuat' });
    expect(sent.symbol).toMatch(/\/PĐX-SNV$/);
    const [entry] = await app.server
      .get(Database)
      .query<{ action: string; note: string }>(
        `SELECT action, note FROM audit_entries WHERE object_type = 'document-type' AND object_id = $1`,
        [type.code],
      );
    expect(entry).toEqual({ action: 'document-type.added', note: 'Phiếu đề xuất' });
  });

  it('has each name and each abbreviation once, out of use too', async () => {
    const { code } = (await add('Phiếu trình', 'PT')).as(KeptDocumentType);
    (await edit(code, { validTo: yesterday })).as(KeptDocumentType);
    await expectRefused(app, 'document-type.name-taken', (headers) => add('PHIẾU TRÌNH', null, headers));
    await expectRefused(app, 'document-type.abbreviation-taken', (headers) => add('Phiếu tạm', 'PT', headers));
    await expectRefused(app, 'document-type.name-taken', (headers) =>
      edit(code, { name: 'quyết định' }, undefined, headers),
    );
    await expectRefused(app, 'document-type.abbreviation-taken', (headers) =>
      edit(code, { abbreviation: 'QĐ' }, undefined, headers),
    );
    const twice = await Promise.all([add('Phiếu hỏi', 'PH'), add('Phiếu hỏi', 'PH1')]);
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const sameCode = (await add('Phiếu-hỏi!')).as(KeptDocumentType);
    expect(sameCode.code).toBe('phieu-hoi-2');
  });

  it('renames a type: drafts follow, what was issued keeps the name and symbol of its day', async () => {
    const { code } = (await add('Phiếu báo cáo nhanh', 'PBCN')).as(KeptDocumentType);
    const issued = await documentIn('issued', office, [recipient.agencyId], { typeCode: code });
    const draft = await documentIn('draft', office, [recipient.agencyId], { typeCode: code });
    const stale = (await edit(code, { name: 'Báo cáo nhanh', abbreviation: 'BCN' })).as(KeptDocumentType);
    expect(stale.version).toBe(2);
    expectProblem(await edit(code, { name: 'Khác' }, 1), 'document-type.stale');
    const view = async ({ id }: DocumentView): Promise<DocumentView> =>
      (await office.civilServant.get(`/documents/${id}`)).as(DocumentView);
    expect((await view(draft)).typeName).toBe('Báo cáo nhanh');
    expect(await view(issued)).toMatchObject({ typeName: 'Phiếu báo cáo nhanh', symbol: issued.symbol });
  });

  it('takes a type out of use: no draft can choose or submit it, what is under way goes on', async () => {
    const { code } = (await add('Phiếu cũ', 'PCŨ')).as(KeptDocumentType);
    const draft = await documentIn('draft', office, [recipient.agencyId], { typeCode: code });
    const approved = await documentIn('approved', office, [recipient.agencyId], { typeCode: code });
    (await edit(code, { validTo: yesterday })).as(KeptDocumentType);
    expect(await offered()).not.toContain(code);
    const body = draftBody(office, [], { typeCode: code });
    await expectRefused(app, 'document.unknown-type', (headers) =>
      office.civilServant.post('/documents', body, headers),
    );
    expectProblem(await office.civilServant.post(`/documents/${draft.id}/submit`), 'document.unknown-type');
    expect((await office.clerk.post(`/documents/${approved.id}/issue`)).as(DocumentView).state).toBe('issued');
    (await edit(code, { validTo: null })).as(KeptDocumentType);
    await upload(office.civilServant, draft.id);
    expect((await office.civilServant.post(`/documents/${draft.id}/submit`)).as(DocumentView).state).toBe('submitted');
  });

  it('is put in another order as a whole, or not at all', async () => {
    const before = await codes();
    const [first = '', second = '', ...rest] = before;
    const order = async (wish: readonly string[], headers: Headers = {}): Promise<Answer> =>
      administrator.call('PUT', '/document-types/order', { headers, json: { codes: wish } });
    const after = (await order([second, first, ...rest])).as(KeptDocumentTypeList).items.map(({ code }) => code);
    expect(after.slice(0, 2)).toEqual([second, first]);
    expect((await offered()).slice(0, 2)).toEqual([second, first]);
    for (const wrong of [rest, [...after, 'unknown'], [first, first, ...rest]]) {
      await expectRefused(app, 'document-type.order-stale', (headers) => order(wrong, headers));
    }
    (await order(before)).as(KeptDocumentTypeList);
  });

  it('is the system administrator’s alone, and has no way to delete a type', async () => {
    for (const by of [office.clerk, office.leader, office.civilServant]) {
      expectProblem(await by.get('/document-types/kept'), 'permission.denied');
      expectProblem(await by.post('/document-types', { name: 'Phiếu lạ' }), 'permission.denied');
    }
    expect((await administrator.call('DELETE', '/document-types/kept/quyet-dinh')).status).toBe(404);
    expectProblem(await edit('khong-co', { name: 'Không có' }, 1), 'not-found');
  });
});

describe('the Word template of a document', () => {
  it('is handed to its drafter, on record with its digest, and taken as an attachment', async () => {
    const { id } = (
      await office.civilServant.post('/documents', draftBody(office, [recipient.agencyId], { typeCode: 'cong-van' }))
    ).as(DocumentView);
    const answer = await office.civilServant.get(`/documents/${id}/template`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(disposition)).toBe("attachment; filename*=UTF-8''Dự thảo công văn.docx");
    expect(answer.bytes.subarray(0, 2).toString()).toBe('PK');
    const [entry] = await app.server
      .get(Database)
      .query<{ note: string; after: string }>(
        `SELECT note, data::text AS after FROM audit_entries WHERE object_id = $1 AND action = 'document.exported'`,
        [id],
      );
    expect(entry?.note).toBe('Dự thảo công văn.docx');
    // The page of the document shows no exports; the trail does.
    const { timeline } = (await office.civilServant.get(`/documents/${id}`)).as(DocumentView);
    expect(timeline.map(({ event }) => event)).toEqual(['document.drafted']);
    const attached = await office.civilServant.call('PUT', attachmentPath(id, newId(), 'công văn.docx'), {
      headers: { 'content-type': 'application/octet-stream' },
      body: answer.bytes,
    });
    expect(attached.json()).toMatchObject({
      digest: createHash('sha256').update(answer.bytes).digest('hex'),
      size: answer.bytes.length,
    });
  });

  it('has the symbol in its name once the document is issued, and is for nobody who does not read it', async () => {
    const issued = await documentIn('issued', office, [recipient.agencyId]);
    const answer = await office.leader.get(`/documents/${issued.id}/template`);
    const name = `${issued.symbol?.replace('/', '-')}.docx`;
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(name);
    expectProblem(await recipient.clerk.get(`/documents/${issued.id}/template`), 'not-found');
    const draft = await documentIn('draft', office, [recipient.agencyId]);
    expectProblem(await office.leader.get(`/documents/${draft.id}/template`), 'not-found');
    expectProblem(await office.civilServant.get(`/documents/${newId()}/template`), 'not-found');
  });
});
