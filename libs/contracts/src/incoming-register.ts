import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { dayField } from './text-field.js';
import { ArrivalSource, ArrivalState } from './vocabulary.js';

const year = z.number().int().min(1945).max(9999);

/** Sổ đăng ký văn bản đến, sổ theo dõi giải quyết văn bản đến (Decree 30/2020, Annex IV). */
export const incomingBooks = ['register', 'follow-up'] as const;
export const IncomingBook = z.enum(incomingBooks).meta({ id: 'IncomingBook' });
export type IncomingBook = z.infer<typeof IncomingBook>;

/** A line of the incoming register, with what the follow-up register says of it. */
export const IncomingEntry = z
  .object({
    id: Id.describe('Of the arrival'),
    year,
    number: z.number().int().describe('Số đến'),
    arrivedOn: z.iso.date(),
    senderName: z.string().describe('Tác giả'),
    symbol: z.string(),
    issuedOn: z.iso.date(),
    typeName: z.string(),
    subject: z.string(),
    state: ArrivalState,
    holders: z.array(z.string()).describe('Units and people that have or had it, who leads first'),
    passedOn: z.iso.date().nullable().describe('Ngày chuyển: submitted or assigned for the first time'),
    dueOn: z.iso.date().nullable().describe('The day given to who leads; else the one that the sender asks for'),
    completedOn: z.iso.date().nullable(),
    replies: z.array(z.string()).describe('Number and notation of the documents that answer it'),
    source: ArrivalSource,
    paperToo: z.boolean(),
  })
  .meta({ id: 'IncomingEntry' });
export type IncomingEntry = z.infer<typeof IncomingEntry>;
export const IncomingEntryPage = pageOf(IncomingEntry, 'IncomingEntryPage');

/**
 * open: not completed · late: open beyond its day, or completed after it · received: neither taken back nor replaced; this
 * one and the last three are the lines behind the figures of the report on handling.
 */
export const incomingProgress = [
  'open',
  'completed',
  'late',
  'received',
  'done-in-time',
  'done-late',
  'open-late',
] as const;

/** Whose lines: a unit that leads, people of the agency itself (no unit), or nobody yet. */
export const LeadFilter = z.union([Id, z.enum(['no-unit', 'nobody'])]);
export type LeadFilter = z.infer<typeof LeadFilter>;

const filter = {
  year: z.coerce.number().int().min(1945).max(9999).optional().describe('This year unless it is given'),
  agencyId: Id.optional().describe('Whose register: the own agency’s, or that of one whose place it took'),
  from: dayField().optional().describe('The first day of arrival'),
  to: dayField().optional().describe('The last day of arrival'),
  progress: z.enum(incomingProgress).optional(),
  lead: LeadFilter.optional().describe('The unit that leads the work'),
};

export type IncomingRegisterFilter = z.infer<z.ZodObject<typeof filter>>;

export const FindIncomingEntries = PageQuery.extend({
  ...filter,
  year: z
    .union([z.literal('all'), filter.year])
    .optional()
    .describe('This year unless it is given; `all`: the lines of every year, the latest first'),
});
export type FindIncomingEntries = z.infer<typeof FindIncomingEntries>;

export const ExportIncomingRegister = z.object({
  ...filter,
  book: IncomingBook.default('register'),
  format: z.enum(['pdf', 'xlsx']).describe('PDF, or an Excel workbook'),
});
export type ExportIncomingRegister = z.infer<typeof ExportIncomingRegister>;

export const PrintIncomingRegister = z
  .object({ year, agencyId: Id.optional(), book: IncomingBook })
  .meta({ id: 'PrintIncomingRegister' });
export type PrintIncomingRegister = z.infer<typeof PrintIncomingRegister>;
