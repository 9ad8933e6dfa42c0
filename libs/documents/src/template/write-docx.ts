import type * as Docx from 'docx';
import { DocxParts } from './docx-parts.js';
import { columns, font, motto, page, shareOfLine, sizes, state } from './page-form.js';
import type { BodyParagraph } from './sheet-body.js';
import type { Sheet } from './sheet.js';
import { textWidth } from './text-width.js';

/** The bytes of a Word file with the sheet. The library is loaded with the first one, because few processes need it. */
export async function writeDocx(sheet: Sheet): Promise<Buffer> {
  const parts = new DocxParts(await import('docx'));
  const { Document, Header, Packer, PageNumber, Paragraph, TextRun } = parts.library;
  const pageNumber = new TextRun({ children: [PageNumber.CURRENT], font, size: sizes.pageNumber * 2 });
  const document = new Document({
    title: sheet.titleSubject ?? sheet.letterSubject ?? '',
    creator: sheet.issuer,
    styles: { default: { document: { run: { font, size: sizes.body * 2, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          // The first page has no number (Decree 30/2020, Annex I, I.7).
          titlePage: true,
          page: {
            size: { width: parts.millimetres(page.width), height: parts.millimetres(page.height) },
            margin: {
              top: parts.millimetres(page.top),
              bottom: parts.millimetres(page.bottom),
              left: parts.millimetres(page.left),
              right: parts.millimetres(page.right),
              header: parts.millimetres(page.toHeader),
              footer: parts.millimetres(page.toHeader),
            },
          },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ alignment: 'center', children: [pageNumber] })] }),
          first: new Header({ children: [new Paragraph({ children: [] })] }),
        },
        children: [
          head(parts, sheet),
          ...title(parts, sheet),
          ...addressees(parts, sheet),
          ...body(parts, sheet),
          foot(parts, sheet),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head(parts: DocxParts, sheet: Sheet): Docx.Table {
  const centred = { align: 'center' } as const;
  return parts.columns([
    {
      width: columns.left,
      children: [
        ...(sheet.superior === null ? [] : [parts.paragraph(sheet.superior, { ...centred, size: sizes.agency })]),
        parts.paragraph(sheet.issuer, { ...centred, size: sizes.agency, bold: true, after: 2 }),
        lineUnder(parts, sheet.issuer, sizes.agency, columns.left),
        parts.paragraph(sheet.symbolLine, { ...centred, size: sizes.symbol, before: 4 }),
        ...(sheet.letterSubject === null
          ? []
          : [parts.paragraph(sheet.letterSubject, { ...centred, size: sizes.letterSubject, before: 6 })]),
        ...urgency(parts, sheet.urgencyMark),
      ],
    },
    {
      width: columns.right,
      children: [
        parts.paragraph(state, { ...centred, size: sizes.state, bold: true }),
        parts.paragraph(motto, { ...centred, size: sizes.motto, bold: true, after: 2 }),
        parts.line(textWidth(motto, sizes.motto), columns.right),
        parts.paragraph(sheet.placeAndDate, { ...centred, size: sizes.placeAndDate, italics: true, before: 4 }),
      ],
    },
  ]);
}

/** A frame of 30 × 8 mm, of 40 × 8 for “thượng khẩn” (Decree 30/2020, Annex I, II.10b). */
function urgency(parts: DocxParts, mark: string | null): Docx.FileChild[] {
  if (mark === null) {
    return [];
  }
  const small = { size: 4 } as const;
  const frame = { width: mark.length > 10 ? 40 : 30, height: 8 };
  // A cell has to end with a paragraph.
  return [
    parts.paragraph('', small),
    parts.framed(mark, frame, { size: sizes.urgency, bold: true }),
    parts.paragraph('', small),
  ];
}

function title(parts: DocxParts, sheet: Sheet): Docx.Paragraph[] {
  const bold = { align: 'center', bold: true, size: sizes.title, keepNext: true } as const;
  if (sheet.title === null || sheet.titleSubject === null) {
    return [];
  }
  return [
    parts.paragraph(sheet.title, { ...bold, before: 18 }),
    parts.paragraph(sheet.titleSubject, { ...bold, after: 2 }),
    lineUnder(parts, sheet.titleSubject, sizes.title, columns.whole),
    ...(sheet.authority === null ? [] : [parts.paragraph(sheet.authority, { ...bold, before: 12, after: 6 })]),
  ];
}

function addressees(parts: DocxParts, { addressees: to }: Sheet): Docx.Paragraph[] {
  const style = { size: sizes.addressees, align: 'center', before: 12, after: 6 } as const;
  if (to.length === 0) {
    return [];
  }
  if (to.length === 1) {
    return [parts.paragraph(`Kính gửi: ${to[0]}`, style)];
  }
  const list = to.map((name, index) =>
    parts.paragraph(`- ${name}${index === to.length - 1 ? '.' : ';'}`, { size: sizes.addressees, firstLine: 50 }),
  );
  return [parts.paragraph('Kính gửi:', { ...style, align: 'left', firstLine: 30, after: 0 }), ...list];
}

function body(parts: DocxParts, { body: paragraphs }: Sheet): Docx.Paragraph[] {
  return paragraphs.map((paragraph) => bodyParagraph(parts, paragraph));
}

function bodyParagraph(parts: DocxParts, { text, style }: BodyParagraph): Docx.Paragraph {
  const size = sizes.body;
  const plain = { size, align: 'both', before: 6, firstLine: 10 } as const;
  switch (style) {
    case 'basis':
      return parts.paragraph(text, { ...plain, italics: true });
    case 'command':
      return parts.paragraph(text, { size, align: 'center', bold: true, before: 12, after: 6, keepNext: true });
    case 'article': {
      const end = text.indexOf('.', text.indexOf(' ')) + 1;
      return parts.paragraph(
        [parts.run(text.slice(0, end), { size, bold: true }), parts.run(text.slice(end), { size })],
        plain,
      );
    }
    case 'plain':
      return parts.paragraph(text, plain);
  }
}

/** Nơi nhận at the left, the signature at the right; they stay on one page. */
function foot(parts: DocxParts, sheet: Sheet): Docx.Table {
  const half = columns.whole / 2;
  const centred = { align: 'center', bold: true, size: sizes.signature } as const;
  return parts.columns([
    {
      width: half,
      children: [
        parts.paragraph('Nơi nhận:', { size: sizes.copiesHead, bold: true, italics: true, before: 12 }),
        ...sheet.copies.map((line) => parts.paragraph(line, { size: sizes.copies })),
      ],
    },
    {
      width: half,
      children: [
        ...sheet.signatureLines.map((line, index) =>
          parts.paragraph(line, { ...centred, before: index === 0 ? 12 : 0 }),
        ),
        parts.paragraph(sheet.signerName, { ...centred, before: 72 }),
      ],
    },
  ]);
}

function lineUnder(parts: DocxParts, text: string, size: number, column: number): Docx.Paragraph {
  return parts.line(Math.min(textWidth(text, size), column) * shareOfLine, column);
}
