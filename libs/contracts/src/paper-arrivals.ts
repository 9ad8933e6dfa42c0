import { z } from 'zod';
import { SameArrival } from './arrivals.js';
import { UploadAttachment } from './documents.js';
import { Id } from './page.js';
import { dayField, textField } from './text-field.js';
import { Urgency } from './vocabulary.js';

/** An agency of the directory, or the name of a body that is not in it. */
const issuer = z
  .union([
    z.strictObject({ agencyId: Id }),
    z.strictObject({ name: textField().trim().min(1).max(200).describe('As it stands on the paper') }),
  ])
  .describe('Tác giả');

const facts = {
  issuer,
  symbol: textField().trim().min(1).max(100).describe('Số, ký hiệu'),
  issuedOn: dayField(),
  typeCode: z.string().min(1).max(50).describe('Of the list of document types'),
  subject: textField().trim().min(1).max(500).describe('Trích yếu'),
  pageCount: z.number().int().min(1).max(9999).nullable().default(null),
  urgency: Urgency.default('normal'),
  dueDate: dayField().nullable().default(null).describe('The day that its sender asks for'),
  signerName: textField().trim().max(100).default(''),
  arrivedOn: dayField().optional().describe('Today unless it is given'),
} as const;

/** What the clerk enters of a document on paper (Decree 30/2020, Art. 22 and Annex IV). */
export const RegisterPaper = z
  .object({
    ...facts,
    evenIfSame: z
      .boolean()
      .default(false)
      .describe('Registers it although a document of the same issuer, symbol and day is there'),
  })
  .meta({ id: 'RegisterPaper' });
export type RegisterPaper = z.infer<typeof RegisterPaper>;

export const CorrectPaper = z.object(facts).meta({ id: 'CorrectPaper' });
export type CorrectPaper = z.infer<typeof CorrectPaper>;

export const NotePaper = z
  .object({ arrivedOn: dayField().optional().describe('Today unless it is given') })
  .meta({ id: 'NotePaper' });
export type NotePaper = z.infer<typeof NotePaper>;

/** One of agencyId and name. */
export const FindSamePaper = z.object({
  agencyId: Id.optional().describe('The issuer, when it is in the directory'),
  name: textField().trim().max(200).optional().describe('Its name, when it is not'),
  symbol: textField().trim().min(1).max(100),
});
export type FindSamePaper = z.infer<typeof FindSamePaper>;

export const SameArrivalList = z.object({ items: z.array(SameArrival) }).meta({ id: 'SameArrivalList' });

export const FindIssuers = z.object({ search: textField().trim().max(200).optional() });
export type FindIssuers = z.infer<typeof FindIssuers>;

/** Who may have issued what came on paper. */
export const IssuerView = z
  .object({
    agencyId: Id.nullable().describe('Null for a body that is not in the directory'),
    code: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Issuer' });
export type IssuerView = z.infer<typeof IssuerView>;
export const IssuerList = z.object({ items: z.array(IssuerView) }).meta({ id: 'IssuerList' });

export const AttachScan = UploadAttachment.extend({
  noMarkBecause: textField()
    .trim()
    .max(500)
    .optional()
    .describe('Why a line that reads like a mark of secrecy is none'),
});
export type AttachScan = z.infer<typeof AttachScan>;

export const JoinPaper = z.object({ paperId: Id.describe('The entry of its paper') }).meta({ id: 'JoinPaper' });
export type JoinPaper = z.infer<typeof JoinPaper>;
