import { z } from 'zod';
import { documentFilter } from './document-filter.js';
import { documentBoxes } from './documents.js';
import { Id } from './page.js';
import { textField } from './text-field.js';

/** [own] What fits into one menu that a person still finds their way in. */
export const maxSavedViews = 30;

const viewFields = {
  name: textField().trim().min(1).max(60),
  box: z.enum(documentBoxes),
  filter: z.object(documentFilter),
};

export const WriteSavedView = z
  .object({
    ...viewFields,
    isDefault: z.boolean().default(false).describe('Opened first; at most one of a person’s own is'),
    isShared: z.boolean().default(false).describe('Colleagues of the agency see it too; leaders and clerks share'),
  })
  .meta({ id: 'WriteSavedView' });
export type WriteSavedView = z.infer<typeof WriteSavedView>;

export const OrderSavedViews = z.object({ ids: z.array(Id).max(maxSavedViews) }).meta({ id: 'OrderSavedViews' });
export type OrderSavedViews = z.infer<typeof OrderSavedViews>;

/** A way to look at the outgoing list that somebody keeps under a name. */
export const SavedView = z
  .object({
    id: Id,
    ...viewFields,
    isDefault: z.boolean(),
    isShared: z.boolean(),
    isOwn: z.boolean(),
    ownerName: z.string(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViewList = z
  .object({
    items: z.array(SavedView).describe('The own ones in their order, then what colleagues share'),
    mayShare: z.boolean(),
  })
  .meta({ id: 'SavedViewList' });
export type SavedViewList = z.infer<typeof SavedViewList>;
