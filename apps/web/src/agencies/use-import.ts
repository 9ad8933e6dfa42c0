import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { AgencyImport } from '../api/types.js';

interface Wish {
  readonly file: File;
  /** Of the preview; without it, a preview. */
  readonly plan?: string;
}

function send({ file, plan }: Wish): Promise<AgencyImport> {
  return read(
    client.PUT('/api/v1/agencies/import', {
      params: { query: plan === undefined ? {} : { plan } },
      headers: { 'content-type': 'application/octet-stream' },
      // The description knows bytes as a text only; what is sent is the file.
      body: file.name,
      bodySerializer: () => file,
    }),
  );
}

export function usePreviewImport() {
  return useMutation({ mutationFn: (file: File) => send({ file }) });
}

export function useImport() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Required<Wish>) => send(wish),
    onSuccess: ({ added, changed }) => {
      notifications.show({ message: t('agencies.import.done', { added, changed }), color: 'green' });
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['agencies', 'catalogue'].includes(String(queryKey[0])),
      }),
  });
}
