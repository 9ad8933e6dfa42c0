import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { dayField, textField } from './text-field.js';
import { AgencyLevel, SigningForm } from './vocabulary.js';

export const AgencyRef = z
  .object({ id: Id, code: z.string(), name: z.string(), abbreviation: z.string() })
  .meta({ id: 'AgencyRef' });
export type AgencyRef = z.infer<typeof AgencyRef>;

export const AgencyView = z
  .object({
    ...AgencyRef.shape,
    code102: z.string().nullable(),
    level: AgencyLevel,
    parentId: Id.nullable(),
    parentName: z.string().nullable(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable().describe('The last day; null while it is open'),
    hasChildren: z.boolean().describe('Whether an agency stands under it today'),
    successors: z.array(AgencyRef).describe('Who took its place, the lead first'),
  })
  .meta({ id: 'Agency' });
export type AgencyView = z.infer<typeof AgencyView>;

export const AgencyPage = pageOf(AgencyView, 'AgencyPage');

/** A yes in an address; anything else is refused. */
const yes = z
  .enum(['true', 'false'])
  .default('false')
  .transform((said) => said === 'true');

/** Which agencies: shared by the list and by its export. */
export const agencyFilter = {
  search: textField()
    .trim()
    .max(100)
    .optional()
    .describe(
      'Names, abbreviations and codes, former ones too; diacritics do not matter. What is named exactly is first',
    ),
  level: AgencyLevel.optional(),
  parentId: Id.optional().describe('Only agencies right under this one'),
  roots: yes.describe('`true`: only agencies that stand under no other'),
  closed: yes.describe('`true`: with those that are closed or not open yet'),
} as const;

export const FindAgencies = PageQuery.extend(agencyFilter);
export type FindAgencies = z.infer<typeof FindAgencies>;

export const agencyActions = ['edit', 'edit-contact', 'add-child'] as const;
export const AgencyAction = z.enum(agencyActions).meta({ id: 'AgencyAction' });
export type AgencyAction = z.infer<typeof AgencyAction>;

export const AgencyVersionView = z
  .object({
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    code: z.string(),
    name: z.string(),
    abbreviation: z.string(),
    level: AgencyLevel,
    parent: AgencyRef.nullable(),
  })
  .meta({ id: 'AgencyVersion' });
export type AgencyVersionView = z.infer<typeof AgencyVersionView>;

export const AgencySuccessionView = z
  .object({ agency: AgencyRef, effectiveOn: z.iso.date(), isLead: z.boolean() })
  .meta({ id: 'AgencySuccession' });
export type AgencySuccessionView = z.infer<typeof AgencySuccessionView>;

export const AgencyDetails = z
  .object({
    ...AgencyRef.shape,
    code102: z.string().nullable(),
    level: AgencyLevel,
    parentId: Id.nullable(),
    path: z.array(AgencyRef).describe('The agencies above it, the highest first'),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable().describe('The last day; null while it is open'),
    address: z.string(),
    email: z.string(),
    phone: z.string(),
    version: z.number().int(),
    childCount: z.number().int().describe('Agencies right under it that are open today'),
    versions: z.array(AgencyVersionView).describe('What it was before, the latest first'),
    predecessors: z.array(AgencySuccessionView).describe('Whose place it took'),
    successors: z.array(AgencySuccessionView).describe('Who took its place, the lead first'),
    actions: z.array(AgencyAction).describe('What the reader may do'),
  })
  .meta({ id: 'AgencyDetails' });
export type AgencyDetails = z.infer<typeof AgencyDetails>;

/** Decision 20/2020 allows 35 characters; real codes hold other forms too, so nothing else is asked of them. */
export const longestAgencyCode = 35;

const codeField = () => textField().trim().toUpperCase().max(longestAgencyCode);

const contact = {
  address: textField().trim().max(300).default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  phone: textField().trim().max(50).default(''),
} as const;

export const AgencyContact = z.object(contact).meta({ id: 'AgencyContact' });
export type AgencyContact = z.infer<typeof AgencyContact>;

const facts = {
  code: codeField().min(1),
  code102: codeField()
    .nullable()
    .default(null)
    .transform((code) => (code === '' ? null : code)),
  name: textField().trim().min(1).max(200),
  abbreviation: textField().trim().min(1).max(30),
  level: AgencyLevel,
  parentId: Id.nullable().default(null),
  ...contact,
} as const;

export const WriteAgency = z.object(facts).meta({ id: 'WriteAgency' });
export type WriteAgency = z.infer<typeof WriteAgency>;

export const CreateAgency = z
  .object({ ...facts, validFrom: dayField().optional().describe('Its first day; today unless given') })
  .meta({ id: 'CreateAgency' });
export type CreateAgency = z.infer<typeof CreateAgency>;

export const SignerView = z
  .object({ postId: Id, fullName: z.string(), position: z.string(), signingForms: z.array(SigningForm) })
  .meta({ id: 'Signer' });
export type SignerView = z.infer<typeof SignerView>;
export const SignerList = z.object({ items: z.array(SignerView) }).meta({ id: 'SignerList' });
