import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';

/** Excel runs a cell that begins like this as a formula, whatever wrote it. */
const formula = /^[=+\-@\t\r]/;
const guard = "'";

/** CSV as Excel opens it: with the mark of UTF-8 at the front, and nothing in it that would run as a formula. */
export async function* writeCsv(
  headers: readonly string[],
  pages: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${lines([headers])}`;
  for await (const page of pages) {
    yield lines(page);
    // Others are served between two pages.
    await nextTurn();
  }
}

/** A cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith(guard) && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function lines(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (formula.test(cell) ? guard + cell : cell)));
  return stringify(guarded, { record_delimiter: 'windows' });
}
