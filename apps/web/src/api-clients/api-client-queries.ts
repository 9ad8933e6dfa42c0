import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { ApiClient, ApiClientSummary, ClientRole, ClientScope } from '../api/types.js';

/** The roles that software can work in, and what it can be allowed in each, in the order in which they are read. */
export const scopesOf: Readonly<Record<ClientRole, readonly ClientScope[]>> = {
  'civil-servant': [
    'document:read',
    'document:draft',
    'document:complete',
    'arrival:read',
    'arrival:complete',
    'delivery:report',
    'archive:read',
    'share:read',
    'agency:read',
  ],
  clerk: [
    'document:read',
    'document:draft',
    'document:issue',
    'document:send',
    'document:complete',
    'arrival:read',
    'arrival:receive',
    'arrival:complete',
    'archive:read',
    'share:read',
    'agency:read',
  ],
  archivist: ['document:read', 'arrival:read', 'archive:read', 'share:read', 'agency:read'],
};

/** The words of each; a colon in a key would name a namespace. */
export const wordOf = {
  'document:read': 'documentRead',
  'document:draft': 'documentDraft',
  'document:issue': 'documentIssue',
  'document:send': 'documentSend',
  'document:complete': 'documentComplete',
  'arrival:read': 'arrivalRead',
  'arrival:receive': 'arrivalReceive',
  'arrival:complete': 'arrivalComplete',
  'delivery:report': 'deliveryReport',
  'archive:read': 'archiveRead',
  'share:read': 'shareRead',
  'agency:read': 'agencyRead',
} as const satisfies Record<ClientScope, string>;

export const apiClientsQuery = pagedQuery<ApiClientSummary>(['api-clients', 'list'], (after, signal) =>
  read(client.GET('/api/v1/api-clients', { params: { query: { limit: rowsPerPage, after } }, signal })),
);

export function apiClientQuery(id: string) {
  return queryOptions({
    queryKey: ['api-clients', 'one', id],
    queryFn: ({ signal }): Promise<ApiClient> =>
      read(client.GET('/api/v1/api-clients/{id}', { params: { path: { id } }, signal })),
  });
}

/** Does something to a connection and reads it anew, also after a refusal: somebody else may have been quicker. */
export function useClientAction<Wish, Result>(act: (wish: Wish) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-clients'] }),
  });
}
