import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { AgencyRef, GroupMember, RecipientGroup } from '../api/types.js';

/** Groups that a picker offers: an agency has a handful of its own, beside those for everybody. */
const mostOffered = 200;

export function groupListQuery(search: string) {
  return pagedQuery<RecipientGroup>(['groups', 'list', search], (after, signal) =>
    read(
      client.GET('/api/v1/recipient-groups', {
        params: { query: { limit: rowsPerPage, after, ...(search === '' ? {} : { search }) } },
        signal,
      }),
    ),
  );
}

export const offeredGroupsQuery = queryOptions({
  queryKey: ['groups', 'offered'],
  queryFn: async ({ signal }) =>
    (await read(client.GET('/api/v1/recipient-groups', { params: { query: { limit: mostOffered } }, signal }))).items,
});

export function groupQuery(id: string) {
  return queryOptions({
    queryKey: ['groups', 'one', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/recipient-groups/{id}', { params: { path: { id } }, signal })),
  });
}

export function groupMembersQuery(id: string) {
  return pagedQuery<GroupMember>(['groups', 'members', id], (after, signal) =>
    read(
      client.GET('/api/v1/recipient-groups/{id}/members', {
        params: { path: { id }, query: { after, limit: rowsPerPage } },
        signal,
      }),
    ),
  );
}

/** Whom a group stood for when the document was sent: it never changes. */
export function recordedMembersQuery(documentId: string, groupId: string) {
  return pagedQuery<AgencyRef>(['documents', 'group-members', documentId, groupId], (after, signal) =>
    read(
      client.GET('/api/v1/documents/{id}/groups/{groupId}/members', {
        params: { path: { id: documentId, groupId }, query: { after, limit: 200 } },
        signal,
      }),
    ),
  );
}
