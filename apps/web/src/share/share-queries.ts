import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Exchange } from '../api/types.js';
import type { ExchangesSearch } from './share-search.js';

export function shareQuery(year: number | undefined) {
  return queryOptions({
    queryKey: ['share', 'figures', year],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/share', { params: { query: year === undefined ? {} : { year } }, signal })),
  });
}

export function exchangesQuery(search: ExchangesSearch) {
  return pagedQuery<Exchange>(['share', 'exchanges', search], (after, signal) =>
    read(
      client.GET('/api/v1/share/exchanges', { params: { query: { ...search, after, limit: rowsPerPage } }, signal }),
    ),
  );
}
