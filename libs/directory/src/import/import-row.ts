import type { AgencyColumn, AgencyFaultCode, AgencyLevel } from '#contracts';
import type { ErrorParams } from '#kernel';

/** Something wrong in a file of agencies. */
export interface ImportFault {
  /** As the spreadsheet counts: the headers are row 1. */
  readonly row: number;
  readonly column: AgencyColumn | null;
  readonly code: AgencyFaultCode;
  readonly params?: ErrorParams;
}

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

export interface ReadRows {
  /** How many rows name an agency. */
  readonly rowCount: number;
  readonly rows: readonly ImportRow[];
  readonly faults: readonly ImportFault[];
}
