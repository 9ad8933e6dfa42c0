/** Times New Roman, in thousandths of the type size: enough to draw a line that is as long as a text. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'’I|ijl()/-]/u, 300],
  [/[MWƯƠmwĐ]/u, 850],
  [/\p{Lu}/u, 710],
  [/[\p{Ll}\d]/u, 490],
];
const other = 500;
const millimetresAPoint = 0.3528;

/** About how wide a text is in bold Times New Roman of this size in points, in millimetres. */
export function textWidth(text: string, size: number): number {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').split('');
  const thousandths = letters.reduce(
    (sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? other),
    0,
  );
  return (thousandths / 1000) * size * millimetresAPoint;
}
