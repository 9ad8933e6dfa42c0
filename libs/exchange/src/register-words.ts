import { foldVietnamese } from '#kernel';

/** The words of a search in the register: each has to occur, in any order. */
export interface SearchedWords {
  readonly whole: readonly string[];
  /** The last one, which may be typed in part only. */
  readonly begun: string | null;
}

/** [own] Fewer letters begin too many words: two of them are taken for a whole word, as QĐ is. */
const fewestBegun = 3;

/** Cut where `register_words` of the database cuts; nothing when there is no word in it. */
export function searchedWords(search: string): SearchedWords | null {
  const words = foldVietnamese(search)
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined) {
    return null;
  }
  const isBegun = last.length >= fewestBegun;
  return { whole: [...new Set(isBegun ? words.slice(0, -1) : words)], begun: isBegun ? last : null };
}

/** What the text of a line has to match, one pattern each. */
export function wordPatternsOf({ whole, begun }: SearchedWords): string[] {
  return [...whole.map((word) => `\\m${word}\\M`), ...(begun === null ? [] : [`\\m${begun}`])];
}

interface Book {
  readonly agencyId: string;
  readonly year: number;
}

/** The same as tsqueries on `register_words`, one for each month: an index answers each by itself. */
export function wordsQueries(
  { whole, begun }: SearchedWords,
  { agencyId, year }: Book,
  months: readonly number[],
): string[] {
  return months.map((month) => {
    const book = `${agencyId.slice(-12)}${year}${String(month).padStart(2, '0')}`;
    const parts = [...whole.map((word) => `'${book}${word}'`), ...(begun === null ? [] : [`'${book}${begun}':*`])];
    return parts.join(' & ');
  });
}

/** The months of a year in which lines between two days can be, the latest first. */
export function monthsBetween(year: number, from = '', to = '9999'): number[] {
  const inMonth = (month: number): string => `${year}-${String(month).padStart(2, '0')}`;
  return Array.from({ length: 12 }, (_, index) => 12 - index).filter(
    (month) => `${inMonth(month)}-31` >= from && `${inMonth(month)}-01` <= to,
  );
}
