import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { IncomingEntry } from '../api/types.js';
import type { IncomingRegisterSearch } from './incoming-register-search.js';

/** Under `arrivals`: what happens to them shows in the register by itself. Both books have the same lines. */
export function incomingRegisterQuery({ book: _book, ...wanted }: IncomingRegisterSearch) {
  return pagedQuery<IncomingEntry>(['arrivals', 'register', wanted], (after, signal) =>
    read(
      client.GET('/api/v1/incoming-register', { params: { query: { ...wanted, limit: rowsPerPage, after } }, signal }),
    ),
  );
}

/** As many lines as a browser prints well; a longer book is printed from its PDF. */
export const longestPrint = 2000;

export function printedQuery({ book: _book, ...wanted }: IncomingRegisterSearch) {
  return queryOptions({
    queryKey: ['arrivals', 'register', 'printed', wanted],
    queryFn: async ({ signal }) => {
      const lines: IncomingEntry[] = [];
      let after: string | undefined;
      do {
        const query = { ...wanted, limit: 200, ...(after === undefined ? {} : { after }) };
        const page = await read(client.GET('/api/v1/incoming-register', { params: { query }, signal }));
        lines.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined && lines.length < longestPrint);
      return { lines: lines.toReversed(), isWhole: after === undefined };
    },
  });
}

export function handlingReportQuery(query: { from: string; to: string; agencyId?: string }) {
  return queryOptions({
    queryKey: ['arrivals', 'handling-report', query],
    queryFn: ({ signal }) => read(client.GET('/api/v1/handling-report', { params: { query }, signal })),
  });
}

export function outgoingReportQuery(query: { from: string; to: string; agencyId?: string }) {
  return queryOptions({
    queryKey: ['documents', 'outgoing-report', query],
    queryFn: ({ signal }) => read(client.GET('/api/v1/outgoing-report', { params: { query }, signal })),
  });
}
