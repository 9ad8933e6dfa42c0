import { setImmediate as nextTurn } from 'node:timers/promises';
import { SpreadsheetFault } from './spreadsheet-fault.js';

const address = /\sr\s*=\s*["']([A-Z]*)(\d+)/g;
/** Bytes that are looked through in one go; others are served after each. */
const slice = 1_000_000;
/** Longer than the address of any cell: one that lies on both sides of a cut is seen whole in the next slice. */
const overlap = 40;
/** Up to column `ZZ`, the 702nd: a sheet of agencies has a dozen. */
const mostLetters = 2;

/**
 * Makes sure that no cell of a sheet stands further down or right than a sheet of ours goes: the reader of Excel files
 * fills up every row to the last column, and one cell in the far corner would be seventeen billion.
 *
 * @throws SpreadsheetFault `too-many-rows`, `unreadable`.
 */
export async function checkSheetSize(xml: Buffer, mostRows: number): Promise<void> {
  for (let at = 0; at < xml.length; at += slice) {
    for (const [, letters = '', row = ''] of xml.toString('latin1', at, at + slice + overlap).matchAll(address)) {
      if (Number(row) > mostRows) {
        throw new SpreadsheetFault('too-many-rows');
      }
      if (letters.length > mostLetters) {
        throw new SpreadsheetFault('unreadable');
      }
    }
    await nextTurn();
  }
}
