import { agencyColumns, agencyColumnWords, otherColumnWords } from '#contracts';
import type { ReadRows } from './import-row.js';
import { readRow } from './read-row.js';
import { readTable } from './read-table.js';

/** The national catalogue has 110,000 agencies and comes as CSV; Excel’s files cost more. */
const limits = { csv: 150_001, xlsx: 50_001 };

const columns = {
  names: agencyColumns,
  required: ['code', 'name', 'abbreviation', 'level'],
  words: agencyColumnWords,
  otherWords: otherColumnWords,
} as const;

/**
 * Reads a file of agencies as far as it can be understood by itself.
 *
 * @throws DomainError as `readTable` does.
 */
export async function readAgencyTable(content: Buffer): Promise<ReadRows> {
  return readTable(content, { columns, limits, readRow });
}
