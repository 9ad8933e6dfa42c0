import type * as Docx from 'docx';
import { font } from './page-form.js';

export type Library = typeof Docx;

export interface RunStyle {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

export interface ParagraphStyle extends RunStyle {
  readonly align?: 'left' | 'center' | 'both';
  /** In points. */
  readonly before?: number;
  readonly after?: number;
  /** First line, in millimetres. */
  readonly firstLine?: number;
  readonly keepNext?: boolean;
}

const twipsAPoint = 20;

/** Paragraphs, lines and cells of a sheet, made with the library that was loaded. */
export class DocxParts {
  constructor(readonly library: Library) {}

  millimetres(value: number): number {
    return this.library.convertMillimetersToTwip(value);
  }

  run(text: string, { size, bold = false, italics = false }: RunStyle): Docx.TextRun {
    return new this.library.TextRun({ text, font, size: size * 2, bold, italics });
  }

  paragraph(runs: string | readonly Docx.TextRun[], style: ParagraphStyle): Docx.Paragraph {
    const { align = 'left', before = 0, after = 0, firstLine = 0, keepNext = false } = style;
    return new this.library.Paragraph({
      alignment: align,
      keepNext,
      spacing: { before: before * twipsAPoint, after: after * twipsAPoint },
      indent: { firstLine: this.millimetres(firstLine) },
      children: typeof runs === 'string' ? [this.run(runs, style)] : [...runs],
    });
  }

  /** A thin line of this length in the middle of a column, both in millimetres. */
  line(length: number, column: number): Docx.Paragraph {
    const side = this.millimetres(Math.max(0, (column - length) / 2));
    return new this.library.Paragraph({
      spacing: { before: 0, after: 0, line: 60, lineRule: 'exact' },
      indent: { left: side, right: side },
      border: { top: { style: 'single', size: 6, space: 1, color: '000000' } },
      children: [],
    });
  }

  /** A table without borders, one row of columns with their widths in millimetres. */
  columns(cells: readonly { readonly width: number; readonly children: readonly Docx.FileChild[] }[]): Docx.Table {
    const { Table, TableCell, TableRow } = this.library;
    const none = { style: 'none', size: 0, color: 'auto' } as const;
    return new Table({
      layout: 'fixed',
      width: { size: this.millimetres(cells.reduce((sum, { width }) => sum + width, 0)), type: 'dxa' },
      columnWidths: cells.map(({ width }) => this.millimetres(width)),
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            ({ width, children }) =>
              new TableCell({
                width: { size: this.millimetres(width), type: 'dxa' },
                children: children.filter((child) => child instanceof this.library.Paragraph || child instanceof Table),
              }),
          ),
        }),
      ],
    });
  }

  /** A text in a frame of its own, in the middle of a column; its size in millimetres. */
  framed(text: string, size: { readonly width: number; readonly height: number }, style: RunStyle): Docx.Table {
    const { Table, TableCell, TableRow } = this.library;
    const width = this.millimetres(size.width);
    return new Table({
      layout: 'fixed',
      alignment: 'center',
      width: { size: width, type: 'dxa' },
      columnWidths: [width],
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      rows: [
        new TableRow({
          height: { value: this.millimetres(size.height), rule: 'exact' },
          children: [
            new TableCell({ verticalAlign: 'center', children: [this.paragraph(text, { ...style, align: 'center' })] }),
          ],
        }),
      ],
    });
  }
}
