import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { pdfText } from '#testing';
import { writeTablePdf } from './table-pdf.js';

const columns = [
  { heading: 'Số, ký hiệu văn bản', width: 20 },
  { heading: 'Tên loại và trích yếu nội dung', width: 60 },
  { heading: 'Ghi chú', width: 20, align: 'center' },
] as const;

async function pagesOf(rows: readonly (readonly string[])[]): Promise<string[]> {
  const bytes = await buffer(
    writeTablePdf({
      title: 'Sổ đăng ký văn bản đi',
      head: [{ text: 'SỔ ĐĂNG KÝ VĂN BẢN ĐI', style: 'title' }, { text: 'Năm 2026' }],
      columns,
      rows: (async function* read() {
        yield rows;
      })(),
      foot: () => ({
        lines: [{ text: `Tổng cộng: ${rows.length} số.` }],
        signatures: [
          { above: '', title: 'NGƯỜI LẬP SỔ', hint: '(Ký, ghi rõ họ tên)' },
          { above: 'Hòa Bình, ngày 31 tháng 12 năm 2026', title: 'THỦ TRƯỞNG CƠ QUAN', hint: '(Ký, đóng dấu)' },
        ],
      }),
      pageWord: (page) => `Trang ${page}/`,
    }),
  );
  return pdfText(bytes);
}

describe('a table as PDF', () => {
  it('has its title, headings, rows and signatures with all Vietnamese letters', async () => {
    const [page = ''] = await pagesOf([
      ['05/QĐ-UBND', 'Quyết định – Về việc khen thưởng ưỡn ẹo ẳ ẵ ặ ỹ ỵ Ữ Ợ', 'Số hủy'],
    ]);
    for (const text of [
      'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
      'Số, ký hiệu văn bản',
      '(1) (2) (3)',
      '05/QĐ-UBND',
      'khen thưởng ưỡn ẹo ẳ ẵ ặ ỹ ỵ Ữ Ợ',
      'Tổng cộng: 1 số.',
      'NGƯỜI LẬP SỔ',
      'THỦ TRƯỞNG CƠ QUAN',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toMatch(/Trang 1\/ 1(?!\d)/);
  });

  it('says on every page which it is and how many there are, under the same headings', async () => {
    const pages = await pagesOf(Array.from({ length: 300 }, (_, index) => [`${index + 1}/QĐ`, 'Về việc', '']));
    expect(pages.length).toBeGreaterThan(9);
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(new RegExp(`Trang ${index + 1}/ ${pages.length}(?!\\d)`));
    }
    expect(pages.slice(0, -1).every((page) => page.includes('Số, ký hiệu văn bản'))).toBe(true);
    const all = pages.join(' ');
    expect(Array.from({ length: 300 }, (_, index) => all.split(` ${index + 1}/QĐ `).length)).toEqual(
      Array(300).fill(2),
    );
  });

  it('keeps the closing lines and the signatures on one page', async () => {
    for (const length of [18, 21]) {
      const pages = await pagesOf(Array.from({ length }, (_, index) => [`${index + 1}/QĐ`, 'Về việc', '']));
      const closing = pages.find((page) => page.includes(`Tổng cộng: ${length} số.`));
      expect(closing).toContain('THỦ TRƯỞNG CƠ QUAN');
    }
  });

  it('goes on over pages with a row that is longer than one, and loses nothing of it', async () => {
    const names = Array.from({ length: 900 }, (_, index) => `Ủy ban nhân dân xã số ${index + 1}`);
    const pages = await pagesOf([
      ['01/QĐ', names.join('; '), ''],
      ['02/QĐ', 'ngắn', ''],
    ]);
    const all = pages.join(' ').replaceAll(/\s+/g, ' ');
    expect(pages.length).toBeGreaterThan(2);
    expect(names.filter((_, index) => !new RegExp(`số ${index + 1}(?!\\d)`).test(all))).toEqual([]);
    expect(all).toContain('02/QĐ');
  });
});
