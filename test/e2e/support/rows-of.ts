import { z } from 'zod';
import type { Caller } from './caller.js';

const AnyPage = z.object({ items: z.array(z.unknown()), next: z.string().nullable() });

export interface Rows {
  readonly rows: readonly string[];
  readonly next: string | null;
}

/** A page of any list, each row as text, so that rows of every kind can be compared. */
export async function rowsOf(by: Caller, path: string): Promise<Rows> {
  const { items, next } = (await by.get(path)).as(AnyPage);
  return { rows: items.map((item) => JSON.stringify(item)), next };
}
