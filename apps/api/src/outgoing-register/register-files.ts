import type { RegisterBook } from '#exchange';
import { writeTablePdf, writeXlsx } from '#platform';
import { CountedLines, frameOf, registerColumns, signatures } from './register-book.presenter.js';

const [keeper, head] = signatures;

export function registerPdf(book: RegisterBook): AsyncGenerator<Buffer> {
  const lines = new CountedLines();
  const frame = frameOf(book);
  return writeTablePdf({
    title: `${frame.title} năm ${book.year}`,
    head: [
      ...frame.head.map((text) => ({ text, style: 'bold' }) as const),
      { text: frame.title, style: 'title' },
      { text: frame.span },
    ],
    columns: registerColumns,
    rows: lines.cells(book.pages),
    foot: () => ({
      lines: [{ text: lines.sentence }],
      signatures: [
        { above: '', ...keeper },
        { above: frame.day, ...head },
      ],
    }),
    pageWord: (page) => `Trang ${page}/`,
  });
}

export function registerXlsx(book: RegisterBook): AsyncGenerator<Buffer> {
  const lines = new CountedLines();
  const frame = frameOf(book);
  /** Under the first and the seventh column. */
  const aside = (left: string, right: string): string[] => [left, '', '', '', '', '', right];
  return writeXlsx({
    name: `Sổ văn bản đi ${book.year}`,
    headers: registerColumns.map(({ heading }) => heading),
    widths: registerColumns.map(({ width }) => width * 1.4),
    rows: lines.cells(book.pages),
    printed: {
      above: [...frame.head, frame.title, frame.span].map((text) => [text]),
      below: registerColumns.map((_, index) => `(${index + 1})`),
      foot: () => [
        [''],
        [lines.sentence],
        [''],
        aside('', frame.day),
        aside(keeper.title, head.title),
        aside(keeper.hint, head.hint),
      ],
      pageWord: 'Trang &P/&N',
    },
  });
}
