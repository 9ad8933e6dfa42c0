import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery } from '../api/paged.js';
import type { Opinion, VersionSummary } from '../api/types.js';

/** People change rarely while one draft is written. */
const minuteMs = 60_000;

export function reviewersQuery(search: string) {
  return queryOptions({
    queryKey: ['catalogue', 'reviewers', search],
    queryFn: async ({ signal }) => {
      const query = search === '' ? { limit: 20 } : { search, limit: 20 };
      return (await read(client.GET('/api/v1/reviewers', { params: { query }, signal }))).items;
    },
    staleTime: minuteMs,
  });
}

export function opinionsQuery(id: string) {
  return pagedQuery<Opinion>(['documents', 'opinions', id], (after, signal) =>
    read(
      client.GET('/api/v1/documents/{id}/opinions', { params: { path: { id }, query: { after, limit: 50 } }, signal }),
    ),
  );
}

export function versionsQuery(id: string) {
  return pagedQuery<VersionSummary>(['documents', 'versions', id], (after, signal) =>
    read(
      client.GET('/api/v1/documents/{id}/versions', { params: { path: { id }, query: { after, limit: 50 } }, signal }),
    ),
  );
}

/** A version is never changed, so it is read once. */
export function versionQuery(id: string, number: number) {
  return queryOptions({
    queryKey: ['version', id, number],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/documents/{id}/versions/{number}', { params: { path: { id, number } }, signal })),
    staleTime: Infinity,
  });
}
