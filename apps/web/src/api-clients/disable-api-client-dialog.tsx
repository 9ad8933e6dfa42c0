import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { ApiClient } from '../api/types.js';
import { FormDialog } from '../people/form-dialog.js';
import { useClientAction } from './api-client-queries.js';

interface Props {
  readonly apiClient: ApiClient;
  readonly onClose: () => void;
  readonly onDisabled: () => void;
}

export function DisableApiClientDialog({ apiClient: { id, name }, onClose, onDisabled }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const disable = useClientAction((body: { reason: string }) =>
    read(client.POST('/api/v1/api-clients/{id}/disable', { params: { path: { id } }, body })),
  );

  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') {
      disable.mutate({ reason: reason.trim() }, { onSuccess: onDisabled });
    }
  };

  return (
    <FormDialog
      title={t('apiClients.disableTitle', { name })}
      confirm={t('apiClients.disable')}
      dangerous
      isPending={disable.isPending}
      error={disable.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <span>{t('apiClients.disableText')}</span>
      <Textarea
        data-autofocus
        label={t('apiClients.reason')}
        required
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('apiClients.missing')}
      />
    </FormDialog>
  );
}
