import { z } from 'zod';
import { textField } from './text-field.js';

/** What stands in a timeline by the sender’s side alone, beside codes of QCVN 102: no other system can say it. */
const ownCodes: ReadonlySet<string> = new Set([
  '13',
  'sent',
  'passed-on',
  'failed',
  'retried',
  'rerouted',
  'given-up',
  'update-asked',
  'replace-asked',
  'updated',
  'replaced',
  'recalled',
]);

/** What a recipient’s own system did with a document, in the codes of QCVN 102 (01 arrived … 06 completed, 02 refused). */
export const ReportDelivery = z
  .object({
    eventId: textField().trim().min(1).max(100).describe('Of the other system: what a repetition is known by'),
    code: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,20}$/)
      .refine((code) => !ownCodes.has(code), 'is a code of the sender’s side')
      .describe('Codes that are not known here are kept and shown as they are'),
    occurredAt: z.iso.datetime({ offset: true }).describe('When it happened there'),
    actor: textField().trim().min(1).max(200).nullable().default(null).describe('Who did it'),
    note: textField().trim().min(1).max(500).nullable().default(null).describe('Required with 02: why it was refused'),
    arrivalNumber: z.number().int().min(1).nullable().default(null).describe('Số đến, with 03'),
    requestId: z
      .uuid()
      .nullable()
      .default(null)
      .describe('With 15 and 16: which request of the sender; without it the latest that had been made by then'),
  })
  .meta({ id: 'ReportDelivery' });
export type ReportDelivery = z.infer<typeof ReportDelivery>;
