import { type Language, type TrailEntryView, wordsOfAction } from '#contracts';
import { TIME_ZONE } from '#kernel';

export const columnWords: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Thời điểm',
    'Việc',
    'Mã việc',
    'Người',
    'Chức danh',
    'Cơ quan',
    'Đối tượng',
    'Mã đối tượng',
    'Ghi chú',
    'Địa chỉ',
    'Mã mục',
  ],
  en: ['Time', 'Act', 'Code', 'Person', 'Position', 'Agency', 'Object', 'Object id', 'Note', 'Address', 'Entry'],
};

/** In the widths of a character, in the order of the columns. */
export const widths = [20, 32, 26, 26, 26, 36, 16, 38, 40, 18, 38];

export const sheetName: Readonly<Record<Language, string>> = { vi: 'Nhật ký', en: 'Trail' };

export async function* exportedCells(
  pages: AsyncIterable<readonly TrailEntryView[]>,
  language: Language,
): AsyncGenerator<string[][]> {
  for await (const page of pages) {
    yield page.map((entry) => [
      momentOf(entry.at),
      wordsOfAction(entry.action, language),
      entry.action,
      entry.actor?.fullName ?? '',
      entry.actor?.position ?? '',
      (entry.actor?.agency ?? entry.agency)?.name ?? '',
      entry.objectType,
      entry.objectId,
      entry.note ?? '',
      entry.address ?? '',
      entry.id,
    ]);
  }
}

/** `2017-12-07 14:05:09` in Vietnam: sorts as text, and Excel reads it as a moment. */
const moments = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });

function momentOf(instant: string): string {
  return moments.format(new Date(instant));
}
