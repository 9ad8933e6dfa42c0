import { agencyColumns, type AgencyColumn, agencyColumnWords, otherColumnWords } from '#contracts';
import { foldVietnamese } from '#kernel';
import type { ImportFault } from './import-row.js';

export interface Headers {
  /** Where a column stands in a row. */
  readonly places: ReadonlyMap<AgencyColumn, number>;
  readonly faults: readonly ImportFault[];
}

const required: readonly AgencyColumn[] = ['code', 'name', 'abbreviation', 'level'];

const columnOf: ReadonlyMap<string, AgencyColumn> = new Map(
  agencyColumns.flatMap((column) =>
    [column, ...Object.values(agencyColumnWords[column]), ...otherColumnWords[column]].map(
      (words) => [plain(words), column] as const,
    ),
  ),
);

/** Which column is which, by its header in Vietnamese or English. A column without a header is nobody’s and left out. */
export function readHeaders(cells: readonly string[]): Headers {
  const places = new Map<AgencyColumn, number>();
  const faults: ImportFault[] = [];
  cells.forEach((cell, place) => {
    const header = cell.trim();
    const column = columnOf.get(plain(header));
    if (header === '') {
      return;
    }
    if (column === undefined) {
      faults.push({ row: 1, column: null, code: 'header-unknown', params: { header: header.slice(0, 100) } });
      return;
    }
    if (places.has(column)) {
      faults.push({ row: 1, column, code: 'header-twice', params: { header } });
      return;
    }
    places.set(column, place);
  });
  for (const column of required.filter((name) => !places.has(name))) {
    faults.push({ row: 1, column, code: 'header-missing' });
  }
  return { places, faults };
}

function plain(words: string): string {
  return foldVietnamese(words)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
