import { buffer, text } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSpreadsheet } from './read-spreadsheet.js';
import { unguarded, writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';
import { zip } from './zip.js';

const limits = { csv: 100, xlsx: 50 };
const headers = ['Mã', 'Tên'];
const table = [headers, ['H28.02', 'Sở Nội vụ'], ['H28.05', 'Sở "Tài chính"; tỉnh,\nHòa Bình']];

async function* pagesOf(rows: readonly (readonly string[])[]): AsyncGenerator<readonly (readonly string[])[]> {
  yield rows;
}

async function workbook(rows: readonly (readonly string[])[], under: readonly string[] = headers): Promise<Buffer> {
  return buffer(writeXlsx({ name: 'Cơ quan', headers: under, widths: [20, 40], rows: pagesOf(rows) }));
}

async function read(bytes: Buffer | string): Promise<string[][]> {
  return readSpreadsheet(Buffer.from(bytes), limits);
}

function faultOf(kind: string): { kind: string } {
  return { kind };
}

describe('a CSV file', () => {
  it.each([',', ';', '\t'])('is read with %j between its cells, and with the mark of UTF-8', async (delimiter) => {
    const csv = `\uFEFFMã${delimiter}Tên\r\nH28.02${delimiter}Sở Nội vụ\r\n`;
    expect(await read(csv)).toEqual(table.slice(0, 2));
  });

  it('is read as Excel saves it as Unicode text', async () => {
    const csv = Buffer.from('\uFEFFMã\tTên\nH28.02\tSở Nội vụ', 'utf16le');
    expect(await read(csv)).toEqual(table.slice(0, 2));
  });

  it('keeps a letter whose bytes fall on both sides of a slice, and the numbers of rows', async () => {
    const name = 'ậ'.repeat(30_000);
    expect(await read(`Mã,Tên\n\n1,a${name}\n2,${name}`)).toEqual([headers, [''], ['1', `a${name}`], ['2', name]]);
  });

  it('comes back as it was written, and nothing in it is a formula', async () => {
    const rows = [...table.slice(1), ['=1+1', '+84218385'], ['-', '@x']];
    const csv = await text(writeCsv(headers, pagesOf(rows)));
    expect(csv.startsWith('\uFEFFMã,Tên\r\n')).toBe(true);
    expect(csv).toContain("'=1+1,'+84218385");
    expect(csv).toContain("'-,'@x");
    const cells = (await read(csv)).slice(1).map((row) => row.map(unguarded));
    expect(cells).toEqual(rows);
    expect(unguarded("'s-Gravenhage")).toBe("'s-Gravenhage");
  });

  it.each([
    ['unreadable', Buffer.from([0x4d, 0xe3, 0x2c, 0x54])],
    ['unreadable', Buffer.from('Mã,Tên\n\0,x')],
    ['unreadable', Buffer.from(`Mã,"Tên\n${'x'.repeat(200_000)}`)],
    ['empty', Buffer.from('')],
    ['empty', Buffer.from('\n\n , \n')],
    ['too-many-rows', Buffer.from('Mã\n'.repeat(101))],
  ])('is refused: %s', async (kind, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject(faultOf(kind));
  });
});

describe('an Excel workbook', () => {
  it('comes back as it was written', async () => {
    const rows = [...table.slice(1), ['00123', ' x '], ['=1+1', '<&> _x0041_ "']];
    expect(await read(await workbook(rows))).toEqual([headers, ...rows.map((row) => row.map((cell) => cell.trim()))]);
  });

  it('is one for others too', async () => {
    const rows = await readSheet(await workbook(table.slice(1)));
    expect(rows).toEqual(table);
  });

  it('is read with its days, numbers and shared texts', async () => {
    const made = await writeExcelFile([
      ['Mã', 'Từ ngày'],
      [
        { value: 28, type: Number },
        { value: new Date('2017-12-07'), type: Date, format: 'dd/mm/yyyy' },
      ],
      ['H28', null],
    ]).toBuffer();
    expect(await read(made)).toEqual([
      ['Mã', 'Từ ngày'],
      ['28', '2017-12-07'],
      ['H28', ''],
    ]);
  });

  it('is refused when it has a row too many', async () => {
    const rows = Array.from({ length: 50 }, () => ['a', 'b']);
    await expect(read(await workbook(rows))).rejects.toMatchObject(faultOf('too-many-rows'));
    expect(await read(await workbook(rows.slice(1)))).toHaveLength(50);
  });

  it('is refused when it is none: other zips, cut ones, old ones and ones with a password', async () => {
    const whole = await workbook(table);
    const other = await buffer(zip([{ name: 'a.xml', chunks: [Buffer.from('<a/>')] }]));
    const broken = await buffer(zip([{ name: 'xl/workbook.xml', chunks: [Buffer.from('<a>')] }]));
    for (const bytes of [other, broken, whole.subarray(0, whole.length - 30), Buffer.from('PK\x03\x04')]) {
      await expect(read(bytes)).rejects.toMatchObject(faultOf('unreadable'));
    }
    await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject(faultOf('locked'));
    const encrypted = Buffer.from(whole);
    encrypted.writeUInt16LE(0x0801, encrypted.indexOf('PK\x01\x02', 0, 'latin1') + 8);
    await expect(read(encrypted)).rejects.toMatchObject(faultOf('locked'));
  });

  it('with a cell in the far corner is refused before anything is filled up to it', async () => {
    const far = (where: string, row: number) => [
      { name: 'xl/workbook.xml', chunks: [Buffer.from('<workbook/>')] },
      { name: 'xl/worksheets/sheet1.xml', chunks: [Buffer.from(`<row r="${row}"><c r="${where}${row}"/></row>`)] },
    ];
    await expect(read(await buffer(zip(far('A', 1_048_576))))).rejects.toMatchObject(faultOf('too-many-rows'));
    await expect(read(await buffer(zip(far('XFD', 1))))).rejects.toMatchObject(faultOf('unreadable'));
  });

  it('that unpacks to gigabytes is given up, whatever it says of its size', async () => {
    const bomb = await buffer(
      zip([
        { name: 'xl/workbook.xml', chunks: [Buffer.from('<workbook/>')] },
        { name: 'xl/worksheets/sheet1.xml', chunks: zeros(300) },
      ]),
    );
    expect(bomb.length).toBeLessThan(2_000_000);
    await expect(read(bomb)).rejects.toMatchObject(faultOf('unreadable'));
    const liar = Buffer.from(bomb);
    const entry = liar.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    liar.writeUInt32LE(100, entry + 24);
    await expect(read(liar)).rejects.toMatchObject(faultOf('unreadable'));
  });
});

function* zeros(megabytes: number): Generator<Buffer> {
  for (let made = 0; made < megabytes; made += 1) {
    yield Buffer.alloc(1_000_000);
  }
}
