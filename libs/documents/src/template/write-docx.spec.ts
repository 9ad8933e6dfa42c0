import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { DocxParts } from './docx-parts.js';
import { motto, page, sizes, state } from './page-form.js';
import { sheetOf } from './sheet.js';
import { textWidth } from './text-width.js';
import { writeDocx } from './write-docx.js';

/** The files of a ZIP by their names, from its central directory. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    files.set(
      bytes.toString('utf8', at + 46, at + 46 + name),
      String(method === 8 ? inflateRawSync(content) : content),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}

const twips = (millimetres: number): number => Math.floor((millimetres / 25.4) * 1440);

let main: string;
let files: Map<string, string>;

beforeAll(async () => {
  const sheet = sheetOf({
    agencies: ['Sở Nội vụ', 'Ủy ban nhân dân tỉnh Hòa Bình'],
    agencyAbbreviation: 'SNV',
    typeCode: 'quyet-dinh',
    typeName: 'Quyết định',
    typeAbbreviation: 'QĐ',
    symbol: '05/QĐ-SNV',
    subject: 'Về việc kiện toàn Ban <chỉ đạo> & tổ giúp việc',
    urgency: 'very-urgent',
    issuedOn: '2017-05-02',
    today: '2017-05-08',
    dueDate: null,
    draftingUnit: '',
    drafterName: 'Bùi Thị Hoa',
    issuedAmount: 20,
    recipients: ['Sở Tài chính'],
    relations: [],
    signature: { form: 'KT', position: 'Phó Giám đốc', onBehalfOf: null, head: 'Giám đốc', agencyName: 'Sở Nội vụ' },
    signerName: 'Nguyễn Văn Quang',
  });
  files = unzip(await writeDocx(sheet));
  main = files.get('word/document.xml') ?? '';
});

/** The runs of the document as text, size in half points, bold and italics. */
function runs(): { text: string; size: number; bold: boolean; italics: boolean }[] {
  return [...main.matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run = '']) => ({
    text: [...run.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''),
    size: Number(/<w:sz w:val="(\d+)"/.exec(run)?.[1]),
    bold: /<w:b\/>/.test(run),
    italics: /<w:i\/>/.test(run),
  }));
}
const runOf = (text: string) => runs().find((run) => run.text === text);

describe('the Word file', () => {
  it('is A4 with the margins of the decree, and numbers its pages from the second on', () => {
    expect(main).toContain(`<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"`);
    const margins = /<w:pgMar ([^>]*)\/>/.exec(main)?.[1] ?? '';
    const margin = (side: string): number => Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]);
    expect([margin('top'), margin('bottom'), margin('left'), margin('right')]).toEqual(
      [page.top, page.bottom, page.left, page.right].map(twips),
    );
    const inside = (value: number, least: number, most: number): boolean => value >= least && value <= most;
    expect([page.top, page.bottom].every((value) => inside(value, 20, 25))).toBe(true);
    expect(inside(page.left, 30, 35) && inside(page.right, 15, 20)).toBe(true);
    expect(main).toContain('<w:titlePg/>');
    const numbered = [...files].filter(([name, xml]) => name.startsWith('word/header') && xml.includes('PAGE'));
    expect(numbered).toHaveLength(1);
  });

  it('is written in Times New Roman throughout', () => {
    const fonts = [...files.values()].flatMap((xml) => [...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, name]) => name));
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    expect(runs().filter(({ size }) => Number.isNaN(size) && size !== 0)).toEqual([]);
  });

  it.each([
    [state, sizes.state, true, false],
    [motto, sizes.motto, true, false],
    ['UBND TỈNH HÒA BÌNH', sizes.agency, false, false],
    ['SỞ NỘI VỤ', sizes.agency, true, false],
    ['Số: 05/QĐ-SNV', sizes.symbol, false, false],
    ['THƯỢNG KHẨN', sizes.urgency, true, false],
    ['Hòa Bình, ngày 02 tháng 5 năm 2017', sizes.placeAndDate, false, true],
    ['QUYẾT ĐỊNH', sizes.title, true, false],
    ['Về việc kiện toàn Ban &lt;chỉ đạo&gt; &amp; tổ giúp việc', sizes.title, true, false],
    ['GIÁM ĐỐC SỞ NỘI VỤ', sizes.title, true, false],
    ['Căn cứ [văn bản làm cơ sở ban hành];', sizes.body, false, true],
    ['QUYẾT ĐỊNH:', sizes.body, true, false],
    ['Điều 1.', sizes.body, true, false],
    ['Nơi nhận:', sizes.copiesHead, true, true],
    ['- Sở Tài chính;', sizes.copies, false, false],
    ['- Lưu: VT, BTH.20.', sizes.copies, false, false],
    ['KT. GIÁM ĐỐC', sizes.signature, true, false],
    ['PHÓ GIÁM ĐỐC', sizes.signature, true, false],
    ['Nguyễn Văn Quang', sizes.signature, true, false],
  ])('has %j in %d points, bold %s, italics %s', (text, points, bold, italics) => {
    expect(runOf(text)).toEqual({ text, size: points * 2, bold, italics });
  });

  it('has a line under the motto as long as it, and shorter ones under the agency and the subject', () => {
    const lines = [...main.matchAll(/<w:top w:val="single"[^>]*w:sz="6"[^>]*\/><\/w:pBdr>/g)];
    expect(lines).toHaveLength(3);
  });
});

describe('the width of a text', () => {
  it('is near what Times New Roman has in bold', () => {
    // Measured in a word processor.
    expect(textWidth(motto, 13)).toBeGreaterThan(54);
    expect(textWidth(motto, 13)).toBeLessThan(62);
    expect(textWidth('', 13)).toBe(0);
  });

  it('draws a line in the middle of its column', async () => {
    const parts = new DocxParts(await import('docx'));
    const line = JSON.stringify(parts.line(40, 100));
    expect(line).toContain(String(twips(30)));
  });
});
