/** Whose book of which year and days it is. */
export interface BookOf {
  readonly agencyName: string;
  readonly parentName: string | null;
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands above the lines of a register and below them. */
export interface BookFrame {
  readonly head: readonly string[];
  readonly title: string;
  readonly span: string;
  /** Place and day are written by hand when the book is concluded. [own] */
  readonly day: string;
}

export function frameOf(title: string, { agencyName, parentName, year, from, to }: BookOf): BookFrame {
  const days = [
    from === null ? '01/01' : dayInWords(from).slice(0, 5),
    to === null ? '31/12' : dayInWords(to).slice(0, 5),
  ];
  return {
    head: [...(parentName === null ? [] : [parentName.toLocaleUpperCase('vi')]), agencyName.toLocaleUpperCase('vi')],
    title,
    span: `Năm ${year} – từ ngày ${days[0]}/${year} đến ngày ${days[1]}/${year}`,
    day: `…………………, ngày …… tháng …… năm ${year}`,
  };
}

export const signatures = [
  { title: 'NGƯỜI LẬP SỔ', hint: '(Ký, ghi rõ họ tên)' },
  { title: 'THỦ TRƯỞNG CƠ QUAN', hint: '(Ký, ghi rõ họ tên, đóng dấu)' },
] as const;

export function dayInWords(day: string): string {
  return day.split('-').toReversed().join('/');
}
