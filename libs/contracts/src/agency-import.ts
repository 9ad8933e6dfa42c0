import { z } from 'zod';
import { agencyFilter } from './agencies.js';
import { exportForm, importLine, importOutcome } from './file-import.js';
import { Id } from './page.js';

export const ExportAgencies = z.object({ ...agencyFilter, ...exportForm });
export type ExportAgencies = z.infer<typeof ExportAgencies>;

export const AgencyImportLine = z
  .object({ ...importLine, agencyId: Id.nullable(), code: z.string() })
  .meta({ id: 'AgencyImportLine' });

export const AgencyImport = z
  .object({
    ...importOutcome,
    lines: z.array(AgencyImportLine).describe('The first two hundred of what is added or changed, by row'),
  })
  .meta({ id: 'AgencyImport' });
export type AgencyImport = z.infer<typeof AgencyImport>;
