import { readSheet } from 'read-excel-file/node';
import { checkSheetSize } from './sheet-size.js';
import { SpreadsheetFault } from './spreadsheet-fault.js';
import { unzip } from './unzip.js';
import { zip } from './zip.js';

/** Unpacked, in bytes: five times what 50,000 agencies take. */
const unpackedLimit = 200_000_000;

/**
 * The rows of the first sheet of an Excel workbook as texts; days as `2017-12-07`. Its XML is read on a thread of its
 * own (read-excel-file). That library believes the sizes in the headers of a ZIP and would give a lying one gigabytes,
 * so it is handed the parts that were unpacked here under a limit, packed anew.
 *
 * @throws SpreadsheetFault
 */
export async function readXlsx(archive: Buffer, mostRows: number): Promise<string[][]> {
  const parts = await unzip(archive, (name) => name.endsWith('.xml') || name.endsWith('.rels'), unpackedLimit);
  if (!parts.has('xl/workbook.xml')) {
    throw new SpreadsheetFault('unreadable');
  }
  for (const [name, xml] of parts) {
    if (name.startsWith('xl/worksheets/')) {
      await checkSheetSize(xml, mostRows);
    }
  }
  const plain = zip(
    Array.from(parts, ([name, content]) => ({ name, chunks: [content] })),
    0,
  );
  try {
    // Numbers stay as they were typed: a long code or a phone number is no quantity.
    const rows = await readSheet(await joined(plain), 1, { parseNumber: (digits) => digits });
    return rows.map((row) => row.map(textOf));
  } catch (error) {
    throw new SpreadsheetFault('unreadable', { cause: error });
  }
}

async function joined(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) {
    all.push(chunk);
  }
  return Buffer.concat(all);
}

/** The library’s own type of a cell names the constructor of dates where it means a date. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) {
    // Excel knows no time zone: its days come as midnight in UTC.
    return cell.toISOString().slice(0, 10);
  }
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
}
