/** `ngày 02 tháng 5 năm 2017`: days below ten and the first two months have a leading zero (Decree 30/2020, Annex I). */
export function longDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
