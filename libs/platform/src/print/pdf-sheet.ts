import type PDFKit from 'pdfkit';

type Font = 'plain' | 'bold' | 'italic';

export interface SheetOptions {
  readonly title: string;
  readonly fonts: Readonly<Record<Font, string>>;
  readonly pageWord: (page: number) => string;
}

/** What a signer puts their name under: side by side, left to right. */
export interface Signature {
  readonly above: string;
  readonly title: string;
  readonly hint: string;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly align: 'left' | 'center';
}

interface RowStyle {
  readonly font: Font;
  readonly size: number;
  readonly padding: number;
  readonly height: number;
}

/** What pdfkit has besides its published types: objects of the file itself, and the font in use. */
interface Inside {
  ref(data: Record<string, unknown>): FormObject;
  addContent(operators: string): unknown;
  readonly page: { readonly xobjects: Record<string, FormObject> };
  readonly _font: { readonly id: string; ref(): unknown; encode(text: string): [string[], unknown[]] };
}

interface FormObject {
  end(content: string): void;
}

/** A4 across: the left margin leaves room to bind, the bottom one for the number of the page. */
const margins = { top: 42, bottom: 46, left: 56, right: 36 };
const pageSize: [number, number] = [841.89, 595.28];
const footSize = 9;
/** Three lines, and room to sign and to stamp. */
export const signaturesHeight = 130;
const totalWidth = 60;
const lineStyles = { plain: ['plain', 11], bold: ['bold', 11], title: ['bold', 15] } as const;

/** pdfkit is loaded at the first export: with its fonts it takes longer than the rest of a request. */
export async function openSheet(options: SheetOptions): Promise<PdfSheet> {
  const { default: PDFDocument } = await import('pdfkit');
  return new PdfSheet(
    new PDFDocument({
      autoFirstPage: false,
      size: pageSize,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      info: { Title: options.title },
      lang: 'vi',
      displayTitle: true,
    }),
    options,
  );
}

/** The pages of a PDF as they are filled from top to bottom. */
export class PdfSheet {
  readonly width = pageSize[0] - margins.left - margins.right;
  private readonly inside: Inside;
  private readonly resources: Record<string, unknown> = {};
  /** The number of all pages is drawn once at the end; every page shows this one drawing. */
  private readonly total: FormObject;
  private y: number = margins.top;
  private freshAt: number = margins.top;
  private pages = 0;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly options: SheetOptions,
  ) {
    for (const [name, path] of Object.entries(options.fonts)) {
      pdf.registerFont(name, path);
    }
    this.inside = pdf as unknown as Inside;
    this.total = this.inside.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -footSize, totalWidth, footSize * 2],
      Resources: { Font: this.resources },
    });
  }

  /** What is left of the page under what is written. */
  get room(): number {
    return pageSize[1] - margins.bottom - this.y;
  }

  /** Whether nothing but headings is on the page. */
  get isFresh(): boolean {
    return this.y === this.freshAt;
  }

  markFresh(): void {
    this.freshAt = this.y;
  }

  addPage(): void {
    this.pdf.addPage();
    this.pages += 1;
    this.y = margins.top;
    this.freshAt = -1;
    this.numberPage();
  }

  space(points: number): void {
    this.y += points;
  }

  /** Begins the next page where this one has no room for so much. */
  keepTogether(height: number): void {
    if (height > this.room) {
      this.addPage();
    }
  }

  heightOf(text: string, width: number, font: Font, size: number): number {
    return text === '' ? 0 : this.pdf.font(font).fontSize(size).heightOfString(text, { width });
  }

  line(text: string, style: keyof typeof lineStyles, align: 'left' | 'center' = 'center'): void {
    const [font, size] = lineStyles[style];
    const height = this.heightOf(text === '' ? ' ' : text, this.width, font, size) + 2;
    this.keepTogether(height);
    this.pdf.font(font).fontSize(size).text(text, margins.left, this.y, { width: this.width, align });
    this.y += height;
  }

  /** Cells side by side in a ruled row; there has to be room for it. */
  cells(cells: readonly Cell[], { font, size, padding, height }: RowStyle): void {
    this.pdf.font(font).fontSize(size).lineWidth(0.5);
    let x = margins.left;
    for (const { text, width, align } of cells) {
      this.pdf.rect(x, this.y, width, height).stroke();
      if (text !== '') {
        this.pdf.text(text, x + padding, this.y + padding, { width: width - 2 * padding, align });
      }
      x += width;
    }
    this.y += height;
  }

  /** The signatures stand together with room to sign, on one page. */
  signatures(signatures: readonly Signature[]): void {
    this.keepTogether(signaturesHeight);
    this.y += 10;
    const width = this.width / signatures.length;
    for (const [index, { above, title, hint }] of signatures.entries()) {
      const x = margins.left + index * width;
      const parts = [
        ['italic', above],
        ['bold', title],
        ['italic', hint],
      ] as const;
      for (const [place, [font, text]] of parts.entries()) {
        this.pdf
          .font(font)
          .fontSize(11)
          .text(text, x, this.y + place * 16, { width, align: 'center' });
      }
    }
    this.y += 48;
  }

  /** The bytes that are finished so far. */
  *written(): Generator<Buffer> {
    for (let chunk = this.read(); chunk !== null; chunk = this.read()) {
      yield chunk;
    }
  }

  async *end(): AsyncGenerator<Buffer> {
    this.pdf.font('plain');
    const { _font: font } = this.inside;
    const [glyphs] = font.encode(String(this.pages));
    this.resources[font.id] = font.ref();
    this.total.end(`BT /${font.id} ${footSize} Tf <${glyphs.join('')}> Tj ET`);
    this.pdf.end();
    for await (const chunk of this.pdf) {
      yield chunk as Buffer;
    }
  }

  private read(): Buffer | null {
    return this.pdf.read() as Buffer | null;
  }

  private numberPage(): void {
    const word = this.options.pageWord(this.pages);
    const right = pageSize[0] - margins.right - totalWidth / 2;
    const fromBottom = margins.bottom - 24;
    this.pdf.font('plain').fontSize(footSize);
    const start = right - this.pdf.widthOfString(word);
    this.pdf.text(word, start, pageSize[1] - fromBottom - footSize, { lineBreak: false });
    this.inside.page.xobjects['Total'] = this.total;
    // pdfkit counts from the top; the text above sits on the line that its font leaves under its top.
    const baseline = pageSize[1] - fromBottom - footSize + this.ascent();
    this.inside.addContent(`q 1 0 0 -1 ${right.toFixed(2)} ${baseline.toFixed(2)} cm /Total Do Q`);
  }

  private ascent(): number {
    const { ascender } = this.inside._font as unknown as { readonly ascender: number };
    return (ascender / 1000) * footSize;
  }
}
