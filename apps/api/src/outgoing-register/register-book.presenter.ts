import type { RegisterEntry } from '#contracts';
import { numberInWords } from '#documents';
import type { RegisterBook } from '#exchange';
import type { PrintedBook } from '../registers/book-files.js';
import { dayInWords, frameOf } from '../registers/book-frame.js';

/** The ten columns of the register of outgoing documents (Decree 30/2020, Annex IV), with their parts of the width. */
const registerColumns = [
  { heading: 'Số, ký hiệu văn bản', width: 11 },
  { heading: 'Ngày tháng văn bản', width: 9, align: 'center' },
  { heading: 'Tên loại và trích yếu nội dung văn bản', width: 25 },
  { heading: 'Người ký', width: 11 },
  { heading: 'Nơi nhận văn bản', width: 20 },
  { heading: 'Đơn vị, người nhận bản lưu', width: 11 },
  { heading: 'Số lượng bản', width: 6, align: 'center' },
  { heading: 'Ngày chuyển', width: 9, align: 'center' },
  { heading: 'Ký nhận', width: 8 },
  { heading: 'Ghi chú', width: 14 },
] as const;

/** A line of the register as it is printed; who takes a paper signs by hand. */
function registerCells(entry: RegisterEntry): string[] {
  return [
    entry.symbol ?? numberInWords(entry.number, entry.series),
    entry.document === null ? '' : dayInWords(entry.day),
    contentOf(entry),
    entry.signer?.fullName ?? '',
    recipientsOf(entry),
    keeperOf(entry),
    entry.issuedAmount === null ? '' : String(entry.issuedAmount),
    entry.sentOn === null ? '' : dayInWords(entry.sentOn),
    '',
    noteOf(entry),
  ];
}

function contentOf({ typeName, document }: RegisterEntry): string {
  return [typeName, document?.subject].filter((part) => part !== null && part !== undefined).join(' – ');
}

function recipientsOf({ recipients, recipientCount }: RegisterEntry): string {
  const others = recipientCount - recipients.length;
  return `${recipients.join('; ')}${others > 0 ? ` và ${others} nơi nhận khác` : ''}`;
}

/** The clerk’s office keeps the original, the unit that drafted it another copy (Decree 30/2020, Art. 19). */
function keeperOf({ document }: RegisterEntry): string {
  if (document === null) {
    return '';
  }
  return `Văn thư; ${document.draftingUnit === '' ? document.drafterName : document.draftingUnit}`;
}

function noteOf({ state, reason, cancelled }: RegisterEntry): string {
  const held = reason === '' ? [] : [`${state === 'reserved' ? 'Số giữ' : 'Số đã giữ'}: ${reason}`];
  return [...held, ...(cancelled === null ? [] : [`Số hủy: ${cancelled.reason}`])].join('. ');
}

/** Counts the lines as they go by: the closing lines say how many there were. */
class CountedLines {
  private total = 0;
  private cancelled = 0;
  private reserved = 0;
  private first: string | null = null;
  private last: string | null = null;

  async *cells(pages: RegisterBook['pages']): AsyncGenerator<string[][]> {
    for await (const page of pages) {
      for (const { state, number, series } of page) {
        this.total += 1;
        this.cancelled += state === 'cancelled' ? 1 : 0;
        this.reserved += state === 'reserved' ? 1 : 0;
        this.last = numberInWords(number, series);
        this.first ??= this.last;
      }
      yield page.map(registerCells);
    }
  }

  get sentence(): string {
    const span = this.first === null ? '' : `, từ số ${this.first} đến số ${this.last}`;
    return `Tổng cộng: ${this.total} số${span}; trong đó ${this.cancelled} số hủy, ${this.reserved} số giữ chưa dùng.`;
  }
}

export function outgoingBook(book: RegisterBook): PrintedBook {
  const lines = new CountedLines();
  return {
    name: 'Sổ văn bản đi',
    year: book.year,
    frame: frameOf('SỔ ĐĂNG KÝ VĂN BẢN ĐI', book),
    columns: registerColumns,
    rows: lines.cells(book.pages),
    sentence: () => lines.sentence,
  };
}
