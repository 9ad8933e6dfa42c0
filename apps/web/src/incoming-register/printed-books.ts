import type { IncomingEntry } from '../api/types.js';
import { vi } from '../i18n/vi/index.js';
import { formatDate } from '../ui/format.js';

/** The forms of Decree 30/2020, Annex IV, are Vietnamese, whatever language the reader uses. */
export const printedBooks = {
  register: {
    title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN',
    columns: [
      'Ngày đến',
      'Số đến',
      'Tác giả',
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Đơn vị hoặc người nhận',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú',
    ],
    cells: (entry: IncomingEntry): string[] => [
      formatDate(entry.arrivedOn),
      String(entry.number),
      entry.senderName,
      entry.symbol,
      formatDate(entry.issuedOn),
      `${entry.typeName} – ${entry.subject}`,
      entry.holders.join('; '),
      entry.passedOn === null ? '' : formatDate(entry.passedOn),
      '',
      noteOf(entry),
    ],
  },
  'follow-up': {
    title: 'SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN',
    columns: [
      'Số đến',
      'Tên loại, số, ký hiệu, ngày tháng và cơ quan ban hành văn bản',
      'Đơn vị hoặc người nhận',
      'Thời hạn giải quyết',
      'Tiến độ giải quyết',
      'Số, ký hiệu văn bản trả lời',
      'Ghi chú',
    ],
    cells: (entry: IncomingEntry): string[] => [
      String(entry.number),
      `${entry.typeName} ${entry.symbol} ngày ${formatDate(entry.issuedOn)} của ${entry.senderName}`,
      entry.holders.join('; '),
      entry.dueOn === null ? '' : formatDate(entry.dueOn),
      progressOf(entry),
      entry.replies.join('; '),
      noteOf(entry),
    ],
  },
} as const;

function progressOf({ state, dueOn, completedOn }: IncomingEntry): string {
  const word = vi.incoming.state[state];
  if (completedOn === null) {
    return word;
  }
  return `${word} ngày ${formatDate(completedOn)}${dueOn !== null && completedOn > dueOn ? ' (quá hạn)' : ''}`;
}

function noteOf({ state, source, paperToo }: IncomingEntry): string {
  const gone = state === 'recalled' || state === 'replaced' ? [vi.incoming.state[state]] : [];
  const paper = [...(source === 'paper' ? ['Bản giấy'] : []), ...(paperToo ? ['Có bản giấy kèm theo'] : [])];
  return [...gone, ...paper].join('. ');
}
