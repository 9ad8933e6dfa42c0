import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { TrailEntry } from '../api/types.js';
import { filterOf, type TrailSearch } from './trail-search.js';

/** How often the state line looks again, in milliseconds: about as long as an entry waits for its seal. */
const stateEvery = 5_000;

export function trailQuery({ entry: _entry, ...search }: TrailSearch) {
  return pagedQuery<TrailEntry>(['trail', 'list', search], (after, signal) =>
    read(
      client.GET('/api/v1/trail', { params: { query: { limit: rowsPerPage, after, ...filterOf(search) } }, signal }),
    ),
  );
}

export function trailEntryQuery(id: string) {
  return queryOptions({
    queryKey: ['trail', 'entry', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/trail/{id}', { params: { path: { id } }, signal })),
  });
}

export const trailStateQuery = queryOptions({
  queryKey: ['trail', 'state'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/trail/state', { signal })),
  refetchInterval: stateEvery,
});
