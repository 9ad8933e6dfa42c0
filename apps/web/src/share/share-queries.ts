import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { AgencyShare, Exchange, ShareIndicator } from '../api/types.js';
import type { ExchangesSearch, ShareSearch } from './share-search.js';

export function shareQuery(search: ShareSearch) {
  return queryOptions({
    queryKey: ['share', 'figures', search],
    queryFn: ({ signal }) => read(client.GET('/api/v1/share', { params: { query: search }, signal })),
  });
}

export function exchangesQuery(search: ExchangesSearch) {
  return pagedQuery<Exchange>(['share', 'exchanges', search], (after, signal) =>
    read(
      client.GET('/api/v1/share/exchanges', { params: { query: { ...search, after, limit: rowsPerPage } }, signal }),
    ),
  );
}

export function shareAgenciesQuery(indicator: ShareIndicator, search: ShareSearch) {
  return pagedQuery<AgencyShare>(['share', 'agencies', indicator, search], (after, signal) =>
    read(
      client.GET('/api/v1/share/agencies', {
        params: { query: { ...search, indicator, after, limit: rowsPerPage } },
        signal,
      }),
    ),
  );
}
