import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { textField } from './text-field.js';
import { AgencyLevel } from './vocabulary.js';

export const AgencyRef = z
  .object({ id: Id, code: z.string(), name: z.string(), abbreviation: z.string() })
  .meta({ id: 'AgencyRef' });
export type AgencyRef = z.infer<typeof AgencyRef>;

export const AgencyView = z
  .object({ ...AgencyRef.shape, code102: z.string().nullable(), level: AgencyLevel, parentId: Id.nullable() })
  .meta({ id: 'Agency' });
export type AgencyView = z.infer<typeof AgencyView>;

export const AgencyPage = pageOf(AgencyView, 'AgencyPage');

export const FindAgencies = PageQuery.extend({
  search: textField().trim().max(100).optional().describe('Name, abbreviation or code; diacritics do not matter'),
});
export type FindAgencies = z.infer<typeof FindAgencies>;

export const SignerView = z.object({ postId: Id, fullName: z.string(), position: z.string() }).meta({ id: 'Signer' });
export type SignerView = z.infer<typeof SignerView>;
export const SignerList = z.object({ items: z.array(SignerView) }).meta({ id: 'SignerList' });

export const DocumentTypeView = z
  .object({ code: z.string(), name: z.string(), abbreviation: z.string().nullable() })
  .meta({ id: 'DocumentType' });
export type DocumentTypeView = z.infer<typeof DocumentTypeView>;
export const DocumentTypeList = z.object({ items: z.array(DocumentTypeView) }).meta({ id: 'DocumentTypeList' });
