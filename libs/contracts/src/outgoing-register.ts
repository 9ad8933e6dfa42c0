import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { dayField, textField } from './text-field.js';
import { DocumentState } from './vocabulary.js';

/** One sequence of numbers for all documents of an agency, or one for each kind (Decree 30/2020, Art. 15). */
export const numberingModes = ['single', 'per-type'] as const;
export const NumberingMode = z.enum(numberingModes).meta({ id: 'NumberingMode' });
export type NumberingMode = z.infer<typeof NumberingMode>;

/** A number has a document, is held for one, or was cancelled; it never leaves the register. */
export const numberStates = ['given', 'reserved', 'cancelled'] as const;
export const NumberState = z.enum(numberStates).meta({ id: 'NumberState' });
export type NumberState = z.infer<typeof NumberState>;

const year = z.number().int().min(1945).max(9999);

const person = z.object({ fullName: z.string(), position: z.string() });

export const RegisterEntry = z
  .object({
    id: Id,
    year,
    number: z.number().int(),
    series: z.string().describe('Empty in one sequence; else the abbreviation, `-` for types that have none'),
    state: NumberState,
    symbol: z.string().nullable().describe('Null for a number that no document has had'),
    day: z.iso.date().describe('Of the document; of the reservation, as long as there is none'),
    typeName: z.string().nullable(),
    document: z
      .object({ id: Id, subject: z.string(), state: DocumentState, draftingUnit: z.string(), drafterName: z.string() })
      .nullable(),
    signer: person.nullable(),
    recipients: z.array(z.string()).describe('The first of them, groups by their name'),
    recipientCount: z.number().int(),
    issuedAmount: z.number().int().nullable(),
    sentOn: z.iso.date().nullable().describe('Ngày chuyển: the day of the first sending'),
    reason: z.string().describe('Why it was reserved; empty when it never was'),
    enteredBy: person,
    cancelled: z.object({ reason: z.string(), at: z.iso.datetime(), by: person }).nullable(),
  })
  .meta({ id: 'RegisterEntry' });
export type RegisterEntry = z.infer<typeof RegisterEntry>;
export const RegisterPage = pageOf(RegisterEntry, 'RegisterPage');

const registerFilter = {
  year: z.coerce.number().int().min(1945).max(9999).optional().describe('This year unless it is given'),
  agencyId: Id.optional().describe('Whose register: the own agency’s, or that of one whose place it took'),
  typeCode: textField().min(1).max(40).optional(),
  state: NumberState.optional(),
  from: dayField().optional(),
  to: dayField().optional(),
  signerPostId: Id.optional(),
  recipientId: Id.optional().describe('An agency among the recipients, also as member of a group'),
  search: textField()
    .trim()
    .max(100)
    .optional()
    .describe(
      'Words in symbol, subject, signer and recipients, without diacritics; of the last one three letters are enough',
    ),
};

export const FindRegister = PageQuery.extend(registerFilter);
export type FindRegister = z.infer<typeof FindRegister>;
export type RegisterFilter = Omit<FindRegister, 'after' | 'limit'>;

export const ExportRegister = z.object({
  ...registerFilter,
  format: z.enum(['pdf', 'xlsx']).describe('PDF, or an Excel workbook'),
});
export type ExportRegister = z.infer<typeof ExportRegister>;

export const PrintRegister = z.object({ year, agencyId: Id.optional() }).meta({ id: 'PrintRegister' });
export type PrintRegister = z.infer<typeof PrintRegister>;

const reason = textField().trim().min(1).max(500);

export const ReserveNumber = z
  .object({
    reason,
    typeCode: textField().min(1).max(40).nullable().default(null).describe('Where each kind has its own sequence'),
  })
  .meta({ id: 'ReserveNumber' });
export type ReserveNumber = z.infer<typeof ReserveNumber>;

export const ReservedNumber = z
  .object({ id: Id, year, number: z.number().int(), words: z.string().describe('`05`, `05/QĐ`') })
  .meta({ id: 'ReservedNumber' });
export type ReservedNumber = z.infer<typeof ReservedNumber>;

export const CancelNumber = z.object({ reason }).meta({ id: 'CancelNumber' });
export type CancelNumber = z.infer<typeof CancelNumber>;

export const UseNumber = z.object({ documentId: Id }).meta({ id: 'UseNumber' });
export type UseNumber = z.infer<typeof UseNumber>;

export const NumberingView = z
  .object({
    year,
    mode: NumberingMode.describe('In this year'),
    mayChangeThisYear: z.boolean().describe('No number was given or reserved yet'),
    nextYear: NumberingMode.describe('From next 1 January on'),
  })
  .meta({ id: 'Numbering' });
export type NumberingView = z.infer<typeof NumberingView>;

export const SetNumbering = z.object({ mode: NumberingMode, fromYear: year }).meta({ id: 'SetNumbering' });
export type SetNumbering = z.infer<typeof SetNumbering>;
