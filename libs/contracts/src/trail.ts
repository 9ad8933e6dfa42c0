import { z } from 'zod';
import { languages } from './errors/refusal.js';
import { Id, pageOf, PageQuery } from './page.js';
import { dayField, textField } from './text-field.js';

const AgencyName = z.object({ id: Id, name: z.string() });

const entryFields = {
  id: Id,
  at: z.iso.datetime(),
  agency: AgencyName.nullable().describe('Whose chain it is in; null for the chain of the system'),
  actor: z
    .object({
      personId: Id,
      fullName: z.string(),
      position: z.string(),
      agency: AgencyName.nullable().describe('Null when it is not known any more'),
    })
    .nullable()
    .describe('Null for the system itself and for strangers'),
  action: z.string().describe('`document.approved`, `session.began`, …'),
  objectType: z.string(),
  objectId: z.string(),
  note: z.string().nullable().describe('An opinion, a reason, a file name'),
  address: z.string().nullable().describe('The address of the client'),
};

export const TrailEntryView = z.object(entryFields).meta({ id: 'TrailEntry' });
export type TrailEntryView = z.infer<typeof TrailEntryView>;
export const TrailPage = pageOf(TrailEntryView, 'TrailPage');

export const TrailEntryDetails = z
  .object({
    ...entryFields,
    postId: Id.nullable(),
    requestId: Id.nullable(),
    beforeDigest: z.string().nullable().describe('SHA-256 of the facts that a change replaced'),
    afterDigest: z.string().nullable().describe('SHA-256 of the facts that it put in their place'),
    data: z.unknown().describe('What else was recorded'),
    seal: z
      .object({ position: z.number().int(), hash: z.string(), sealedAt: z.iso.datetime() })
      .nullable()
      .describe('Its place in the chain; null until it is sealed'),
  })
  .meta({ id: 'TrailEntryDetails' });
export type TrailEntryDetails = z.infer<typeof TrailEntryDetails>;

export const TrailState = z
  .object({
    entries: z.number().int(),
    unsealed: z.number().int(),
    oldestUnsealedAt: z.iso.datetime().nullable(),
    sealedUntil: z.iso.datetime().nullable(),
    lastAnchor: z
      .object({ number: z.number().int(), hash: z.string(), anchoredAt: z.iso.datetime() })
      .nullable()
      .describe('To be kept outside'),
    lastVerified: z
      .object({ at: z.iso.datetime(), checked: z.number().int(), faults: z.number().int() })
      .nullable()
      .describe('When `vanthu audit verify` last read the whole trail again'),
    isProtected: z.boolean().describe('Whether the database keeps the application from changing the trail'),
  })
  .meta({ id: 'TrailState' });
export type TrailState = z.infer<typeof TrailState>;

/** The names that actions and kinds of objects have in the trail. */
const name = textField()
  .max(100)
  .regex(/^[a-z][a-z.-]*$/);

const trailFilter = {
  from: dayField().optional().describe('The first day, in Vietnam'),
  to: dayField().optional().describe('The last day, in Vietnam'),
  agencyId: Id.optional().describe('Whose chain'),
  personId: Id.optional(),
  action: name.optional(),
  objectType: name.optional().describe('With `objectId`: everything about one thing'),
  objectId: textField().trim().max(200).optional(),
  search: textField().trim().max(100).optional().describe('In the name of the actor and the note, without diacritics'),
};

/** An object is known by both; alone, neither says anything. */
const objectIsWhole = (filter: { objectType?: string | undefined; objectId?: string | undefined }): boolean =>
  filter.objectId === undefined || filter.objectType !== undefined;

export const FindTrail = PageQuery.extend(trailFilter).refine(objectIsWhole, { path: ['objectType'] });
export type FindTrail = z.infer<typeof FindTrail>;

export const ExportTrail = z
  .object({
    ...trailFilter,
    format: z.enum(['csv', 'xlsx']).describe('CSV in UTF-8, or an Excel workbook'),
    language: z.enum(languages).default('vi').describe('The language of its words'),
  })
  .refine(objectIsWhole, { path: ['objectType'] });
export type ExportTrail = z.infer<typeof ExportTrail>;

export type TrailFilter = Omit<ExportTrail, 'format' | 'language'>;
