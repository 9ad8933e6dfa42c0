import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterEntry } from '../api/types.js';
import { FormDialog } from '../people/form-dialog.js';
import { numberOf } from './register-words.js';
import { useCancelNumber } from './use-register-actions.js';

interface Props {
  readonly entry: RegisterEntry;
  readonly onClose: () => void;
}

/** Says what becomes of the number and of the document that has it, and asks why. */
export function CancelDialog({ entry, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = useCancelNumber();
  const number = numberOf(entry);

  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') {
      cancel.mutate(
        { id: entry.id, reason: reason.trim() },
        {
          onSuccess: () => {
            onClose();
            notifications.show({ message: t('register.cancelledNow', { number }), color: 'accent', role: 'status' });
          },
        },
      );
    }
  };

  return (
    <FormDialog
      title={t('register.cancelTitle', { number })}
      confirm={t('register.cancelConfirm')}
      dangerous
      isPending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">
        {entry.document === null
          ? t('register.cancelText', { number })
          : t('register.cancelDocumentText', { number, subject: entry.document.subject })}
      </Text>
      <Textarea
        data-autofocus
        label={t('register.cancelReason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('register.missing')}
      />
    </FormDialog>
  );
}
