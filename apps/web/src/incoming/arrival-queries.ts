import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { ArrivalSummary } from '../api/types.js';
import type { ArrivalBox } from './incoming-search.js';

export function arrivalListQuery(box: ArrivalBox, search: string, agencyId?: string) {
  return pagedQuery<ArrivalSummary>(['arrivals', 'list', box, search, agencyId], (after, signal) =>
    read(
      client.GET('/api/v1/arrivals', {
        params: { query: { box, agencyId, limit: rowsPerPage, after, ...(search === '' ? {} : { search }) } },
        signal,
      }),
    ),
  );
}

export function arrivalQuery(id: string) {
  return queryOptions({
    queryKey: ['arrivals', 'one', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/arrivals/{id}', { params: { path: { id } }, signal })),
  });
}

/** Asked again with every change of the arrival; the files are read and hashed for it. */
export function arrivalChecksQuery(id: string) {
  return queryOptions({
    queryKey: ['arrivals', 'one', id, 'checks'],
    queryFn: async ({ signal }) =>
      (await read(client.GET('/api/v1/arrivals/{id}/checks', { params: { path: { id } }, signal }))).items,
    staleTime: 60_000,
  });
}
