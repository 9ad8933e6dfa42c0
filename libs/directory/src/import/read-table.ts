import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '#kernel';
import { isBlank, readSpreadsheet, type RowLimits, SpreadsheetFault } from '#platform';
import { type Columns, type FileFault, readHeaders } from './read-headers.js';

/** What a kind of table looks like, and how one row of it is read. */
export interface TableForm<Column extends string, Row, Code extends string> {
  readonly columns: Columns<Column>;
  /** With the line of headers. */
  readonly limits: RowLimits;
  readonly readRow: (
    row: number,
    cells: readonly string[],
    places: ReadonlyMap<Column, number>,
  ) => { readonly said: Row; readonly faults: readonly FileFault<Column, Code>[] };
}

export interface ReadTable<Column extends string, Row, Code extends string> {
  /** How many rows say something. */
  readonly rowCount: number;
  readonly rows: readonly Row[];
  readonly faults: readonly FileFault<Column, Code>[];
}

/** Rows that are looked at in one go; others are served after each. */
const slice = 2_000;

/**
 * Reads a file as far as it can be understood by itself.
 *
 * @throws DomainError `file-import.unreadable`, `.locked-file`, `.empty`, `.too-many-rows`.
 */
export async function readTable<Column extends string, Row, Code extends string>(
  content: Buffer,
  { columns, limits, readRow }: TableForm<Column, Row, Code>,
): Promise<ReadTable<Column, Row, Code>> {
  const [first = [], ...lines] = await rowsOf(content, limits);
  const headers = readHeaders(first, columns);
  if (lines.every(isBlank)) {
    throw new DomainError('file-import.empty');
  }
  if (headers.faults.some(({ code }) => code === 'header-missing')) {
    return { rowCount: lines.length, rows: [], faults: headers.faults };
  }
  const rows: Row[] = [];
  const faults: FileFault<Column, Code>[] = [...headers.faults];
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

async function rowsOf(content: Buffer, limits: RowLimits): Promise<string[][]> {
  try {
    return await readSpreadsheet(content, limits);
  } catch (error) {
    throw error instanceof SpreadsheetFault ? refusalOf(error, limits) : error;
  }
}

function refusalOf(fault: SpreadsheetFault, { csv, xlsx }: RowLimits): DomainError {
  switch (fault.kind) {
    case 'empty':
      return new DomainError('file-import.empty');
    case 'locked':
      return new DomainError('file-import.locked-file');
    case 'too-many-rows':
      return new DomainError('file-import.too-many-rows', { csv: csv - 1, xlsx: xlsx - 1 });
    case 'unreadable':
      return new DomainError('file-import.unreadable', {}, { cause: fault });
  }
}
