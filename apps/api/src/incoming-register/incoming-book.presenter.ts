import type { ArrivalState, IncomingBook, IncomingEntry } from '#contracts';
import type { IncomingRegisterBook } from '#incoming';
import type { PrintedBook } from '../registers/book-files.js';
import { dayInWords, frameOf } from '../registers/book-frame.js';

/** The ten columns of the register of incoming documents (Decree 30/2020, Annex IV), with their parts of the width. */
const registerColumns = [
  { heading: 'Ngày đến', width: 9, align: 'center' },
  { heading: 'Số đến', width: 6, align: 'center' },
  { heading: 'Tác giả', width: 15 },
  { heading: 'Số, ký hiệu văn bản', width: 11 },
  { heading: 'Ngày tháng văn bản', width: 9, align: 'center' },
  { heading: 'Tên loại và trích yếu nội dung văn bản', width: 25 },
  { heading: 'Đơn vị hoặc người nhận', width: 14 },
  { heading: 'Ngày chuyển', width: 9, align: 'center' },
  { heading: 'Ký nhận', width: 8 },
  { heading: 'Ghi chú', width: 14 },
] as const;

/** The seven columns of the book in which the handling of incoming documents is followed (Annex IV). */
const followUpColumns = [
  { heading: 'Số đến', width: 6, align: 'center' },
  { heading: 'Tên loại, số, ký hiệu, ngày tháng và cơ quan ban hành văn bản', width: 32 },
  { heading: 'Đơn vị hoặc người nhận', width: 18 },
  { heading: 'Thời hạn giải quyết', width: 11, align: 'center' },
  { heading: 'Tiến độ giải quyết', width: 18 },
  { heading: 'Số, ký hiệu văn bản trả lời', width: 15 },
  { heading: 'Ghi chú', width: 14 },
] as const;

const titles = {
  register: { name: 'Sổ văn bản đến', title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN', columns: registerColumns, cells: registerCells },
  'follow-up': {
    name: 'Theo dõi giải quyết',
    title: 'SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN',
    columns: followUpColumns,
    cells: followUpCells,
  },
} as const;

const progressWords: Readonly<Record<ArrivalState, string>> = {
  arrived: '',
  accepted: 'Chưa phân công',
  submitted: 'Đã trình lãnh đạo',
  assigned: 'Đã phân công',
  'in-process': 'Đang xử lý',
  completed: 'Hoàn thành',
  refused: 'Từ chối',
  joined: '',
  replaced: 'Đã thay thế',
  recalled: 'Nơi gửi đã thu hồi',
};

export function incomingBook(which: IncomingBook, book: IncomingRegisterBook): PrintedBook {
  const { name, title, columns, cells } = titles[which];
  let total = 0;
  async function* rows(): AsyncGenerator<string[][]> {
    for await (const page of book.pages) {
      total += page.length;
      yield page.map(cells);
    }
  }
  return {
    name,
    year: book.year,
    frame: frameOf(title, book),
    columns,
    rows: rows(),
    sentence: () => `Tổng cộng: ${total} văn bản.`,
  };
}

/** Who takes a document signs by hand. */
function registerCells(entry: IncomingEntry): string[] {
  return [
    dayInWords(entry.arrivedOn),
    String(entry.number),
    entry.senderName,
    entry.symbol,
    dayInWords(entry.issuedOn),
    `${entry.typeName} – ${entry.subject}`,
    entry.holders.join('; '),
    entry.passedOn === null ? '' : dayInWords(entry.passedOn),
    '',
    noteOf(entry),
  ];
}

function followUpCells(entry: IncomingEntry): string[] {
  return [
    String(entry.number),
    `${entry.typeName} ${entry.symbol} ngày ${dayInWords(entry.issuedOn)} của ${entry.senderName}`,
    entry.holders.join('; '),
    entry.dueOn === null ? '' : dayInWords(entry.dueOn),
    progressOf(entry),
    entry.replies.join('; '),
    noteOf(entry),
  ];
}

function progressOf({ state, dueOn, completedOn }: IncomingEntry): string {
  const word = progressWords[state];
  if (completedOn === null) {
    return word;
  }
  return `${word} ngày ${dayInWords(completedOn)}${dueOn !== null && completedOn > dueOn ? ' (quá hạn)' : ''}`;
}

function noteOf({ state, source, paperToo }: IncomingEntry): string {
  const gone = state === 'recalled' || state === 'replaced' ? [progressWords[state]] : [];
  const paper = [...(source === 'paper' ? ['Bản giấy'] : []), ...(paperToo ? ['Có bản giấy kèm theo'] : [])];
  return [...gone, ...paper].join('. ');
}
