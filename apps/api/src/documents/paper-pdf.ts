import { createRequire } from 'node:module';
import type PDFKit from 'pdfkit';
import type { PaperSlip, PaperSlips } from '#contracts';

const require = createRequire(import.meta.url);
/** Of the same measures as Times New Roman, which the decree asks for. */
const fontFolder = '@expo-google-fonts/tinos';
const fonts = {
  plain: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const;

type Font = keyof typeof fonts;

const mm = 72 / 25.4;
/** A4 with the margins of Decree 30/2020, Annex I: 20 above and below, 30 left, 15 right. */
const page = { width: 210 * mm, height: 297 * mm, top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 15 * mm };
const textWidth = page.width - page.left - page.right;
const size = 13;

const columns = [
  { heading: 'TT', part: 6 },
  { heading: 'Nơi nhận', part: 25 },
  { heading: 'Địa chỉ', part: 24 },
  { heading: 'Lý do gửi giấy', part: 16 },
  { heading: 'Ngày chuyển', part: 15 },
  { heading: 'Ký nhận', part: 14 },
] as const;

/** The list of envelopes and a covering note (phiếu gửi) for each, as pages to print. */
export async function paperPdf(paper: PaperSlips): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
    info: { Title: `Phiếu gửi ${paper.symbol}` },
    lang: 'vi',
  });
  for (const [name, path] of Object.entries(fonts)) {
    pdf.registerFont(name, require.resolve(`${fontFolder}/${path}`));
  }
  const sheet = new Sheet(pdf);
  envelopeList(sheet, paper);
  for (const slip of paper.items) {
    coveringNote(sheet, paper, slip);
  }
  pdf.end();
  return pdf;
}

class Sheet {
  constructor(readonly pdf: PDFKit.PDFDocument) {}

  write(text: string, font: Font = 'plain', align: 'left' | 'center' | 'justify' = 'justify', points = size): void {
    this.pdf
      .font(font)
      .fontSize(points)
      .text(text, page.left, this.pdf.y, { width: textWidth, align, paragraphGap: 5 });
  }

  /** Lines in a part of the width, from a height on; gives where they end. */
  block(lines: readonly (readonly [Font, string])[], x: number, width: number, top: number, points = 12): number {
    let y = top;
    for (const [font, text] of lines) {
      this.pdf.font(font).fontSize(points).text(text, x, y, { width, align: 'center' });
      y = this.pdf.y;
    }
    return y;
  }

