import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import { FormDialog } from '../people/form-dialog.js';

interface Props {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly onClose: () => void;
  readonly onReset: (message: string) => void;
}

/** For somebody who lost the phone and the codes: asks why, because it opens a door with the password alone. */
export function ResetSecondFactorDialog({ person: { id, fullName }, onClose, onReset }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reset = useMutation({
    mutationFn: async () => {
      await client.POST('/api/v1/people/{id}/second-factor-reset', {
        params: { path: { id } },
        body: { reason: reason.trim() },
      });
    },
    onSuccess: () => {
      onReset(t('secondFactor.reset.doneText', { name: fullName }));
    },
  });
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') {
      reset.mutate();
    }
  };
  return (
    <FormDialog
      title={t('secondFactor.reset.title', { name: fullName })}
      confirm={t('secondFactor.reset.confirm')}
      dangerous
      isPending={reset.isPending}
      error={reset.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <span>{t('secondFactor.reset.text')}</span>
      <Textarea
        data-autofocus
        label={t('secondFactor.reset.reason')}
        description={t('secondFactor.reset.reasonHint')}
        required
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
        error={tried && reason.trim() === '' && t('secondFactor.reset.missingReason')}
      />
    </FormDialog>
  );
}
