import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { ApiClient, ClientScope } from '../api/types.js';
import { FormDialog } from '../people/form-dialog.js';
import { useClientAction } from './api-client-queries.js';
import { ScopeFields } from './scope-fields.js';

interface Props {
  readonly apiClient: ApiClient;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function EditApiClientDialog({ apiClient, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(apiClient.name);
  const [scopes, setScopes] = useState<readonly ClientScope[]>(apiClient.scopes);
  // The version that was opened: what somebody else changes meanwhile is not written over.
  const [version] = useState(apiClient.version);
  const save = useClientAction((body: { name: string; scopes: ClientScope[] }) =>
    read(
      client.PUT('/api/v1/api-clients/{id}', {
        params: { path: { id: apiClient.id }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    ),
  );

  const submit = () => {
    if (name.trim() !== '' && scopes.length > 0) {
      save.mutate({ name: name.trim(), scopes: [...scopes] }, { onSuccess: onSaved });
    }
  };

  return (
    <FormDialog
      title={t('apiClients.editTitle')}
      confirm={t('apiClients.save')}
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        label={t('apiClients.name')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name.trim() === '' && t('apiClients.missing')}
      />
      <ScopeFields
        role={apiClient.role}
        chosen={scopes}
        onChange={setScopes}
        error={scopes.length === 0 ? t('apiClients.missingScopes') : undefined}
      />
      <Text size="sm" c="dimmed">
        {t('apiClients.editHint')}
      </Text>
    </FormDialog>
  );
}
