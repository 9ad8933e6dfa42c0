import { z } from 'zod';
import { textField } from './text-field.js';

/** Reasons for sending paper are data: the system administrator keeps the list. */
export const PaperReasonItem = z
  .object({
    code: z.string(),
    name: z.string(),
    needsWords: z.boolean().describe('Has to be said in words too'),
    isRetired: z.boolean().describe('No longer offered; what was sent with it keeps it'),
    version: z.number().int().describe('Goes up with every change; also the ETag'),
  })
  .meta({ id: 'PaperReason' });
export type PaperReasonItem = z.infer<typeof PaperReasonItem>;

export const PaperReasonList = z.object({ items: z.array(PaperReasonItem) }).meta({ id: 'PaperReasonList' });
export type PaperReasonList = z.infer<typeof PaperReasonList>;

const fields = {
  name: textField().trim().min(1).max(120),
  needsWords: z.boolean().default(false),
};

export const NewPaperReason = z.object(fields).meta({ id: 'NewPaperReason' });
export type NewPaperReason = z.infer<typeof NewPaperReason>;

export const EditPaperReason = z
  .object({ ...fields, isRetired: z.boolean().default(false) })
  .meta({ id: 'EditPaperReason' });
export type EditPaperReason = z.infer<typeof EditPaperReason>;