  /** Agency on the left, nation and motto on the right, each over its line. */
  begin({ issuer }: PaperSlips): void {
    this.pdf.addPage();
    const top = page.top;
    const leftWidth = textWidth * 0.42;
    const rightX = page.left + textWidth * 0.44;
    const rightWidth = textWidth * 0.56;
    const parent = issuer.parentName === null ? [] : [['plain', issuer.parentName.toUpperCase()] as const];
    const left = this.block([...parent, ['bold', issuer.name.toUpperCase()]], page.left, leftWidth, top);
    const nation = this.block([['bold', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']], rightX, rightWidth, top);
    const right = this.block([['bold', 'Độc lập - Tự do - Hạnh phúc']], rightX, rightWidth, nation, size);
    this.rule(page.left + leftWidth / 2, left + 2, leftWidth * 0.4);
    this.rule(rightX + rightWidth / 2, right + 2, rightWidth * 0.62);
    this.pdf.y = Math.max(left, right) + 14;
  }

  row(cells: readonly string[], font: Font): void {
    const widths = columns.map(({ part }) => (textWidth * part) / 100);
    this.pdf.font(font).fontSize(11);
    const heights = cells.map((text, index) => this.pdf.heightOfString(text, { width: (widths[index] ?? 0) - 6 }));
    const height = Math.max(14, ...heights) + 6;
    if (this.pdf.y + height > page.height - page.bottom) {
      this.pdf.addPage();
      this.pdf.font(font).fontSize(11);
    }
    const top = this.pdf.y;
    let x = page.left;
    for (const [index, text] of cells.entries()) {
      const width = widths[index] ?? 0;
      this.pdf.rect(x, top, width, height).lineWidth(0.5).stroke();
      this.pdf.text(text, x + 3, top + 3, { width: width - 6, align: font === 'bold' ? 'center' : 'left' });
      x += width;
    }
    this.pdf.y = top + height;
  }

  private rule(centre: number, y: number, width: number): void {
    this.pdf
      .moveTo(centre - width / 2, y)
      .lineTo(centre + width / 2, y)
      .lineWidth(0.7)
      .stroke();
  }
}

function envelopeList(sheet: Sheet, paper: PaperSlips): void {
  sheet.begin(paper);
  sheet.write('DANH SÁCH BÌ VĂN BẢN', 'bold', 'center', 14);
  sheet.write(`Kèm ${paper.typeName} số ${paper.symbol} ngày ${inVietnamese(paper.issuedOn)}`, 'italic', 'center');
  sheet.pdf.moveDown(0.5);
  sheet.row(
    columns.map(({ heading }) => heading),
    'bold',
  );
  for (const [index, { recipient, address, paperReason, handover }] of paper.items.entries()) {
    const handedOn = handover === null ? '' : inVietnamese(handover.handedOn);
    const cells = [String(index + 1), recipient, address ?? '', paperReason ?? '', handedOn, handover?.takenBy ?? ''];
    sheet.row(cells, 'plain');
  }
}

/** In the form of a named type of the decree: phiếu gửi has no number of its own here, the clerk writes it. [own] */
function coveringNote(sheet: Sheet, paper: PaperSlips, slip: PaperSlip): void {
  const { issuer, symbol, typeName, subject, issuedOn, pageAmount } = paper;
  const { pdf } = sheet;
  sheet.begin(paper);
  const [year = '', month = '', day = ''] = slip.sentOn.split('-');
  const top = pdf.y;
  sheet.block([['plain', `Số:         /PG-${issuer.abbreviation}`]], page.left, textWidth * 0.42, top, size);
  const placeAndDay = `……………, ngày ${day} tháng ${month} năm ${year}`;
  sheet.block([['italic', placeAndDay]], page.left + textWidth * 0.44, textWidth * 0.56, top, size);
  pdf.moveDown(1);
  sheet.write('PHIẾU GỬI', 'bold', 'center', 14);
  sheet.write(`Kính gửi: ${slip.recipient}`, 'plain', 'center');
  if (slip.address !== null) {
    sheet.write(slip.address, 'italic', 'center');
  }
  pdf.moveDown(0.5);
  sheet.write(`${issuer.name} xin gửi kèm theo phiếu này văn bản sau:`);
  const pages = pageAmount === null ? '' : ` (${pageAmount} trang)`;
  sheet.write(`1. ${typeName} số ${symbol} ngày ${inVietnamese(issuedOn)} ${subject}${pages}.`);
  if (slip.withElectronic) {
    sheet.write('Văn bản này cũng được gửi điện tử.');
  }
  sheet.write(`Sau khi nhận được, đề nghị Quý cơ quan gửi lại phiếu này cho ${issuer.name}./.`);
  signatures(sheet);
}

function signatures(sheet: Sheet): void {
  const { pdf } = sheet;
  pdf.moveDown(1);
  const top = pdf.y;
  const half = textWidth / 2;
  pdf.font('bold').fontSize(12).text('Nơi nhận:', page.left, top, { width: half });
  pdf.font('plain').fontSize(11).text('- Như trên;\n- Lưu: VT.', page.left, pdf.y, { width: half });
  const title = [['bold', 'VĂN THƯ CƠ QUAN'] as const, ['italic', '(Chữ ký, họ và tên)'] as const];
  sheet.block(title, page.left + half, half, top, size);
  const receiver = [
    ['italic', 'Ngày …… tháng …… năm ……'] as const,
    ['bold', 'NGƯỜI NHẬN VĂN BẢN'] as const,
    ['italic', '(Chữ ký, họ và tên)'] as const,
  ];
  sheet.block(receiver, page.left, half, top + 34 * mm, size);
}

function inVietnamese(day: string): string {
  return day.split('-').toReversed().join('/');
}
