import { z } from 'zod';
import { dayField, textField } from './text-field.js';

/** A type as a draft chooses it. */
export const DocumentTypeView = z
  .object({ code: z.string(), name: z.string(), abbreviation: z.string().nullable() })
  .meta({ id: 'DocumentType' });
export type DocumentTypeView = z.infer<typeof DocumentTypeView>;
export const DocumentTypeList = z.object({ items: z.array(DocumentTypeView) }).meta({ id: 'DocumentTypeList' });

/** A type as it is kept, one that is no longer used too. */
export const KeptDocumentType = z
  .object({
    ...DocumentTypeView.shape,
    version: z.number().int().describe('Goes up with every change; also the ETag'),
    validTo: z.iso.date().nullable().describe('Its last day of use'),
    isInUse: z.boolean().describe('Whether a draft can choose it today'),
  })
  .meta({ id: 'KeptDocumentType' });
export type KeptDocumentType = z.infer<typeof KeptDocumentType>;
export const KeptDocumentTypeList = z.object({ items: z.array(KeptDocumentType) }).meta({ id: 'KeptDocumentTypeList' });

/** Types that can be kept: the decree has 29, and no province has hundreds of its own. */
export const maxDocumentTypes = 300;

const facts = {
  name: textField().trim().min(1).max(100),
  abbreviation: textField()
    .trim()
    .min(1)
    .max(10)
    .regex(/^[\p{L}\d.]+$/u)
    .nullable()
    .default(null)
    .describe('Stands in the symbol; null for types whose symbol ends with the drafting unit, as of official letters'),
};

export const NewDocumentType = z.object(facts).meta({ id: 'NewDocumentType' });
export type NewDocumentType = z.infer<typeof NewDocumentType>;

export const EditDocumentType = z
  .object({ ...facts, validTo: dayField().nullable().default(null).describe('Its last day of use; null: in use') })
  .meta({ id: 'EditDocumentType' });
export type EditDocumentType = z.infer<typeof EditDocumentType>;

export const OrderDocumentTypes = z
  .object({ codes: z.array(textField().min(1).max(60)).min(1).max(maxDocumentTypes).describe('Every type once') })
  .meta({ id: 'OrderDocumentTypes' });
export type OrderDocumentTypes = z.infer<typeof OrderDocumentTypes>;
