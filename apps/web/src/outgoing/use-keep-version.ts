import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { useShowProblem } from '../ui/use-problem.js';

/** Keeps a draft as it stands on the server, to be able to look back. */
export function useKeepVersion() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const showProblem = useShowProblem();
  return useMutation({
    mutationFn: (id: string) =>
      read(
        client.POST('/api/v1/documents/{id}/versions', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': newId() },
        }),
      ),
    onError: showProblem,
    onSuccess: ({ number }) => {
      notifications.show({ message: t('reviews.versions.kept', { number }), color: 'accent', role: 'status' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents'] }),
  });
}
