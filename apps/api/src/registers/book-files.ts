import { writeTablePdf, writeXlsx } from '#platform';
import { type BookFrame, signatures } from './book-frame.js';

interface BookColumn {
  readonly heading: string;
  readonly width: number;
  readonly align?: 'center';
}

/** A register of a year in the form of Decree 30/2020, Annex IV, ready to be written. */
export interface PrintedBook {
  /** Of the sheet of a workbook. */
  readonly name: string;
  readonly year: number;
  readonly frame: BookFrame;
  readonly columns: readonly BookColumn[];
  readonly rows: AsyncGenerator<string[][]>;
  /** The closing line, asked for when the last row is written. */
  readonly sentence: () => string;
}

const [keeper, head] = signatures;

export function bookPdf({ year, frame, columns, rows, sentence }: PrintedBook): AsyncGenerator<Buffer> {
  return writeTablePdf({
    title: `${frame.title} năm ${year}`,
    head: [
      ...frame.head.map((text) => ({ text, style: 'bold' }) as const),
      { text: frame.title, style: 'title' },
      { text: frame.span },
    ],
    columns,
    rows,
    foot: () => ({
      lines: [{ text: sentence() }],
      signatures: [
        { above: '', ...keeper },
        { above: frame.day, ...head },
      ],
    }),
    pageWord: (page) => `Trang ${page}/`,
  });
}

export function bookXlsx({ name, year, frame, columns, rows, sentence }: PrintedBook): AsyncGenerator<Buffer> {
  /** Under the first column and one near the right edge. */
  const aside = (left: string, right: string): string[] => [
    left,
    ...Array.from({ length: columns.length - 5 }, () => ''),
    right,
  ];
  return writeXlsx({
    name: `${name} ${year}`,
    headers: columns.map(({ heading }) => heading),
    widths: columns.map(({ width }) => width * 1.4),
    rows,
    printed: {
      above: [...frame.head, frame.title, frame.span].map((text) => [text]),
      below: columns.map((_, index) => `(${index + 1})`),
      foot: () => [
        [''],
        [sentence()],
        [''],
        aside('', frame.day),
        aside(keeper.title, head.title),
        aside(keeper.hint, head.hint),
      ],
      pageWord: 'Trang &P/&N',
    },
  });
}

/** How each format of a register is written. */
export const bookFormats = {
  pdf: { mediaType: 'application/pdf', write: bookPdf },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: bookXlsx },
} as const;
