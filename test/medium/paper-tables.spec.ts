import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { PaperTableReader } from '#incoming';
import { anAgency, anActor, aPost, createTestDatabase, type TestDatabase, xlsxFile } from '#testing';
import { writeXlsx } from '#platform';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  clerk = await world.aClerk();
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

const read = async (file: Buffer | string, by: Actor = clerk) =>
  world.get(PaperTableReader).execute(by, Readable.from([Buffer.from(file)]));

const head = 'Cơ quan ban hành,Số ký hiệu,Ngày tháng,Tên loại,Trích yếu,Số trang,Ngày đến';

describe('a table of paper that came', () => {
  it('is read with its agencies by name or code and its types by name or abbreviation', async () => {
    const { id, code, name } = await anAgency(world.database, { name: 'Sở Công Thương' });
    const lines = [
      head,
      'SỞ CÔNG THƯƠNG,12/SCT-VP,05/12/2017,Công văn,Về giá điện,2,07/12/2017',
      `${code},13/BC-SCT,2017-12-05,BC,Báo cáo tháng,,`,
      'Công ty Điện lực,14/ĐL,5/12/2017,tờ trình,Về đường dây,10,',
    ];
    const table = await read(lines.join('\n'));
    expect(table.faults).toEqual([]);
    expect(table.lines).toEqual([
      expect.objectContaining({
        row: 2,
        issuer: { agencyId: id, name },
        symbol: '12/SCT-VP',
        issuedOn: '2017-12-05',
        typeCode: 'cong-van',
        pageCount: 2,
        arrivedOn: '2017-12-07',
        faults: [],
      }),
      expect.objectContaining({
        issuer: { agencyId: id, name },
        typeCode: 'bao-cao',
        pageCount: null,
        arrivedOn: null,
      }),
      expect.objectContaining({ issuer: { agencyId: null, name: 'Công ty Điện lực' }, typeCode: 'to-trinh' }),
    ]);
  });

  it('is read from Excel too', async () => {
    const rows = Readable.from([[['Sở Y tế', '1/SYT', '05/12/2017', 'Công văn', 'Về tiêm chủng']]]);
    const headers = ['Tác giả', 'Số, ký hiệu', 'Ngày văn bản', 'Loại văn bản', 'Trích yếu'];
    const chunks: Buffer[] = [];
    for await (const chunk of writeXlsx({ name: 'Sheet1', headers, widths: [1, 1, 1, 1, 1], rows })) {
      chunks.push(chunk);
    }
    const { lines } = await read(Buffer.concat(chunks));
    expect(lines.map(({ symbol, faults }) => ({ symbol, faults }))).toEqual([{ symbol: '1/SYT', faults: [] }]);
  });

  it('says of every line what is wrong, and keeps what is right', async () => {
    const { lines } = await read(`${head}\n,1/X,31/02/2017,Thư tay,Có nội dung,nhiều,`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ symbol: '1/X', subject: 'Có nội dung', issuedOn: null, typeCode: null });
    expect(lines[0]?.faults.map(({ column, code }) => [column, code])).toEqual([
      ['issuer', 'required'],
      ['issuedOn', 'bad-day'],
      ['type', 'unknown-type'],
      ['pageCount', 'bad-count'],
    ]);
  });

  it('says which columns are missing', async () => {
    const { lines, faults } = await read('Trích yếu,Tác giả\nMột,Hai');
    expect(lines).toEqual([]);
    expect(faults.map(({ column }) => column)).toEqual(['symbol', 'issuedOn', 'type']);
  });

  it.each([
    ['empty', '', 'file-import.empty'],
    ['longer than a morning’s post', `${head}\n${'a,b,c,d,e,f,g\n'.repeat(501)}`, 'file-import.too-many-rows'],
    ['no table', xlsxFile('x').subarray(0, 100), 'file-import.unreadable'],
  ])('is refused when it is %s', async (_what, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });

  it('is the clerk’s', async () => {
    const { id } = await aPost(world.database, { agencyId: clerk.agencyId, role: 'leader' });
    const leader = anActor({ agencyId: clerk.agencyId, role: 'leader', postId: id });
    await expect(read(head, leader)).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
