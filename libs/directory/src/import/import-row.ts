import type { AgencyColumn, AgencyFaultCode, AgencyLevel } from '#contracts';
import type { FileFault } from './read-headers.js';
import type { ReadTable } from './read-table.js';

/** Something wrong in a file of agencies. */
export type ImportFault = FileFault<AgencyColumn, AgencyFaultCode>;

/** What a row says; a column that the file does not have says nothing. */
export interface ImportRow {
  readonly row: number;
  readonly code: string;
  readonly code102: string | null | undefined;
  readonly name: string;
  readonly abbreviation: string;
  readonly level: AgencyLevel;
  readonly parentCode: string | null | undefined;
  readonly address: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly validFrom: string | null | undefined;
  readonly validTo: string | null | undefined;
}

export type ReadRows = ReadTable<AgencyColumn, ImportRow, AgencyFaultCode>;
