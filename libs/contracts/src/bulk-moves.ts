import { z } from 'zod';
import { Id } from './page.js';
import { Problem } from './problem.js';

/** [own] Two pages of the list: what a person can have looked at before they press the button. */
export const maxBulkDocuments = 100;

/**
 * What may be done with several documents at once. [own] Approving and giving back are not among them: who signs has
 * read that one document (Decree 30/2020, Art. 13).
 */
export const bulkActions = ['issue', 'send', 'complete'] as const;
export const BulkAction = z.enum(bulkActions).meta({ id: 'BulkAction' });
export type BulkAction = z.infer<typeof BulkAction>;

export const BulkMove = z
  .object({
    action: BulkAction,
    ids: z
      .array(Id)
      .min(1)
      .max(maxBulkDocuments)
      .refine((ids) => new Set(ids.map((id) => id.toLowerCase())).size === ids.length)
      .describe('Each once; they are worked on in this order, which numbers follow'),
  })
  .meta({ id: 'BulkMove' });
export type BulkMove = z.infer<typeof BulkMove>;

export const BulkOutcome = z
  .object({
    id: Id,
    outcome: z.enum(['done', 'refused']),
    symbol: z.string().nullable().describe('Of what was done: the symbol that it has now'),
    problem: Problem.nullable().describe('Why this one was refused; the others are not touched by it'),
  })
  .meta({ id: 'BulkOutcome' });
export type BulkOutcome = z.infer<typeof BulkOutcome>;

export const BulkResult = z.object({ items: z.array(BulkOutcome) }).meta({ id: 'BulkResult' });
export type BulkResult = z.infer<typeof BulkResult>;
