import { describe, expect, it } from 'vitest';
import { checkContent, mediaTypeOf } from './attachment-kind.js';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj');
const compound = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0);
const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1);
const program = bytes(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0);

/** The beginning of a ZIP file whose first entry has this name. */
function zipOf(name: string): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(name.length, 26);
  return new Uint8Array(Buffer.concat([header, Buffer.from(name, 'latin1')]));
}

describe('the kind of an attachment', () => {
  it.each([
    ['Quyết định.PDF', 'application/pdf'],
    ['công văn.v2.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['../../etc/passwd.txt', 'text/plain'],
  ])('follows the ending of %s', (fileName, mediaType) => {
    expect(mediaTypeOf(fileName)).toBe(mediaType);
  });

  it.each(['setup.exe', 'noending', 'macro.docm', 'archive.zip', 'x.constructor', ''])(
    'is refused for %j',
    (fileName) => {
      expect(() => mediaTypeOf(fileName)).toThrow('attachment.kind-refused');
    },
  );

  it.each(['a\u0000.pdf', 'a\n.pdf', 'a\ud800.pdf'])(
    'refuses the character that nobody can write in %j',
    (fileName) => {
      expect(() => mediaTypeOf(fileName)).toThrow('attachment.name-invalid');
    },
  );
});

describe('the content of an attachment', () => {
  it.each([
    ['a.pdf', pdf],
    ['a.doc', compound],
    ['a.png', png],
    ['a.txt', new TextEncoder().encode('Kính gửi: các sở, ban, ngành')],
    ['a.txt', new Uint8Array(Buffer.from('\uFEFFKính gửi', 'utf16le'))],
    ['a.docx', zipOf('[Content_Types].xml')],
    ['a.xlsx', zipOf('xl/workbook.xml')],
  ])('is taken when %s is what it says', async (fileName, head) => {
    await expect(checkContent(fileName, head)).resolves.toBeUndefined();
  });

  it.each([
    ['a.pdf', new TextEncoder().encode('<html>')],
    ['a.png', compound],
    ['a.docx', zipOf('anything.exe')],
    ['a.png', pdf],
    ['a.txt', bytes(0x61, 0, 0x62)],
  ])('is refused when %s is something else', async (fileName, head) => {
    await expect(checkContent(fileName, head)).rejects.toThrow('attachment.content-mismatch');
  });

  it.each(['a.pdf', 'a.docx', 'a.txt', 'a.jpg'])('is refused when %s is a program', async (fileName) => {
    await expect(checkContent(fileName, program)).rejects.toThrow('attachment.executable');
  });

  it('is refused when there is none', async () => {
    await expect(checkContent('a.pdf', bytes())).rejects.toThrow('attachment.empty');
  });
});
