import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { AgencyContact, AgencyDetails, WriteAgency } from '../api/types.js';
import { agencyQuery } from './agency-queries.js';

interface Write {
  /** Null for a new one. */
  readonly agency: AgencyDetails | null;
  readonly body: WriteAgency;
  /** One key for one wish: a try after a lost line is the same wish. */
  readonly key: string;
}

function write({ agency, body, key }: Write): Promise<AgencyDetails> {
  return agency === null
    ? read(client.POST('/api/v1/agencies', { body, headers: { 'Idempotency-Key': key } }))
    : read(
        client.PUT('/api/v1/agencies/{id}', {
          params: { path: { id: agency.id }, header: { 'If-Match': `"${agency.version}"` } },
          body,
        }),
      );
}

/** Keeps what the answer says, and has every list with agencies in it read again. */
function useKeepAgency() {
  const queries = useQueryClient();
  return {
    onSuccess: (agency: AgencyDetails) => queries.setQueryData(agencyQuery(agency.id).queryKey, agency),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['agencies', 'catalogue'].includes(String(queryKey[0])),
      }),
  };
}

export function useWriteAgency() {
  const { t } = useTranslation();
  const { onSuccess, onSettled } = useKeepAgency();
  return useMutation({
    mutationFn: write,
    onSuccess: (saved, { agency }) => {
      onSuccess(saved);
      const message =
        agency === null ? t('agencies.added', { name: saved.name }) : t('agencies.saved', { name: saved.name });
      notifications.show({ message, color: 'green' });
    },
    onSettled,
  });
}

export function useEditContact() {
  const { t } = useTranslation();
  const { onSuccess, onSettled } = useKeepAgency();
  return useMutation({
    mutationFn: ({ agency, body }: { readonly agency: AgencyDetails; readonly body: AgencyContact }) =>
      read(
        client.PUT('/api/v1/agencies/{id}/contact', {
          params: { path: { id: agency.id }, header: { 'If-Match': `"${agency.version}"` } },
          body,
        }),
      ),
    onSuccess: (saved) => {
      onSuccess(saved);
      notifications.show({ message: t('agencies.saved', { name: saved.name }), color: 'green' });
    },
    onSettled,
  });
}
