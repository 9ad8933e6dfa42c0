import { z } from 'zod';
import { Id } from './page.js';
import { textField } from './text-field.js';

export const UnitRef = z.object({ id: Id, name: z.string(), abbreviation: z.string() }).meta({ id: 'UnitRef' });
export type UnitRef = z.infer<typeof UnitRef>;

export const UnitView = z
  .object({
    ...UnitRef.shape,
    parentId: Id.nullable(),
    postCount: z.number().int().describe('Posts in it that are held today or will be'),
  })
  .meta({ id: 'Unit' });
export type UnitView = z.infer<typeof UnitView>;

export const UnitList = z
  .object({ items: z.array(UnitView), mayManage: z.boolean().describe('Whether the reader may change the units') })
  .meta({ id: 'UnitList' });
export type UnitList = z.infer<typeof UnitList>;

export const WriteUnit = z
  .object({
    name: textField().trim().min(1).max(200),
    abbreviation: textField().trim().max(20).default(''),
    parentId: Id.nullable().default(null).describe('The unit above; null for one right under the agency'),
  })
  .meta({ id: 'WriteUnit' });
export type WriteUnit = z.infer<typeof WriteUnit>;
