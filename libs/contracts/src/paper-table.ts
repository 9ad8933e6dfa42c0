import { z } from 'zod';
import { type Language, languages } from './errors.js';
import { importFaultSentences } from './file-import.js';
import { Id } from './page.js';

type Words = Readonly<Record<Language, string>>;

/** The columns of a morning’s post as a table, in their order. */
export const paperColumns = [
  'issuer',
  'symbol',
  'issuedOn',
  'type',
  'subject',
  'pageCount',
  'arrivedOn',
  'dueDate',
] as const;
export type PaperColumn = (typeof paperColumns)[number];

/** As the incoming register names them (Decree 30/2020, Annex IV). */
export const paperColumnWords: Readonly<Record<PaperColumn, Words>> = {
  issuer: { vi: 'Tác giả', en: 'Issuer' },
  symbol: { vi: 'Số, ký hiệu', en: 'Number and notation' },
  issuedOn: { vi: 'Ngày văn bản', en: 'Issued on' },
  type: { vi: 'Loại văn bản', en: 'Type' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  pageCount: { vi: 'Số trang', en: 'Pages' },
  arrivedOn: { vi: 'Ngày đến', en: 'Arrived on' },
  dueDate: { vi: 'Hạn trả lời', en: 'Due on' },
};

/** What else stands over such a column; case, diacritics and signs do not matter. */
export const otherPaperColumnWords: Readonly<Record<PaperColumn, readonly string[]>> = {
  issuer: ['co quan ban hanh', 'noi gui', 'co quan gui', 'don vi gui', 'sender'],
  symbol: ['so ky hieu', 'so hieu', 'so van ban', 'symbol', 'number'],
  issuedOn: ['ngay thang', 'ngay thang van ban', 'ngay ban hanh', 'ngay ky', 'date'],
  type: ['ten loai', 'loai', 'loai vb'],
  subject: ['ten loai va trich yeu', 'noi dung', 'trich yeu noi dung'],
  pageCount: ['so to', 'trang', 'page count'],
  arrivedOn: ['ngay nhan', 'received on'],
  dueDate: ['han', 'thoi han', 'han xu ly', 'due date'],
};

/** What can be wrong in a table of paper, in a sentence for the clerk. */
export const paperFaultSentences = {
  ...importFaultSentences,
  'unknown-type': { vi: 'Không có loại văn bản “{value}”.', en: 'There is no type “{value}”.' },
  'bad-count': { vi: '“{value}” không phải là số trang.', en: '“{value}” is no number of pages.' },
} as const satisfies Record<string, Words>;
export type PaperFaultCode = keyof typeof paperFaultSentences;

/** A line of a file as far as it is understood; what is wrong with it stands beside it, for the clerk to mend. */
export const PaperLine = z
  .object({
    row: z.number().int().describe('As the spreadsheet counts: the headers are row 1'),
    issuer: z.object({ agencyId: Id.nullable(), name: z.string() }),
    symbol: z.string(),
    issuedOn: z.iso.date().nullable(),
    typeCode: z.string().nullable(),
    subject: z.string(),
    pageCount: z.number().int().nullable(),
    arrivedOn: z.iso.date().nullable(),
    dueDate: z.iso.date().nullable(),
    faults: z.array(z.object({ column: z.string(), message: z.string() })),
  })
  .meta({ id: 'PaperLine' });
export type PaperLine = z.infer<typeof PaperLine>;

export const PaperTable = z
  .object({
    lines: z.array(PaperLine),
    faults: z.array(z.string()).describe('What is wrong with the headers'),
  })
  .meta({ id: 'PaperTable' });
export type PaperTable = z.infer<typeof PaperTable>;

export const PaperForm = z.object({
  language: z.enum(languages).default('vi').describe('The language of its headers'),
});
export type PaperForm = z.infer<typeof PaperForm>;
