import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentView, IncomingEntryPage } from '#contracts';
import { pdfText } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { arrivalAt, documentIn } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let office: Office;
let sender: Office;
let assigned: DocumentView;

const dueOn = '2099-12-31';

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  sender = await officeOf(app, 'stc');
  assigned = await documentIn('sent', sender, [office.agencyId], { subject: 'Về việc quyết toán <&> kinh phí' });
  const first = await arrivalAt(office, assigned);
  await office.clerk.post(`/arrivals/${first.id}/accept`);
  const parts = [{ role: 'lead', postId: office.civilServant.session.post.id, dueOn }];
  await office.leader.post(`/arrivals/${first.id}/assignments`, { parts });
  const second = await arrivalAt(office, await documentIn('sent', sender, [office.agencyId]));
  await office.clerk.post(`/arrivals/${second.id}/accept`);
  await office.clerk.post(`/arrivals/${second.id}/complete`);
});

afterAll(async () => {
  await app.stop();
});

async function file(query: string): Promise<Buffer> {
  const answer = await fetch(`${app.url}/api/v1/incoming-register/export?${query}`, {
    headers: { cookie: office.clerk.cookie },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function rowsOf(book: string): Promise<string[][]> {
  const sheet = await readSheet(await file(`format=xlsx&book=${book}`));
  return sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

const written = (day: string): string => day.split('-').toReversed().join('/');

const books = {
  register: [
    'Ngày đến',
    'Số đến',
    'Tác giả',
    'Số, ký hiệu văn bản',
    'Ngày tháng văn bản',
    'Tên loại và trích yếu nội dung văn bản',
    'Đơn vị hoặc người nhận',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ],
  'follow-up': [
    'Số đến',
    'Tên loại, số, ký hiệu, ngày tháng và cơ quan ban hành văn bản',
    'Đơn vị hoặc người nhận',
    'Thời hạn giải quyết',
    'Tiến độ giải quyết',
    'Số, ký hiệu văn bản trả lời',
    'Ghi chú',
  ],
} as const;

describe('the incoming register', () => {
  it('shows the numbers of the year and narrows to what is open', async () => {
    const { items } = (await office.clerk.get('/incoming-register')).as(IncomingEntryPage);
    expect(items.map(({ number, state }) => [number, state])).toEqual([
      [2, 'completed'],
      [1, 'assigned'],
    ]);
    const open = (await office.clerk.get('/incoming-register?progress=open')).as(IncomingEntryPage);
    expect(open.items.map(({ number }) => number)).toEqual([1]);
  });

  it('is exported as workbooks with exactly the columns of each book', async () => {
    const day = written(assigned.issuedOn ?? '');
    const { fullName } = office.civilServant.session.person;
    for (const book of ['register', 'follow-up'] as const) {
      const rows = await rowsOf(book);
      const at = rows.findIndex(([first]) => first === books[book][0]);
      expect(rows[at]).toEqual(books[book]);
      expect(rows[at + 1]).toEqual(books[book].map((_, index) => `(${index + 1})`));
      expect(rows[at + 2]).toEqual(
        book === 'register'
          ? [
              day,
              '1',
              assigned.agency.name,
              assigned.symbol,
              day,
              `Quyết định – ${assigned.subject}`,
              fullName,
              day,
              '',
              '',
            ]
          : [
              '1',
              `Quyết định ${assigned.symbol} ngày ${day} của ${assigned.agency.name}`,
              fullName,
              written(dueOn),
              'Đã phân công',
              '',
              '',
            ],
      );
      const rest = rows.flat().join('\n');
      expect(rest).toContain('Tổng cộng: 2 văn bản.');
      expect(rest).toMatch(/NGƯỜI LẬP SỔ[^]*THỦ TRƯỞNG CƠ QUAN/);
    }
  });

  it('is exported as PDF in the form of each book', async () => {
    for (const [book, title] of [
      ['register', 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN'],
      ['follow-up', 'SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN'],
    ] as const) {
      const text = (await pdfText(await file(`format=pdf&book=${book}`))).join(' ').replaceAll(/\s+/g, ' ');
      expect(text).toContain(title);
      expect(text).toContain(books[book].map((_, index) => `(${index + 1})`).join(' '));
      expect(text).toContain('SỞ NỘI VỤ');
    }
  });

  it('refuses what is no book, no format and no day', async () => {
    for (const query of ['format=doc', 'format=pdf&book=all', 'format=pdf&from=2017-02-30', 'format=pdf&year=17']) {
      expectProblem(await office.clerk.get(`/incoming-register/export?${query}`), 'request.invalid');
    }
  });
});
