import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { Connection, WriteConnection } from '../api/types.js';

export function connectionQuery(agencyId: string) {
  return queryOptions({
    queryKey: ['agencies', 'connection', agencyId],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/agencies/{id}/connection', { params: { path: { id: agencyId } }, signal })),
  });
}

/** Whatever changes the connection shows it as it is then. */
function useKeepConnection(agencyId: string) {
  const queries = useQueryClient();
  return (connection: Connection) => queries.setQueryData(connectionQuery(agencyId).queryKey, connection);
}

export function useWriteConnection(agencyId: string) {
  const keep = useKeepConnection(agencyId);
  return useMutation({
    mutationFn: ({ version, body }: { readonly version: number; readonly body: WriteConnection }) =>
      read(
        client.PUT('/api/v1/agencies/{id}/connection', {
          params: { path: { id: agencyId }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: ({ connection }) => keep(connection),
  });
}

export function useRenewSecret(agencyId: string) {
  const keep = useKeepConnection(agencyId);
  return useMutation({
    mutationFn: () =>
      read(client.POST('/api/v1/agencies/{id}/connection/secret', { params: { path: { id: agencyId } } })),
    onSuccess: ({ connection }) => keep(connection),
  });
}

export function useDropOlderSecret(agencyId: string) {
  const keep = useKeepConnection(agencyId);
  return useMutation({
    mutationFn: () =>
      read(client.DELETE('/api/v1/agencies/{id}/connection/secret/older', { params: { path: { id: agencyId } } })),
    onSuccess: keep,
  });
}

export function useTestConnection(agencyId: string) {
  return useMutation({
    mutationFn: () =>
      read(client.POST('/api/v1/agencies/{id}/connection/test', { params: { path: { id: agencyId } } })),
  });
}
