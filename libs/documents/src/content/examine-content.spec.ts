import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { RefusedContent } from '#platform';
import {
  contentTypesOf,
  docxFile,
  oldOfficeFile,
  oldWordHead,
  oldWorkbook,
  textPdf,
  xlsxFile,
  zipFile,
} from '#testing';
import { examineContent } from './examine-content.js';

const everything: readonly RefusedContent[] = ['macros', 'encrypted', 'executables', 'polyglots'];

async function examine(fileName: string, bytes: Buffer, refused = everything): Promise<void> {
  const staged = {
    size: bytes.length,
    open: async ({ start, end }: { start: number; end: number }) => Readable.from([bytes.subarray(start, end + 1)]),
  };
  await examineContent(fileName, staged, new Set(refused));
}

async function refusalOf(fileName: string, bytes: Buffer, refused = everything): Promise<string> {
  return examine(fileName, bytes, refused).then(
    () => 'taken',
    (error: Error) => error.message,
  );
}

const line = 'Kính gửi: Sở Nội vụ';
const pdf = textPdf([[line]]);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const program = Buffer.concat([Buffer.from('4d5a90000300000004000000', 'hex'), Buffer.alloc(500)]);
const doc = oldOfficeFile({ '/WordDocument': oldWordHead() });
const sheet = [0x85, [0, 0, 0, 0, 0, 0, 1, 0, 65]] as const;
const eof = [0x0a, []] as const;
const xls = oldOfficeFile({ '/Workbook': oldWorkbook([[0x809, [0, 6, 5, 0]], sheet, eof]) });
const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';

describe('a file is taken', () => {
  it.each([
    ['a.docx', docxFile(line)],
    ['a.xlsx', xlsxFile('Tổng số')],
    ['a.docx', docxFile(line, [{ name: 'word/embeddings/bang.xlsx', content: xlsxFile('1') }])],
    ['a.doc', doc],
    ['a.xls', xls],
    ['a.pdf', pdf],
    ['a.pdf', Buffer.concat([pdf, Buffer.from('\r\n\0\0\0')])],
    ['a.png', Buffer.concat([png, Buffer.from('what a camera leaves')])],
    ['a.txt', Buffer.from('The mark of a file is %PDF-1.7, that of a ZIP is PK\x05\x06.')],
  ])('that is what %s says (%#)', async (fileName, bytes) => {
    await expect(examine(fileName, bytes)).resolves.toBeUndefined();
  });
});

