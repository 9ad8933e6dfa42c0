import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { AccessObjectType, UnconfirmedAccess } from '../api/types.js';

export interface AccessObject {
  readonly type: AccessObjectType;
  readonly id: string;
  /** What people call it: its symbol or its subject. */
  readonly name: string;
}

/** Begins with the key of its kind of documents, so that what is live for those is live for their rights. */
export function accessQuery({ type, id }: Pick<AccessObject, 'type' | 'id'>) {
  const path = { params: { path: { id } } };
  return queryOptions({
    queryKey: [type === 'document' ? 'documents' : 'arrivals', 'access', id],
    queryFn: ({ signal }) =>
      type === 'document'
        ? read(client.GET('/api/v1/documents/{id}/access-changes', { ...path, signal }))
        : read(client.GET('/api/v1/arrivals/{id}/access-changes', { ...path, signal })),
  });
}

export const unconfirmedQuery = pagedQuery<UnconfirmedAccess>(['desk', 'access-changes'], (after, signal) =>
  read(client.GET('/api/v1/access-changes', { params: { query: { after, limit: rowsPerPage } }, signal })),
);

export function colleaguesQuery(search: string) {
  return queryOptions({
    queryKey: ['catalogue', 'colleagues', search],
    queryFn: async ({ signal }) => {
      const query = search === '' ? { limit: 50 } : { limit: 50, search };
      return (await read(client.GET('/api/v1/colleagues', { params: { query }, signal }))).items;
    },
    staleTime: 60_000,
  });
}
