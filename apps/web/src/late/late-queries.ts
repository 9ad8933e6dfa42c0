import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { LateDelivery } from '../api/types.js';
import type { LateSearch } from './late-search.js';

// Under the key of documents: the live line has all of these read again when a delivery changes.
const key = ['documents', 'late'] as const;

export function lateListQuery(wanted: LateSearch) {
  return pagedQuery<LateDelivery>([...key, 'list', wanted], (after, signal) =>
    read(
      client.GET('/api/v1/late-deliveries', { params: { query: { ...wanted, limit: rowsPerPage, after } }, signal }),
    ),
  );
}

export const lateCountsQuery = queryOptions({
  queryKey: [...key, 'counts'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/late-deliveries/counts', { signal })),
});