describe('a Word or Excel file that is none', () => {
  it.each([
    ['a.docx', xlsxFile('1')],
    ['a.xlsx', docxFile(line)],
    ['a.docx', zipFile([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml' }])],
    ['a.docx', zipFile([{ name: 'word/document.xml', content: '<w:document/>' }])],
    [
      'a.docx',
      docxFile(line, [
        contentTypesOf(
          '/word/khac.xml',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        ),
      ]),
    ],
    ['a.docx', doc],
    ['a.doc', xls],
    ['a.xls', doc],
    ['a.doc', oldOfficeFile({ '/Installer': Buffer.from('x') })],
  ])('is refused as %s (%#)', async (fileName, bytes) => {
    expect(await refusalOf(fileName, bytes)).toBe('attachment.content-mismatch');
  });

  it.each([
    ['cut off', docxFile(line).subarray(0, 700)],
    ['with bytes behind its end', Buffer.concat([docxFile(line), Buffer.from('<html><script>')])],
    ['with two parts of one name', zipFile([{ name: 'word/a.xml' }, { name: 'WORD/a.xml' }])],
    ['with a part outside of itself', docxFile(line, [{ name: '../../etc/passwd', content: 'x' }])],
  ])('is refused as damaged, %s', async (_what, bytes) => {
    expect(await refusalOf('a.docx', bytes)).toBe('attachment.damaged');
  });

  it('ends when its old form leads round in circles, and is damaged when it leads nowhere', async () => {
    const circle = oldOfficeFile({ '/WordDocument': Buffer.concat([oldWordHead(), Buffer.alloc(8_000)]) });
    const sectorAt = (sector: number): number => 512 * (sector + 1);
    const fat = sectorAt(circle.readUInt32LE(76));
    const entry = circle.indexOf(Buffer.from('WordDocument', 'utf16le'));
    const start = circle.readUInt32LE(entry + 116);
    // Both the directory and a text that claims to be long.
    circle.writeUInt32LE(0xffff_fff0, entry + 120);
    circle.writeUInt32LE(start, fat + 4 * start);
    const directory = circle.readUInt32LE(48);
    circle.writeUInt32LE(directory, fat + 4 * directory);
    expect(await refusalOf('a.doc', circle)).toBe('taken');
    circle.writeUInt32LE(0x00ff_ffff, 48);
    expect(await refusalOf('a.doc', circle)).toBe('attachment.damaged');
  });
});

describe('macros are refused', () => {
  it.each([
    ['a.docx', docxFile(line, [{ name: 'word/vbaProject.bin', content: 'x' }])],
    ['a.xlsx', xlsxFile('1', [{ name: 'xl/macrosheets/sheet1.xml', content: '<xm:macrosheet/>' }])],
    ['a.docx', docxFile(line, [contentTypesOf('/word/document.xml', macros)])],
    ['a.docx', docxFile(line, [contentTypesOf('/word/document.xml', macros.replace('E', '&#x45;'))])],
    [
      'a.docx',
      docxFile(line, [
        {
          name: 'word/_rels/document.xml.rels',
          content:
            '<Relationship Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/>',
        },
      ]),
    ],
    [
      'a.docx',
      docxFile(line, [{ name: 'word/embeddings/a.xlsx', content: xlsxFile('1', [{ name: 'xl/vbaProject.bin' }]) }]),
    ],
    ['a.doc', oldOfficeFile({ '/WordDocument': oldWordHead(), '/Macros/VBA/dir': Buffer.from('x') })],
    ['a.xls', oldOfficeFile({ '/Workbook': oldWorkbook([sheet, eof]), '/_VBA_PROJECT_CUR/VBA/dir': Buffer.from('x') })],
    ['a.xls', oldOfficeFile({ '/Workbook': oldWorkbook([[0x85, [0, 0, 0, 0, 0, 1, 1, 0, 65]], eof]) })],
    [
      'a.docx',
      docxFile(line, [
        { name: 'word/embeddings/x.bin', content: oldOfficeFile({ '/_VBA_PROJECT_CUR/VBA/dir': Buffer.from('x') }) },
      ]),
    ],
  ])('in %s (%#), unless the settings take them', async (fileName, bytes) => {
    expect(await refusalOf(fileName, bytes)).toBe('attachment.macros');
    expect(await refusalOf(fileName, bytes, ['encrypted'])).not.toBe('attachment.macros');
  });
});

describe('what is encrypted is refused', () => {
  const lockedPackage = oldOfficeFile({ '/EncryptedPackage': Buffer.from('x'), '/EncryptionInfo': Buffer.from('x') });

  it.each([
    ['a.docx', docxFile(line, [{ name: 'word/media/1.png', content: 'x', flags: 1 }])],
    ['a.docx', docxFile(line, [{ name: 'word/media/1.png', content: 'x', flags: 0x41 }])],
    ['a.docx', lockedPackage],
    ['a.xlsx', lockedPackage],
    ['a.doc', oldOfficeFile({ '/WordDocument': oldWordHead(0x0100) })],
    ['a.xls', oldOfficeFile({ '/Workbook': oldWorkbook([[0x2f, [1, 0]], sheet, eof]) })],
    ['a.pdf', lockedPdf('/Encrypt 9 0 R')],
    ['a.pdf', lockedPdf('/Encr#79pt<</Filter/Standard>>')],
    // Its trailer is far from the end.
    [
      'a.pdf',
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        Buffer.alloc(70_000, 0x20),
        Buffer.from('<</Type/XRef/Encrypt 3 0 R>>stream'),
        Buffer.alloc(300_000, 1),
        Buffer.from('endstream startxref 70009 %%EOF'),
      ]),
    ],
  ])('in %s (%#), unless the settings take it', async (fileName, bytes) => {
    expect(await refusalOf(fileName, bytes)).toBe('attachment.encrypted');
    expect(await refusalOf(fileName, bytes, ['macros'])).not.toBe('attachment.encrypted');
  });
});

function lockedPdf(entry: string): Buffer {
  return Buffer.from(pdf.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R ${entry}`), 'latin1');
}

describe('programs inside are refused', () => {
  const named = Buffer.concat([
    Buffer.from('\x10\0\0\0\x02\0hoa don.pdf\0C:\\x\\hoa don.exe\0', 'latin1'),
    Buffer.alloc(20),
  ]);

  it.each([
    ['by their first bytes', docxFile(line, [{ name: 'word/media/image1.png', content: program }])],
    [
      'in a file inside',
      docxFile(line, [{ name: 'word/embeddings/a.zip', content: zipFile([{ name: 'a', content: program }]) }]),
    ],
    [
      'in an object',
      docxFile(line, [{ name: 'word/embeddings/o.bin', content: oldOfficeFile({ '/\x01Ole10Native': named }) }]),
    ],
  ])('%s', async (_what, bytes) => {
    expect(await refusalOf('a.docx', bytes)).toBe('attachment.executable');
  });
});

describe('what unpacks to far too much is refused', () => {
  const zeros = Buffer.alloc(120_000_000);
  const noise = randomBytes(3_000);
  let inside = zipFile([{ name: 'a', content: 'x' }]);
  for (let depth = 0; depth < 3; depth += 1) {
    inside = zipFile([{ name: 'a.zip', content: inside }]);
  }

  it.each([
    ['a text of nothing but zeros', docxFile(line, [{ name: 'word/a.xml', content: zeros }]), 'bomb'],
    [
      'more than a document holds, by its own word',
      docxFile(line, [{ name: 'word/a.xml', content: 'x', size: 2e9 }]),
      'bomb',
    ],
    [
      'more than it says',
      docxFile(line, [{ name: 'word/a.xml', content: zeros.subarray(0, 9_000_000), size: 10 }]),
      'bomb',
    ],
    ['less than it says', docxFile(line, [{ name: 'word/a.xml', content: 'x', size: 10 }]), 'bomb'],
    [
      'parts that lie over each other',
      zipFile([
        { name: 'a', content: noise },
        ...Array.from({ length: 400 }, (_, index) => ({ name: `b${index}`, content: noise, sharesFirst: true })),
      ]),
      'bomb',
    ],
    [
      'more parts than a document has',
      zipFile(Array.from({ length: 20_001 }, (_, index) => ({ name: `${index}` }))),
      'bomb',
    ],
    [
      'a bomb inside',
      docxFile(line, [{ name: 'word/embeddings/a.xlsx', content: xlsxFile('1', [{ name: 'b', content: zeros }]) }]),
      'bomb',
    ],
    [
      'files in files in files',
      docxFile(line, [{ name: 'word/embeddings/a.xlsx', content: inside }]),
      'not-inspectable',
    ],
  ])('%s, whatever the settings say', async (_what, bytes, reason) => {
    expect(await refusalOf('a.docx', bytes, [])).toBe(`attachment.${reason}`);
  });
});

describe('two kinds in one are refused', () => {
  const archive = zipFile([{ name: 'a.txt', content: 'x' }]);

  it.each([
    ['a PDF that is a ZIP', 'a.pdf', Buffer.concat([pdf, archive])],
    ['a PDF that is a ZIP with more behind it', 'a.pdf', Buffer.concat([pdf, archive, Buffer.alloc(900, 0x20)])],
    ['a picture that is a ZIP', 'a.png', Buffer.concat([png, archive])],
    ['a text that is a ZIP', 'a.txt', Buffer.concat([Buffer.from('Kính gửi\n'), archive])],
    ['an old Word file that is a ZIP', 'a.doc', Buffer.concat([doc, archive])],
    [
      'a PDF that is a web page',
      'a.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>\n'), pdf]),
    ],
    ['a PDF with a web page behind it', 'a.pdf', Buffer.concat([pdf, Buffer.from('\n<!DOCTYPE html><body>')])],
    ['a PDF with a program behind it', 'a.pdf', Buffer.concat([pdf, program])],
    ['a picture that is a PDF', 'a.png', Buffer.concat([png, Buffer.from('\n%PDF-1.7\n')])],
    ['a text that is a PDF', 'a.txt', Buffer.from('Kính gửi\n%PDF-1.7\n1 0 obj')],
  ])('%s', async (_what, fileName, bytes) => {
    expect(await refusalOf(fileName, bytes)).toBe('attachment.polyglot');
    expect(await refusalOf(fileName, bytes, ['macros'])).toBe('taken');
  });
});
