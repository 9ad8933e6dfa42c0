import type { ImportFaultCode, Language } from '#contracts';
import { type ErrorParams, foldVietnamese } from '#kernel';

/** The columns of a kind of table, and what may stand over them. */
export interface Columns<Column extends string> {
  readonly names: readonly Column[];
  readonly required: readonly Column[];
  readonly words: Readonly<Record<Column, Readonly<Record<Language, string>>>>;
  readonly otherWords: Readonly<Record<Column, readonly string[]>>;
}

/** Something wrong in a file. */
export interface FileFault<Column extends string, Code extends string> {
  /** As the spreadsheet counts: the headers are row 1. */
  readonly row: number;
  readonly column: Column | null;
  readonly code: Code | ImportFaultCode;
  readonly params?: ErrorParams;
}

export interface Headers<Column extends string> {
  /** Where a column stands in a row. */
  readonly places: ReadonlyMap<Column, number>;
  readonly faults: readonly FileFault<Column, never>[];
}

/** Which column is which, by its header in Vietnamese or English. A column without a header is nobody’s and left out. */
export function readHeaders<Column extends string>(
  cells: readonly string[],
  columns: Columns<Column>,
): Headers<Column> {
  const columnOf = knownWords(columns);
  const places = new Map<Column, number>();
  const faults: FileFault<Column, never>[] = [];
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
  for (const column of columns.required.filter((name) => !places.has(name))) {
    faults.push({ row: 1, column, code: 'header-missing' });
  }
  return { places, faults };
}

function knownWords<Column extends string>({ names, words, otherWords }: Columns<Column>): ReadonlyMap<string, Column> {
  return new Map(
    names.flatMap((column) =>
      [column, words[column].vi, words[column].en, ...otherWords[column]].map((word) => [plain(word), column] as const),
    ),
  );
}

function plain(words: string): string {
  return foldVietnamese(words)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
