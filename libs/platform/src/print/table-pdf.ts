import { createRequire } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openSheet, type PdfSheet, type Signature, signaturesHeight } from './pdf-sheet.js';

export interface PrintedColumn {
  readonly heading: string;
  /** Its part of the width of the page. */
  readonly width: number;
  readonly align?: 'left' | 'center';
}

export interface PrintedLine {
  readonly text: string;
  readonly style?: 'plain' | 'bold' | 'title';
}

export interface PrintedTable {
  readonly title: string;
  readonly head: readonly PrintedLine[];
  readonly columns: readonly PrintedColumn[];
  readonly rows: AsyncIterable<readonly (readonly string[])[]>;
  /** Asked for once all rows are written. */
  readonly foot: () => { readonly lines: readonly PrintedLine[]; readonly signatures: readonly Signature[] };
  /** `Trang {page}/`, before the number of all pages. */
  readonly pageWord: (page: number) => string;
}

const fontFolder = '@expo-google-fonts/tinos';
const require = createRequire(import.meta.url);

export const fonts = {
  plain: () => require.resolve(`${fontFolder}/400Regular/Tinos_400Regular.ttf`),
  bold: () => require.resolve(`${fontFolder}/700Bold/Tinos_700Bold.ttf`),
  italic: () => require.resolve(`${fontFolder}/400Regular_Italic/Tinos_400Regular_Italic.ttf`),
} as const;

const size = 10;
const padding = 3;
const rowsAtOnce = 20;

/**
 * A table on A4 pages across, written while its rows are read: it costs the memory of a page. The headings stand on
 * every page, and every page says how many there are.
 */
export async function* writeTablePdf(table: PrintedTable): AsyncGenerator<Buffer> {
  const sheet = await openSheet({
    title: table.title,
    fonts: { plain: fonts.plain(), bold: fonts.bold(), italic: fonts.italic() },
    pageWord: table.pageWord,
  });
  const grid = new Grid(sheet, table.columns);
  sheet.addPage();
  for (const line of table.head) {
    sheet.line(line.text, line.style ?? 'plain');
  }
  sheet.space(8);
  grid.headings();
  for await (const page of table.rows) {
    for (const [index, row] of page.entries()) {
      grid.row(row);
      // Laying a row out takes about a millisecond: others are served in between.
      if (index % rowsAtOnce === rowsAtOnce - 1) {
        yield* sheet.written();
        await nextTurn();
      }
    }
  }
  const { lines, signatures } = table.foot();
  sheet.space(10);
  sheet.keepTogether(lines.length * 20 + signaturesHeight);
  for (const line of lines) {
    sheet.line(line.text, line.style ?? 'plain', 'left');
  }
  sheet.signatures(signatures);
  yield* sheet.end();
}

/** The ruled part of the page. */
class Grid {
  private readonly widths: readonly number[];

  constructor(
    private readonly sheet: PdfSheet,
    private readonly columns: readonly PrintedColumn[],
  ) {
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    this.widths = columns.map(({ width }) => (width / total) * sheet.width);
  }

  headings(): void {
    this.draw(
      this.columns.map(({ heading }) => heading),
      'bold',
      true,
    );
    this.draw(
      this.columns.map((_, index) => `(${index + 1})`),
      'italic',
      true,
    );
  }

  /** A row that doesn’t fit begins the next page; one that is longer than a page is cut into pages of it. */
  row(cells: readonly string[]): void {
    let rest: readonly string[] | undefined = cells;
    while (rest !== undefined) {
      const height = this.heightOf(rest, 'plain');
      if (height <= this.sheet.room) {
        this.draw(rest, 'plain', false, height);
        return;
      }
      if (!this.sheet.isFresh) {
        this.sheet.addPage();
        this.headings();
        this.sheet.markFresh();
        continue;
      }
      const [now, later] = this.cut(rest);
      this.draw(now, 'plain', false);
      rest = later;
    }
  }

  private draw(
    cells: readonly string[],
    font: 'plain' | 'bold' | 'italic',
    centred: boolean,
    height = this.heightOf(cells, font),
  ): void {
    this.sheet.cells(
      cells.map((text, index) => ({
        text,
        width: this.widths[index] ?? 0,
        align: centred ? 'center' : (this.columns[index]?.align ?? 'left'),
      })),
      { font, size, padding, height },
    );
  }

  private heightOf(cells: readonly string[], font: 'plain' | 'bold' | 'italic'): number {
    const heights = cells.map((text, index) =>
      this.sheet.heightOf(text, (this.widths[index] ?? 0) - 2 * padding, font, size),
    );
    return Math.max(size, ...heights) + 2 * padding;
  }

  /** As much of each cell as fits on the page, and what is left of them. */
  private cut(cells: readonly string[]): [string[], string[] | undefined] {
    const now: string[] = [];
    const later: string[] = [];
    for (const [index, text] of cells.entries()) {
      const fits = this.fitting(text, (this.widths[index] ?? 0) - 2 * padding);
      now.push(text.slice(0, fits));
      later.push(text.slice(fits).trimStart());
    }
    return [now, later.every((text) => text === '') ? undefined : later];
  }

  /** How many characters of a text fit under each other on what is left of the page, whole words unless one is too long. */
  private fitting(text: string, width: number): number {
    const room = this.sheet.room - 2 * padding;
    let [low, high] = [1, text.length];
    if (this.sheet.heightOf(text, width, 'plain', size) <= room) {
      return text.length;
    }
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.sheet.heightOf(text.slice(0, middle), width, 'plain', size) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const space = text.lastIndexOf(' ', low);
    return space > 0 ? space : low;
  }
}
