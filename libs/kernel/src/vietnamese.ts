const marks = /\p{Mn}/gu;

/** Text as people search for it: lower case, without diacritics, one space between words ("Sở Nội vụ" → "so noi vu"). */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(marks, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
