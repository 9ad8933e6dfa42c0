/**
 * A PDF with these lines on its pages, in letters of every alphabet; a page without lines is a picture of one dot. It
 * names a font that nobody has, so it is for reading its text, not for looking at.
 */
export function textPdf(pages: readonly (readonly string[])[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    stream(letters),
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream(lines.length === 0 ? picture : lines.map(shown).join('\n')),
    ]),
  ];
  const parts = ['%PDF-1.7\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const places = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    `xref\n0 ${count}\n0000000000 65535 f \n${places}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

/** Every code is its own letter. A range may change the last byte of a code only. */
const blocks = ['00', '01', '03', '1e', '20'];
const letters = [
  '/CIDInit /ProcSet findresource begin begincmap',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  `${blocks.length} beginbfrange`,
  ...blocks.map((block) => `<${block}00> <${block}ff> <${block}00>`),
  'endbfrange endcmap end',
].join('\n');

const picture = 'q 100 0 0 100 100 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function shown(line: string, index: number): string {
  const codes = Array.from({ length: line.length }, (_, at) => line.charCodeAt(at).toString(16).padStart(4, '0'));
  return `BT /F 12 Tf 60 ${780 - 18 * index} Td <${codes.join('')}> Tj ET`;
}
