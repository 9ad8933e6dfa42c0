import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DeliveryPage,
  DeskCounts,
  DocumentPage,
  DocumentView,
  ExternalBodyList,
  PaperReasonItem,
  PaperReasonList,
  PaperSlips,
} from '#contracts';
import { dayOf } from '#kernel';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { documentIn, patience } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;
let other: Office;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  other = await officeOf(app, 'stp');
  administrator = await signIn(app, 'quantri');
});

afterAll(async () => {
  await app.stop();
});

const company = {
  name: 'Công ty Điện lực Hòa Bình',
  address: 'Số 1, đường Trần Hưng Đạo',
  paperReason: { code: 'not-on-system' },
};

const countOf = async (by: Caller): Promise<number> => (await by.get('/desk')).as(DeskCounts).toKnow;

describe('a document to recipients of all kinds', () => {
  it('reaches each in its way: the arrival, the envelope, and the box of a colleague with its mark', async () => {
    const colleague = sender.civilServant;
    const before = await countOf(colleague);
    const { id } = await documentIn('sent', sender, [recipient.agencyId], {
      externals: [company],
      people: [{ postId: colleague.session.post.id }],
    });
    const view = (await sender.clerk.get(`/documents/${id}`)).as(DocumentView);
    expect(view.externals).toEqual([
      { ...company, paperReason: { code: 'not-on-system', name: 'Nơi nhận chưa dùng hệ thống', note: '' } },
    ]);
    // documentIn reads it as the civil servant at its end, and with that it was opened.
    expect(view.people).toMatchObject([{ postId: colleague.session.post.id, readAt: expect.any(String) }]);
    expect(await countOf(colleague)).toBe(before);
    const box = (await colleague.get('/documents?box=to-know')).as(DocumentPage);
    expect(box.items.map((one) => one.id)).toContain(id);
    const bodies = (await sender.civilServant.get('/external-bodies?search=dien luc')).as(ExternalBodyList);
    expect(bodies.items).toMatchObject([{ name: company.name, address: company.address }]);
    expect((await other.civilServant.get('/external-bodies?search=dien luc')).as(ExternalBodyList).items).toEqual([]);
  });

  it('has its covering note and envelopes as PDF, and the clerk marks who took them', async () => {
    const { id, symbol } = await documentIn('sent', sender, [recipient.agencyId], { externals: [company] });
    const { items } = (await sender.clerk.get(`/documents/${id}/deliveries`)).as(DeliveryPage);
    const onPaper = items.find((delivery) => delivery.recipient.id === null);
    const marked = await sender.clerk.call('PUT', `/documents/${id}/deliveries/${onPaper?.id}/handover`, {
      json: { handedOn: dayOf(new Date()), takenBy: 'Nguyễn Văn Bưu' },
    });
    expect(marked.status).toBe(204);
    const slips = (await sender.clerk.get(`/documents/${id}/paper`)).as(PaperSlips);
    expect(slips.items).toMatchObject([{ recipient: company.name, handover: { takenBy: 'Nguyễn Văn Bưu' } }]);
    const pdf = await sender.clerk.get(`/documents/${id}/paper/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const text = await textOf(pdf.bytes);
    for (const words of ['PHIẾU GỬI', 'DANH SÁCH BÌ VĂN BẢN', company.name, company.address, symbol ?? '', 'Bưu']) {
      expect(text).toContain(words);
    }
    expectProblem(await other.clerk.get(`/documents/${id}/paper/pdf`), 'not-found');
  });
});

describe('a set time', () => {
  const schedule = (by: Caller, id: string, sendAt: Date) =>
    by.call('PUT', `/documents/${id}/sending`, { json: { sendAt: sendAt.toISOString() } });

  it('is kept by the worker, and shown until then', async () => {
    const { id } = await documentIn('issued', sender, [recipient.agencyId]);
    const sendAt = new Date(Date.now() + 500);
    const view = (await schedule(sender.clerk, id, sendAt)).as(DocumentView);
    expect(view).toMatchObject({
      state: 'issued',
      sending: {
        sendAt: sendAt.toISOString(),
        setBy: { fullName: sender.clerk.session.person.fullName },
        failure: null,
      },
    });
    await waitUntil('it is sent by itself', patience, async () => {
      const { state } = (await sender.clerk.get(`/documents/${id}`)).as(DocumentView);
      return state === 'sent';
    });
    expect((await sender.clerk.get(`/documents/${id}`)).as(DocumentView).sending).toBeNull();
  });

  it('can be called off, once', async () => {
    const { id } = await documentIn('issued', sender, [recipient.agencyId]);
    await schedule(sender.clerk, id, new Date(Date.now() + 3_600_000));
    const after = (await sender.clerk.call('DELETE', `/documents/${id}/sending`)).as(DocumentView);
    expect(after).toMatchObject({ state: 'issued', sending: null });
    expectProblem(await sender.clerk.call('DELETE', `/documents/${id}/sending`), 'document.not-scheduled');
    expectProblem(await schedule(sender.clerk, id, new Date(Date.now() - 1000)), 'document.send-time-past');
  });
});

describe('further copies', () => {
  it('are sent once for one key, and refused to whoever has one', async () => {
    const { id } = await documentIn('sent', sender, [recipient.agencyId]);
    const copies = { recipients: [{ agencyId: other.agencyId }] };
    const headers = { 'idempotency-key': `copies-${id}` };
    const first = await sender.clerk.call('POST', `/documents/${id}/copies`, { headers, json: copies });
    const again = await sender.clerk.call('POST', `/documents/${id}/copies`, { headers, json: copies });
    expect(again.json()).toEqual(first.json());
    expect(first.as(DocumentView).recipients.map(({ agency }) => agency.id)).toEqual([
      recipient.agencyId,
      other.agencyId,
    ]);
    const { items } = (await sender.clerk.get(`/documents/${id}/deliveries`)).as(DeliveryPage);
    expect(items.map(({ sending }) => sending)).toEqual([1, 2]);
    expectProblem(await sender.clerk.post(`/documents/${id}/copies`, copies), 'document.recipient-has-copy');
  });
});

describe('the reasons for paper', () => {
  const edit = (by: Caller, reason: PaperReasonItem, json: object) =>
    by.call('PUT', `/paper-reasons/${reason.code}`, { headers: { 'if-match': `"${reason.version}"` }, json });

  it('are added, renamed and taken out of use by the system administrator', async () => {
    const added = (await administrator.post('/paper-reasons', { name: 'Hồ sơ có mẫu vật', needsWords: true })).as(
      PaperReasonItem,
    );
    expectProblem(await administrator.post('/paper-reasons', { name: 'hồ sơ có MẪU VẬT' }), 'paper-reason.name-taken');
    const renamed = (await edit(administrator, added, { name: 'Có mẫu vật kèm theo' })).as(PaperReasonItem);
    expect(renamed).toMatchObject({ name: 'Có mẫu vật kèm theo', needsWords: false, version: 2 });
    expectProblem(await edit(administrator, added, { name: 'Khác' }), 'paper-reason.stale');
    await edit(administrator, renamed, { name: renamed.name, isRetired: true });
    const { items } = (await sender.clerk.get('/paper-reasons')).as(PaperReasonList);
    expect(items.at(-1)).toMatchObject({ code: added.code, isRetired: true });
    const draft = { externals: [{ ...company, paperReason: { code: added.code } }] };
    await expect(documentIn('draft', sender, [], draft)).rejects.toThrow('document.unknown-paper-reason');
  });

  it('keep the one that the system gives by itself, and are nobody else’s to change', async () => {
    const { items } = (await sender.clerk.get('/paper-reasons')).as(PaperReasonList);
    const own = items.find(({ code }) => code === 'not-on-system');
    if (own === undefined) {
      throw new Error('the reason is missing');
    }
    expectProblem(await edit(administrator, own, { name: own.name, isRetired: true }), 'paper-reason.in-rules');
    expectProblem(await edit(sender.clerk, own, { name: 'Khác' }), 'permission.denied');
    expectProblem(await sender.leader.post('/paper-reasons', { name: 'Khác nữa' }), 'permission.denied');
  });
});

async function textOf(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await document.destroy();
  return pages.join('\n');
}
