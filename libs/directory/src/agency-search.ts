import { foldVietnamese } from '#kernel';

/** From this length on a word is found anywhere; a shorter one only where a word begins: fewer than three letters make no trigram. */
const shortestPiece = 3;
/** More words than a name has narrow nothing down. */
const mostWords = 12;

/** The patterns of `agencies.search_text` for each word of a search, longest first. */
export function agencyPatterns(search: string): string[] {
  return [...new Set(foldVietnamese(search).split(' '))]
    .filter((word) => word !== '')
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
    .map((word) => {
      const literal = word.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
      return word.length < shortestPiece ? `% ${literal}%` : `%${literal}%`;
    });
}
