import { DomainError } from '#kernel';
import { Id, isWritable, type Page } from '#contracts';

/** The cursor of a list: the key of the last row shown, opaque to clients. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key that a cursor stands for: `length` parts, or nothing for a first page.
 *
 * @throws DomainError `request.invalid` when the cursor is none of ours.
 */
export function decodeCursor(cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.map(String).every(isWritable)) {
      return key.map(String);
    }
  } catch {
    // Answered below.
  }
  throw new DomainError('request.invalid');
}

/**
 * The id that the cursor of a list in the order of ids stands for.
 *
 * @throws DomainError `request.invalid` when the cursor is none of ours.
 */
export function decodeIdCursor(cursor: string | undefined): string | undefined {
  const id = decodeCursor(cursor, 1)?.[0];
  if (id !== undefined && !Id.safeParse(id).success) {
    throw new DomainError('request.invalid');
  }
  return id;
}

/** A page from `limit + 1` rows: the extra row only tells that there are more. */
export function toPage<Row, View>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  present: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items: shown.map(present), next };
}

/** The patterns of a search, the longest first: every word of the folded text has to occur. */
export function wordPatterns(folded: string): string[] {
  return folded
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`)
    .toSorted((a, b) => b.length - a.length);
}

/**
 * The condition that `search_text` matches all patterns of a parameter such as `$4`. LIKE ALL alone can’t use the
 * trigram index; the longest pattern beside it can, and leaves little for the rest.
 */
export function hasWords(parameter: string): string {
  return `search_text LIKE coalesce((${parameter}::text[])[1], '%') AND search_text LIKE ALL (${parameter})`;
}
