import type { NumberingMode } from '#contracts';

/** The one sequence that all documents of an agency share. */
export const sharedSeries = '';

/** The sequence of the types that have no abbreviation: official letters and letters would else have symbols alike. [own] */
const seriesWithoutAbbreviation = '-';

/**
 * The sequence that a document takes its number from. One for each kind means one for each abbreviation, because that is
 * what tells the symbols apart: no two documents of a year are ever alike. [own]
 */
export function seriesOf(mode: NumberingMode, typeAbbreviation: string | null): string {
  return mode === 'single' ? sharedSeries : (typeAbbreviation ?? seriesWithoutAbbreviation);
}

/** A number as it stands in the register before a document has it: `05`, `05/QĐ`. */
export function numberInWords(number: number, series: string): string {
  const digits = String(number).padStart(2, '0');
  return series === sharedSeries || series === seriesWithoutAbbreviation ? digits : `${digits}/${series}`;
}
