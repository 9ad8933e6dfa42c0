import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { AccessChangeKind } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';
import type { AccessObject } from './access-queries.js';

export interface AccessWish {
  readonly kind: AccessChangeKind;
  readonly postIds: readonly string[];
  readonly reason: string;
}

/** Changing, confirming and withdrawing rights on one document; every list that could show it reads again. */
export function useAccessActions({ type, id }: AccessObject) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const onError = useShowProblem();
  const onSettled = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['documents', 'arrivals', 'archive', 'desk', 'share'].includes(String(queryKey[0])),
    });
  const tell = (word: AccessChangeKind | 'confirmed' | 'withdrawn') =>
    notifications.show({ message: t(`access.done.${word}`), color: 'accent', role: 'status' });

  const change = useMutation({
    mutationFn: ({ kind, postIds, reason }: AccessWish) => {
      const options = {
        params: { path: { id } },
        body: { kind, reason, postIds: [...postIds] },
        headers: { 'Idempotency-Key': newId() },
      };
      return type === 'document'
        ? read(client.POST('/api/v1/documents/{id}/access-changes', options))
        : read(client.POST('/api/v1/arrivals/{id}/access-changes', options));
    },
    onSuccess: (_access, { kind }) => tell(kind),
    onSettled,
  });
  const confirm = useMutation({
    mutationFn: (changeId: string) => {
      const options = { params: { path: { id, changeId } } };
      return type === 'document'
        ? read(client.POST('/api/v1/documents/{id}/access-changes/{changeId}/confirm', options))
        : read(client.POST('/api/v1/arrivals/{id}/access-changes/{changeId}/confirm', options));
    },
    onError,
    onSuccess: () => tell('confirmed'),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: async (changeId: string) => {
      const options = { params: { path: { id, changeId } } };
      await (type === 'document'
        ? client.DELETE('/api/v1/documents/{id}/access-changes/{changeId}', options)
        : client.DELETE('/api/v1/arrivals/{id}/access-changes/{changeId}', options));
    },
    onError,
    onSuccess: () => tell('withdrawn'),
    onSettled,
  });
  return { change, confirm, withdraw };
}
