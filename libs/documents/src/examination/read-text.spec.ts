import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textPdf } from '#testing';
import { isReadable, readText } from './read-text.js';

const pdf = 'application/pdf';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sentence = 'Thực hiện chương trình công tác năm 2017, Sở Nội vụ báo cáo kết quả như sau.';

describe('the text of a PDF', () => {
  it('of ten thousand pages is read as far as the time goes, and that is said', async () => {
    const file = textPdf(Array.from({ length: 10_000 }, () => [sentence]));
    const begun = performance.now();
    expect(await readText(pdf, file, 1_000)).toEqual({ findings: [], unread: 'too-long', unreadPages: null });
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('is read page by page, and a stamp has its page', async () => {
    const file = textPdf([[sentence], [sentence, 'TỐI MẬT', sentence], [sentence]]);
    expect(await readText(pdf, file)).toEqual({
      findings: [{ level: 'secret', rule: 'stamp', place: 'page', number: 2, text: 'TỐI MẬT' }],
      unread: null,
      unreadPages: null,
    });
  });

  it('of our own samples has no stamp and is read in full', async () => {
    const file = await readFile('samples/quyet-dinh-so-noi-vu.pdf');
    expect(await readText(pdf, file)).toEqual({ findings: [], unread: null, unreadPages: null });
  });

  it('says so when there is none, or none on some pages', async () => {
    expect(await readText(pdf, textPdf([[]]))).toMatchObject({ unread: 'no-text', unreadPages: 1 });
    expect(await readText(pdf, textPdf([[sentence], [], []]))).toMatchObject({ unread: 'some-pages', unreadPages: 2 });
    expect(await readText(pdf, textPdf([[], [sentence, 'MẬT']]))).toMatchObject({
      findings: [{ number: 2 }],
      unread: 'some-pages',
    });
  });

  it('is not read where the file is damaged', async () => {
    expect(await readText(pdf, Buffer.from('%PDF-1.7\n1 0 obj\nxxxx'))).toMatchObject({ unread: 'damaged' });
    expect(await readText(pdf, Buffer.from('%PDF-1.4\nnothing in it'))).toMatchObject({ unread: 'damaged' });
  });

  it('of many pages is read to the last', async () => {
    const pages = Array.from({ length: 500 }, (_, index) => [index === 499 ? 'TUYỆT MẬT' : sentence]);
    expect((await readText(pdf, textPdf(pages))).findings).toMatchObject([{ level: 'top-secret', number: 500 }]);
  });

  it('is given up when its time is over', async () => {
    const pages = Array.from({ length: 10_000 }, () => [sentence]);
    expect(await readText(pdf, textPdf(pages), 1)).toMatchObject({ findings: [], unread: 'too-long' });
  });
});

describe('the text of a Word file', () => {
  const body = (inner: string): string =>
    `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`;
  const paragraph = (...texts: string[]): string =>
    `<w:p><w:pPr/>${texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
  const word = (parts: Record<string, string>): Buffer =>
    zipOf({ 'word/document.xml': body(paragraph(sentence)), ...parts });

  it.each([
    [
      'its body, in several runs',
      { 'word/document.xml': body(paragraph(sentence) + paragraph('M', 'Ậ', 'T')) },
      'body',
    ],
    ['a header', { 'word/header1.xml': `<w:hdr>${paragraph('TỐI MẬT')}</w:hdr>` }, 'header'],
    ['a footer', { 'word/footer2.xml': `<w:ftr>${paragraph('MẬT')}</w:ftr>` }, 'footer'],
    ['a note', { 'word/footnotes.xml': `<w:n>${paragraph('Độ mật: Mật')}</w:n>` }, 'note'],
    ['a cell', { 'word/document.xml': body(`<w:tbl><w:tc>${paragraph('MẬT')}</w:tc><w:tc/></w:tbl>`) }, 'body'],
    [
      'a text box inside a paragraph',
      {
        'word/document.xml': body(
          `<w:p><w:r><w:t>Kính gửi:</w:t><w:pict><w:txbxContent>${paragraph('MẬT')}</w:txbxContent></w:pict></w:r><w:r><w:t> Sở Nội vụ</w:t></w:r></w:p>`,
        ),
      },
      'body',
    ],
    ['a watermark', { 'word/header1.xml': '<w:hdr><v:textpath style="x" string="M&#7852;T"/></w:hdr>' }, 'header'],
    [
      'a line of a paragraph',
      { 'word/document.xml': body('<w:p><w:t>Số: 1</w:t><w:br/><w:t>MẬT</w:t></w:p>') },
      'body',
    ],
    ['its properties', { 'docProps/custom.xml': '<p><property name="x"><v>Tối mật</v></property></p>' }, 'other-part'],
  ])('is looked through: %s', async (_what, parts, place) => {
    const { findings } = await readText(docx, word(parts));
    expect(findings.map((finding) => finding.place)).toEqual([place]);
  });

  it('without a stamp is clear', async () => {
    const file = word({ 'word/header1.xml': `<w:hdr>${paragraph('Bảo vệ bí mật nhà nước')}</w:hdr>` });
    expect(await readText(docx, file)).toEqual({ findings: [], unread: null, unreadPages: null });
  });

  it('says so when a picture or another file stands in its place', async () => {
    expect(await readText(docx, zipOf({ 'word/document.xml': body('<w:p/>') }))).toMatchObject({ unread: 'no-text' });
    expect(await readText(docx, word({ 'word/embeddings/a.xlsx': 'x' }))).toMatchObject({ unread: 'embedded' });
  });

  it('is not read where the file unpacks to more than is taken, or is no Word file', async () => {
    const bomb = word({ 'word/header1.xml': ' '.repeat(70_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await readText(docx, bomb)).toMatchObject({ unread: 'damaged' });
    expect(await readText(docx, Buffer.from('PK no zip'))).toMatchObject({ unread: 'damaged' });
    expect(await readText(docx, zipOf({ 'xl/workbook.xml': '<x/>' }))).toMatchObject({ unread: 'damaged' });
  });

  it('with tags that never close is read without losing time', async () => {
    const hostile = body('<w:p>'.repeat(200_000) + '<'.repeat(200_000));
    const began = performance.now();
    await readText(docx, word({ 'word/document.xml': hostile }));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('a plain text', () => {
  const text = 'Kính gửi: Sở Nội vụ\r\nMẬT\r\n';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', utf16],
    ['UTF-16 without a mark', utf16.subarray(2)],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
    ['the code page of Vietnamese Windows', Buffer.from('MÂ\u00F2T\n'.normalize('NFC'), 'latin1')],
  ])('is read in %s', async (_encoding, bytes) => {
    const { findings } = await readText('text/plain', bytes);
    expect(findings).toMatchObject([{ level: 'confidential', place: 'line' }]);
  });

  it('has the line of a stamp, and is all there however short', async () => {
    expect(await readText('text/plain', Buffer.from(text))).toMatchObject({ findings: [{ number: 2 }], unread: null });
    expect(await readText('text/plain', Buffer.from('Họp'))).toMatchObject({ findings: [], unread: null });
  });
});

describe('a file of another kind', () => {
  it('is not read, nor is one that is too large', () => {
    expect(isReadable('image/png', 100)).toBe('kind');
    expect(isReadable('application/msword', 100)).toBe('kind');
    expect(isReadable(pdf, 300_000_000)).toBe('too-large');
    expect(isReadable(pdf, 3_000_000)).toBeNull();
  });
});

/** A ZIP as others write it. */
function zipOf(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(content));
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(Buffer.byteLength(content), 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name)]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    facts.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    locals.push(head, packed);
    offset += head.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
