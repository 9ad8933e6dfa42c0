import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Delivery, DocumentSummary } from '../api/types.js';
import type { OutgoingSearch } from './outgoing-search.js';

/** Catalogues change rarely; one read serves an hour of work. */
const catalogueMs = 3_600_000;

export function documentListQuery({ box = 'all', ...wanted }: OutgoingSearch) {
  return pagedQuery<DocumentSummary>(['documents', 'list', box, wanted], (after, signal) =>
    read(
      client.GET('/api/v1/documents', {
        params: { query: { box, ...wanted, limit: rowsPerPage, after } },
        signal,
      }),
    ),
  );
}

export function documentQuery(id: string) {
  return queryOptions({
    queryKey: ['documents', 'one', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/documents/{id}', { params: { path: { id } }, signal })),
  });
}

export function deliveriesQuery(id: string) {
  return pagedQuery<Delivery>(['documents', 'deliveries', id], (after, signal) =>
    read(
      client.GET('/api/v1/documents/{id}/deliveries', {
        params: { path: { id }, query: { after, limit: 200 } },
        signal,
      }),
    ),
  );
}

export const documentTypesQuery = queryOptions({
  queryKey: ['catalogue', 'document-types'],
  queryFn: async ({ signal }) => (await read(client.GET('/api/v1/document-types', { signal }))).items,
  staleTime: catalogueMs,
});

export const signersQuery = queryOptions({
  queryKey: ['catalogue', 'signers'],
  queryFn: async ({ signal }) => (await read(client.GET('/api/v1/signers', { signal }))).items,
  staleTime: catalogueMs,
});

export function agenciesQuery(search: string) {
  return queryOptions({
    queryKey: ['catalogue', 'agencies', search],
    queryFn: async ({ signal }) => {
      const query = search === '' ? { limit: 20 } : { search, limit: 20 };
      return (await read(client.GET('/api/v1/agencies', { params: { query }, signal }))).items;
    },
    staleTime: catalogueMs,
  });
}
