import { z } from 'zod';
import { textField } from './text-field.js';

/** What a recipient’s own system did with a document, in the codes of QCVN 102 (01 arrived … 06 completed, 02 refused). */
export const ReportDelivery = z
  .object({
    eventId: textField().trim().min(1).max(100).describe('Of the other system: what a repetition is known by'),
    code: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,20}$/)
      .describe('Codes that are not known here are kept and shown as they are'),
    occurredAt: z.iso.datetime({ offset: true }).describe('When it happened there'),
    actor: textField().trim().min(1).max(200).nullable().default(null).describe('Who did it'),
    note: textField().trim().min(1).max(500).nullable().default(null).describe('Required with 02: why it was refused'),
    arrivalNumber: z.number().int().min(1).nullable().default(null).describe('Số đến, with 03'),
  })
  .meta({ id: 'ReportDelivery' });
export type ReportDelivery = z.infer<typeof ReportDelivery>;
