import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Agency } from '../api/types.js';
import type { AgenciesSearch } from './agencies-search.js';

/** The agencies under one, or those under no other. */
export function childrenQuery(parentId: string | null, closed = false) {
  const place = parentId === null ? ({ roots: 'true' } as const) : { parentId };
  return pagedQuery<Agency>(['agencies', 'children', parentId, closed], (after, signal) =>
    read(
      client.GET('/api/v1/agencies', {
        params: { query: { limit: rowsPerPage, after, closed: closed ? 'true' : 'false', ...place } },
        signal,
      }),
    ),
  );
}

export function agencyListQuery({ search, level, closed }: AgenciesSearch) {
  return pagedQuery<Agency>(['agencies', 'list', search, level, closed], (after, signal) =>
    read(
      client.GET('/api/v1/agencies', {
        params: { query: { limit: rowsPerPage, after, search, level, closed: closed ? 'true' : 'false' } },
        signal,
      }),
    ),
  );
}

export function agencyQuery(id: string) {
  return queryOptions({
    queryKey: ['agencies', 'one', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/agencies/{id}', { params: { path: { id } }, signal })),
  });
}
