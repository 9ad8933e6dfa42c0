import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { Person } from '../api/types.js';
import { FormDialog } from './form-dialog.js';
import { usePersonAction } from './people-queries.js';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDisabled: () => void;
}

export function DisablePersonDialog({ person: { id, fullName }, onClose, onDisabled }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const disable = usePersonAction((body: { reason: string }) =>
    read(client.POST('/api/v1/people/{id}/disable', { params: { path: { id } }, body })),
  );

  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') {
      disable.mutate({ reason: reason.trim() }, { onSuccess: onDisabled });
    }
  };

  return (
    <FormDialog
      title={t('people.disableTitle', { name: fullName })}
      confirm={t('people.disable')}
      dangerous
      isPending={disable.isPending}
      error={disable.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <span>{t('people.disableText')}</span>
      <Textarea
        data-autofocus
        label={t('people.reason')}
        required
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('people.missing')}
      />
    </FormDialog>
  );
}
