import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '#kernel';
import { isBlank, readSpreadsheet, type RowLimits, SpreadsheetFault } from '#platform';
import type { ImportFault, ImportRow, ReadRows } from './import-row.js';
import { readHeaders } from './read-headers.js';
import { readRow } from './read-row.js';

/** With the line of headers: the national catalogue has 110,000 agencies and comes as CSV; Excel’s files cost more. */
export const importRowLimits: RowLimits = { csv: 150_001, xlsx: 50_001 };

/** Rows that are looked at in one go; others are served after each. */
const slice = 2_000;

/**
 * Reads a file of agencies as far as it can be understood by itself.
 *
 * @throws DomainError `agency-import.unreadable`, `.locked-file`, `.empty`, `.too-many-rows`.
 */
export async function readAgencyTable(content: Buffer): Promise<ReadRows> {
  const [first = [], ...lines] = await rowsOf(content);
  const headers = readHeaders(first);
  if (lines.every(isBlank)) {
    throw new DomainError('agency-import.empty');
  }
  if (headers.faults.some(({ code }) => code === 'header-missing')) {
    return { rowCount: lines.length, rows: [], faults: headers.faults };
  }
  const rows: ImportRow[] = [];
  const faults: ImportFault[] = [...headers.faults];
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) {
      continue;
    }
    const { said, faults: found } = readRow(index + 2, line, headers.places);
    rows.push(said);
    faults.push(...found);
    if (rows.length % slice === 0) {
      await nextTurn();
    }
  }
  return { rowCount: rows.length, rows, faults };
}

async function rowsOf(content: Buffer): Promise<string[][]> {
  try {
    return await readSpreadsheet(content, importRowLimits);
  } catch (error) {
    throw error instanceof SpreadsheetFault ? refusalOf(error) : error;
  }
}

function refusalOf(fault: SpreadsheetFault): DomainError {
  switch (fault.kind) {
    case 'empty':
      return new DomainError('agency-import.empty');
    case 'locked':
      return new DomainError('agency-import.locked-file');
    case 'too-many-rows':
      return new DomainError('agency-import.too-many-rows', {
        csv: importRowLimits.csv - 1,
        xlsx: importRowLimits.xlsx - 1,
      });
    case 'unreadable':
      return new DomainError('agency-import.unreadable', {}, { cause: fault });
  }
}
