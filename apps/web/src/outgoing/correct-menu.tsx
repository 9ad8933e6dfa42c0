import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { CorrectionKind } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';
import { documentQuery } from './document-queries.js';

const kinds = ['corrects', 'amends', 'replaces'] as const satisfies readonly CorrectionKind[];

/** Begins a document of its own that corrects, amends or replaces an issued one. */
export function CorrectMenu({ documentId }: { readonly documentId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const correct = useMutation({
    mutationFn: ({ kind, key }: { kind: CorrectionKind; key: string }) =>
      read(
        client.POST('/api/v1/documents/{id}/corrections', {
          params: { path: { id: documentId } },
          headers: { 'Idempotency-Key': key },
          body: { kind },
        }),
      ),
    onError: useShowProblem(),
    onSuccess: async (draft) => {
      queries.setQueryData(documentQuery(draft.id).queryKey, draft);
      void queries.invalidateQueries({ queryKey: ['documents'] });
      notifications.show({ message: t('outgoing.correct.done'), color: 'accent', role: 'status' });
      await navigate({ to: '/outgoing/draft', search: { id: draft.id } });
    },
  });
  return (
    <Menu position="top-end" width={320}>
      <Menu.Target>
        <Button variant="default" loading={correct.isPending} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('outgoing.correct.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => correct.mutate({ kind, key: newId() })}>
            <b>{t(`outgoing.correct.${kind}`)}</b>
            <br />
            {t(`outgoing.correct.${kind}Hint`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
