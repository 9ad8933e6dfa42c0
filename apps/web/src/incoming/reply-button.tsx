import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { documentQuery } from '../outgoing/document-queries.js';
import { useShowProblem } from '../ui/use-problem.js';

/** Begins the answer to an arrival, with its sender and its subject filled in. */
export function ReplyButton({ arrivalId }: { readonly arrivalId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const reply = useMutation({
    mutationFn: (key: string) =>
      read(
        client.POST('/api/v1/arrivals/{id}/replies', {
          params: { path: { id: arrivalId } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onError: useShowProblem(),
    onSuccess: async (draft) => {
      queries.setQueryData(documentQuery(draft.id).queryKey, draft);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => ['documents', 'arrivals'].includes(String(queryKey[0])),
      });
      notifications.show({ message: t('incoming.done.reply'), color: 'accent', role: 'status' });
      await navigate({ to: '/outgoing/draft', search: { id: draft.id } });
    },
  });
  return (
    <Button variant="default" loading={reply.isPending} onClick={() => reply.mutate(newId())}>
      {t('incoming.act.reply')}
    </Button>
  );
}
