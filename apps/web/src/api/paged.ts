import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import type { Page } from './types.js';

export const rowsPerPage = 50;

type ReadPage<Row> = (after: string | undefined, signal: AbortSignal) => Promise<Page<Row>>;

/** A list that grows page by page along the cursor of the API. */
export function pagedQuery<Row>(queryKey: QueryKey, readPage: ReadPage<Row>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
  });
}

export function rowsOf<Row>(data: { pages: readonly Page<Row>[] } | undefined): readonly Row[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
