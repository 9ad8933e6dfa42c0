import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { RegisterEntry } from '../api/types.js';
import type { RegisterSearch } from './register-search.js';

/** Under `documents`: what happens to documents and numbers shows in the register by itself. */
export function registerQuery(wanted: RegisterSearch) {
  return pagedQuery<RegisterEntry>(['documents', 'register', wanted], (after, signal) =>
    read(
      client.GET('/api/v1/outgoing-register', { params: { query: { ...wanted, limit: rowsPerPage, after } }, signal }),
    ),
  );
}

export const numberingQuery = queryOptions({
  queryKey: ['documents', 'numbering'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/numbering', { signal })),
});

/** The numbers of this year that wait for a document. */
export const reservedQuery = queryOptions({
  queryKey: ['documents', 'register', 'reserved'],
  queryFn: async ({ signal }) => {
    const query = { state: 'reserved', limit: 200 } as const;
    return (await read(client.GET('/api/v1/outgoing-register', { params: { query }, signal }))).items.toReversed();
  },
});

/** As many lines as a browser prints well; a longer book is printed from its PDF. */
export const longestPrint = 2000;

export function printedQuery(wanted: RegisterSearch) {
  return queryOptions({
    queryKey: ['documents', 'register', 'printed', wanted],
    queryFn: async ({ signal }) => {
      const lines: RegisterEntry[] = [];
      let after: string | undefined;
      do {
        const query = { ...wanted, limit: 200, ...(after === undefined ? {} : { after }) };
        const page = await read(client.GET('/api/v1/outgoing-register', { params: { query }, signal }));
        lines.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined && lines.length < longestPrint);
      const inOrder = lines.toSorted((a, b) => a.series.localeCompare(b.series) || a.number - b.number);
      return { lines: inOrder, isWhole: after === undefined };
    },
  });
}
