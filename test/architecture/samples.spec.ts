import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readTableRows } from './markdown-table.js';

/** Small enough that a clone, an image and a test stay quick. */
const MOST_BYTES = 300_000;

const samples = readTableRows(readFileSync('samples/README.md', 'utf8')).map(
  ([file = '', type = '', , pages = '']) => ({
    file: file.replaceAll('`', ''),
    type: type.split(',')[0] ?? '',
    pages: Number(pages),
  }),
);

async function read(file: string): Promise<{ pages: number; text: string }> {
  const task = getDocument({ data: new Uint8Array(readFileSync(`samples/${file}`)), verbosity: 0 });
  try {
    const pdf = await task.promise;
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const texts = await Promise.all(
      numbers.map(async (number) => {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
    return { pages: pdf.numPages, text: texts.join(' ').normalize('NFC').replaceAll(/\s+/g, ' ') };
  } finally {
    await task.destroy();
  }
}

describe('the sample documents', () => {
  it('are those that samples/README.md lists, each with its source', () => {
    const files = readdirSync('samples').filter((file) => file.endsWith('.pdf'));
    const sources = readdirSync('samples/source').filter((file) => file.endsWith('.html'));
    expect(samples.map(({ file }) => file).toSorted()).toEqual(files);
    expect(sources.map((file) => file.replace('.html', '.pdf')).toSorted()).toEqual(files);
  });

  it.each(samples)('$file has the pages that the list says and stays small', async ({ file, pages }) => {
    expect(statSync(`samples/${file}`).size).toBeLessThan(MOST_BYTES);
    expect((await read(file)).pages).toBe(pages);
  });

  it.each(samples)('$file can be searched in Vietnamese and has every part of the form', async ({ file, type }) => {
    const { text } = await read(file);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text).toContain('ỦY BAN NHÂN DÂN');
    expect(text).toMatch(/Hòa Bình, ngày tháng 12 năm 2017/);
    expect(text).toContain('Nơi nhận:');
    expect(text).toMatch(/- Lưu: VT, \p{L}+\./u);
    expect(text.toLowerCase()).toContain(type === 'Công văn' ? 'v/v' : type.toLowerCase());
    expect(text).toContain('./.');
  });

  it.each(samples)('$file leaves the number to the register', async ({ file }) => {
    const { text } = await read(file);
    expect(text).toMatch(/Số: ?\/[\p{L}-]+/u);
  });
});
