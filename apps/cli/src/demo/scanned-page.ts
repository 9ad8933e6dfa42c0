/** A PDF of one page that looks written on and has no text, as it comes from a scanner. */
export function scannedPage(): Buffer {
  const lines = Array.from({ length: 22 }, (_, row) => `72 ${700 - row * 26} ${400 - ((row * 53) % 120)} 7 re`);
  const content = ['0.96 g 0 0 595 842 re f', '0.45 g', ...lines, 'f', '0.8 0.1 0.1 RG 3 w 380 96 72 72 re S'].join(
    '\n',
  );
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, 'latin1');
}
