import { z } from 'zod';
import { languages } from './errors.js';

/** What a table of people’s own is given out as. */
export const exportForm = {
  format: z.enum(['csv', 'xlsx']).describe('CSV in UTF-8, or an Excel workbook'),
  language: z.enum(languages).default('vi').describe('The language of its headers'),
} as const;

export const ImportFile = z.object({
  plan: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('The `plan` of a preview: does what it said. Without it, a preview: nothing is written'),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportFault = z
  .object({
    row: z.number().int().describe('As the spreadsheet counts: the headers are row 1'),
    column: z.string().nullable().describe('Its header; null for the whole row'),
    message: z.string(),
  })
  .meta({ id: 'ImportFault' });

/** What every line of what a file would do says. */
export const importLine = {
  row: z.number().int(),
  kind: z.enum(['added', 'changed']),
  name: z.string(),
  changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
} as const;

/** What came of a file, beside its lines. */
export const importOutcome = {
  plan: z.string().describe('What stands for this file and for what it met; given back to import'),
  imported: z.boolean(),
  rowCount: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  faultCount: z.number().int(),
  faults: z.array(ImportFault).describe('The first thousand, by row'),
} as const;

/** What can be wrong in any file, in a sentence for the person who made it. */
export const importFaultSentences = {
  'header-missing': { vi: 'Thiếu cột này ở dòng tiêu đề.', en: 'This column is missing from the line of headers.' },
  'header-unknown': {
    vi: 'Không biết cột “{header}” là gì. Xin bỏ cột hoặc đổi tên.',
    en: 'It is not known what the column “{header}” is. Leave it out or rename it.',
  },
  'header-twice': { vi: 'Cột “{header}” có hai lần.', en: 'The column “{header}” stands twice.' },
  required: { vi: 'Không được để trống.', en: 'This must not be empty.' },
  'too-long': { vi: 'Dài quá {limit} ký tự.', en: 'This is longer than {limit} characters.' },
  unwritable: { vi: 'Có ký tự không dùng được.', en: 'It has characters that can’t be used.' },
  'bad-day': {
    vi: '“{value}” không phải là ngày; viết 07/12/2017 hoặc 2017-12-07.',
    en: '“{value}” is not a day; write 07/12/2017 or 2017-12-07.',
  },
} as const;

export type ImportFaultCode = keyof typeof importFaultSentences;
