import { z } from 'zod';
import { agencyFilter } from './agencies.js';
import { languages } from './errors.js';
import { Id } from './page.js';

export const ExportAgencies = z.object({
  ...agencyFilter,
  format: z.enum(['csv', 'xlsx']).describe('CSV in UTF-8, or an Excel workbook'),
  language: z.enum(languages).default('vi').describe('The language of its headers'),
});
export type ExportAgencies = z.infer<typeof ExportAgencies>;

export const ImportAgencies = z.object({
  plan: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('The `plan` of a preview: does what it said. Without it, a preview: nothing is written'),
});
export type ImportAgencies = z.infer<typeof ImportAgencies>;

export const AgencyImportFault = z
  .object({
    row: z.number().int().describe('As the spreadsheet counts: the headers are row 1'),
    column: z.string().nullable().describe('Its header; null for the whole row'),
    message: z.string(),
  })
  .meta({ id: 'AgencyImportFault' });

export const AgencyImportLine = z
  .object({
    row: z.number().int(),
    kind: z.enum(['added', 'changed']),
    agencyId: Id.nullable(),
    code: z.string(),
    name: z.string(),
    changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'AgencyImportLine' });

export const AgencyImport = z
  .object({
    plan: z.string().describe('What stands for this file and this directory; given back to import'),
    imported: z.boolean(),
    rowCount: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    faultCount: z.number().int(),
    faults: z.array(AgencyImportFault).describe('The first thousand, by row'),
    lines: z.array(AgencyImportLine).describe('The first two hundred of what is added or changed, by row'),
  })
  .meta({ id: 'AgencyImport' });
export type AgencyImport = z.infer<typeof AgencyImport>;
