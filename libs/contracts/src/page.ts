import { z } from 'zod';

export const Id = z.uuid();

/** Asks for a page of a list: the rows after a cursor that an earlier page gave. */
export const PageQuery = z.object({
  after: z.string().max(400).optional().describe('The `next` of the page before; without it, the first page'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows a page'),
});
export type PageQuery = z.infer<typeof PageQuery>;

export interface Page<Row> {
  readonly items: readonly Row[];
  /** The cursor of the page after this one; null on the last. */
  readonly next: string | null;
}

export function pageOf<Row extends z.ZodType>(row: Row, id: string) {
  return z.object({ items: z.array(row), next: z.string().nullable() }).meta({ id });
}
