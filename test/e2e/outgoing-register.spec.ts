import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyPage, DocumentView, RegisterPage, ReservedNumber, TrailPage } from '#contracts';
import { AddPeople } from '#identity';
import { pdfText } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { documentIn } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { sessionOf } from './support/matrix/askers.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let office: Office;
let recipients: readonly { readonly id: string; readonly name: string }[];
let sent: DocumentView;
let cancelledId: string;

const reason = 'Quyết định khen thưởng chờ ký';

const headings = [
  'Số, ký hiệu văn bản',
  'Ngày tháng văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Người ký',
  'Nơi nhận văn bản',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
];

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  const agencies = (await office.clerk.get('/agencies?limit=20')).as(AgencyPage).items;
  recipients = agencies.filter(({ id }) => id !== office.agencyId).slice(0, 2);
  const ids = recipients.map(({ id }) => id);
  sent = await documentIn('sent', office, ids, { issuedAmount: 7, draftingUnit: 'VP' });
  const issued = await documentIn('issued', office, ids, { subject: 'Về việc đánh máy sai' });
  const { items } = (await office.clerk.get('/outgoing-register?search=danh%20may%20sai')).as(RegisterPage);
  cancelledId = items.find(({ document }) => document?.id === issued.id)?.id ?? '';
  await office.clerk.post(`/outgoing-register/entries/${cancelledId}/cancel`, { reason: 'Sai trích yếu <&>' });
  await office.clerk.post('/outgoing-register/reservations', { reason });
});

afterAll(async () => {
  await app.stop();
});

async function file(query: string): Promise<Buffer> {
  const answer = await fetch(`${app.url}/api/v1/outgoing-register/export?${query}`, {
    headers: { cookie: office.clerk.cookie },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('the outgoing register', () => {
  it('shows every number with what became of it, and narrows', async () => {
    const { items } = (await office.clerk.get('/outgoing-register')).as(RegisterPage);
    expect(items.map(({ number, state }) => `${number} ${state}`).toSorted()).toEqual([
      '1 given',
      '2 cancelled',
      '3 reserved',
    ]);
    expect(items.find(({ number }) => number === 1)).toMatchObject({
      symbol: sent.symbol,
      day: sent.issuedOn,
      recipients: recipients.map(({ name }) => name),
      recipientCount: 2,
      issuedAmount: 7,
      sentOn: sent.issuedOn,
    });
    const narrowed = await office.clerk.get(`/outgoing-register?state=given&recipientId=${recipients[1]?.id}`);
    expect(narrowed.as(RegisterPage).items.map(({ number }) => number)).toEqual([1]);
  });

  it('gives a number that was reserved once, and a repeated answer with the same key', async () => {
    const held = (await office.clerk.post('/outgoing-register/reservations', { reason })).as(ReservedNumber);
    const { id } = await documentIn('approved', office, [recipients[0]?.id ?? '']);
    const path = `/outgoing-register/entries/${held.id}/use`;
    const used = (await office.clerk.post(path, { documentId: id })).as(DocumentView);
    expect([used.state, used.symbol]).toEqual(['issued', expect.stringMatching(new RegExp(`^${held.words}/`))]);
    const other = await documentIn('approved', office, [recipients[0]?.id ?? '']);
    expectProblem(await office.clerk.post(path, { documentId: other.id }), 'register.not-reserved');
  });

  it('cancels with a reason, once, and says so on the page of the document', async () => {
    const again = await office.clerk.post(`/outgoing-register/entries/${cancelledId}/cancel`, { reason: 'x' });
    expectProblem(again, 'register.already-cancelled');
    const blank = await office.clerk.post(`/outgoing-register/entries/${cancelledId}/cancel`, { reason: ' ' });
    expectProblem(blank, 'request.invalid');
    const { items } = (await office.clerk.get('/outgoing-register?state=cancelled')).as(RegisterPage);
    const document = (await office.clerk.get(`/documents/${items[0]?.document?.id}`)).as(DocumentView);
    expect(document.state).toBe('cancelled');
    expect(document.timeline.at(-1)).toMatchObject({
      event: 'document.number-cancelled',
      note: 'Sai trích yếu <&>',
    });
  });

  it('is exported as a workbook with exactly the ten columns and the closing lines', async () => {
    const rows = (await readSheet(await file('format=xlsx&to=2099-12-31'))).map((row) =>
      row.map((cell) => (cell === null ? '' : String(cell))),
    );
    const at = rows.findIndex(([first]) => first === headings[0]);
    expect(rows[at]).toEqual(headings);
    expect(rows[at + 1]).toEqual(headings.map((_, index) => `(${index + 1})`));
    const day = (sent.issuedOn ?? '').split('-').toReversed().join('/');
    expect(rows[at + 2]).toEqual([
      sent.symbol,
      day,
      `Quyết định – ${sent.subject}`,
      sent.signer.fullName,
      recipients.map(({ name }) => name).join('; '),
      'Văn thư; VP',
      '7',
      day,
      '',
      '',
    ]);
    expect(rows[at + 3]?.at(-1)).toBe('Số hủy: Sai trích yếu <&>');
    expect(rows[at + 4]?.[0]).toBe('03');
    expect(rows[at + 4]?.at(-1)).toBe(`Số giữ: ${reason}`);
    const rest = rows.flat().join('\n');
    expect(rest).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
    expect(rest).toMatch(/Tổng cộng: \d+ số, từ số 01 đến số \d+; trong đó 1 số hủy, 1 số giữ chưa dùng\./);
    expect(rest).toMatch(/NGƯỜI LẬP SỔ[^]*THỦ TRƯỞNG CƠ QUAN/);
  });

  it('is exported as PDF with the same columns, numbered pages and the signatures', async () => {
    const pages = await pdfText(await file('format=pdf'));
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const word of headings.flatMap((heading) => heading.split(' '))) {
      expect(text).toContain(word);
    }
    expect(text).toContain('(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)');
    expect(text).toMatch(new RegExp(`Trang 1/ ${pages.length}(?!\\d)`));
    expect(text.replaceAll(' ', '')).toContain((sent.symbol ?? '').replaceAll(' ', ''));
    expect(text).toContain('SỞ NỘI VỤ');
    expect(text).toContain('NGƯỜI LẬP SỔ');
    expect(text).toContain('THỦ TRƯỞNG CƠ QUAN');
  });

  it('leaves exports, prints and reservations on record', async () => {
    await office.clerk.post('/outgoing-register/prints', { year: 2017 });
    await app.server.get(AddPeople).execute([
      {
        userName: 'thanhtra.so',
        role: 'auditor',
        fullName: 'Bùi Thị Kiểm',
        passwordHash: 'nobody signs in with it',
        agencyCode: 'H28.02',
        position: 'Thanh tra viên',
      },
    ]);
    const auditor = await sessionOf(app, 'thanhtra.so');
    for (const action of ['register.exported', 'register.printed', 'number.reserved', 'document.number-cancelled']) {
      const { items } = (await auditor.get(`/trail?action=${action}`)).as(TrailPage);
      expect(items.length, action).toBeGreaterThan(0);
      expect(items[0]?.actor?.fullName).toBe(office.clerk.session.person.fullName);
    }
  });
});
