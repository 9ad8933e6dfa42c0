import type { RegisterEntry } from '../api/types.js';

/** `05`, `05/QĐ`, or the whole symbol once a document has it. */
export function numberOf({ symbol, number, series }: Pick<RegisterEntry, 'symbol' | 'number' | 'series'>): string {
  const digits = String(number).padStart(2, '0');
  return symbol ?? (series === '' || series === '-' ? digits : `${digits}/${series}`);
}
