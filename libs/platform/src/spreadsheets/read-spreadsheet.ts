import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { SpreadsheetFault } from './spreadsheet-fault.js';

/** Rows with the line of headers. Excel’s are in memory as cells first, so there may be fewer of them. */
export interface RowLimits {
  readonly csv: number;
  readonly xlsx: number;
}

const zipStart = Buffer.from('PK\x03\x04', 'latin1');
/** A compound file: an Excel workbook under a password, or one from before 2007. */
const compoundStart = Buffer.from('d0cf11e0', 'hex');

/**
 * The rows of a spreadsheet, CSV or Excel: what it is says its content, not its name.
 *
 * @throws SpreadsheetFault
 */
export async function readSpreadsheet(bytes: Buffer, limits: RowLimits): Promise<string[][]> {
  const start = bytes.subarray(0, 4);
  if (start.equals(compoundStart)) {
    throw new SpreadsheetFault('locked');
  }
  const isXlsx = start.equals(zipStart);
  const rows = isXlsx ? await readXlsx(bytes, limits.xlsx) : await readCsv(bytes, limits.csv);
  if (rows.length > (isXlsx ? limits.xlsx : limits.csv)) {
    throw new SpreadsheetFault('too-many-rows');
  }
  if (rows.every(isBlank)) {
    throw new SpreadsheetFault('empty');
  }
  return rows;
}

export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
