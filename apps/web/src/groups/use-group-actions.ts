import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { AgencyLevel, RecipientGroup, RecipientGroupKind } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';

export interface GroupFields {
  readonly name: string;
  readonly kind: RecipientGroupKind;
  readonly levels: readonly AgencyLevel[];
  readonly parentId: string | null;
  readonly shared: boolean;
}

/** Makes a group, or edits the one that is given on the version that was read. */
export function useSaveGroup(group: RecipientGroup | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, shared, ...fields }: GroupFields) => {
      const body = { ...fields, levels: [...fields.levels] };
      return group === undefined
        ? read(
            client.POST('/api/v1/recipient-groups', {
              body: { ...body, kind, shared },
              headers: { 'Idempotency-Key': newId() },
            }),
          )
        : read(
            client.PUT('/api/v1/recipient-groups/{id}', {
              params: { path: { id: group.id }, header: { 'If-Match': `"${group.version}"` } },
              body,
            }),
          );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['groups'] }),
  });
}

export function useGroupMembers(groupId: string) {
  const queries = useQueryClient();
  const onError = useShowProblem();
  const onSettled = () => queries.invalidateQueries({ queryKey: ['groups'] });
  const add = useMutation({
    mutationFn: (agencyId: string) =>
      read(
        client.POST('/api/v1/recipient-groups/{id}/members', {
          params: { path: { id: groupId } },
          body: { agencyIds: [agencyId] },
        }),
      ),
    onError,
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (agencyId: string) =>
      client.DELETE('/api/v1/recipient-groups/{id}/members/{agencyId}', {
        params: { path: { id: groupId, agencyId } },
      }),
    onError,
    onSettled,
  });
  return { add, remove };
}

export function useDeleteGroup() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => client.DELETE('/api/v1/recipient-groups/{id}', { params: { path: { id } } }),
    onError: useShowProblem(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['groups', 'list'] }),
  });
}
