import { isUtf8 } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { SpreadsheetFault } from './spreadsheet-fault.js';

/** Bytes that are parsed in one go; others are served after each. */
const slice = 65_536;
/** In bytes: a quote that is never closed ends here, not at the end of the file. */
const longestRow = 100_000;
const delimiters = [',', ';', '\t'] as const;

/**
 * The rows of a CSV file with commas, semicolons or tabs, in UTF-8 or Excel’s “Unicode text”.
 *
 * @throws SpreadsheetFault
 */
export async function readCsv(bytes: Buffer, mostRows: number): Promise<string[][]> {
  const text = asUtf8(bytes);
  if (!isUtf8(text) || text.includes(0)) {
    throw new SpreadsheetFault('unreadable');
  }
  const rows: string[][] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  parser.on('data', (row: string[]) => rows.push(row));
  const end = finished(parser).catch((error: unknown) => new SpreadsheetFault('unreadable', { cause: error }));
  for (let at = 0; at < text.length && !parser.destroyed; at += slice) {
    parser.write(text.subarray(at, at + slice));
    await nextTurn();
    if (rows.length > mostRows) {
      parser.destroy();
      throw new SpreadsheetFault('too-many-rows');
    }
  }
  parser.end();
  const fault = await end;
  if (fault !== undefined) {
    throw fault;
  }
  return rows;
}

function asUtf8(bytes: Buffer): Buffer {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? Buffer.from(bytes.toString('utf16le', 2)) : bytes;
}

/** The delimiter that the first line has most of, outside of quotes. */
function delimiterOf(text: Buffer): string {
  const lineEnd = text.indexOf('\n');
  const line = text.toString('utf8', 0, lineEnd === -1 ? Math.min(text.length, longestRow) : lineEnd);
  const plain = line.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => plain.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
