import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doThen } from '../api/do-then.js';
import { FormDialog } from '../people/form-dialog.js';
import { useCancelNumber } from './use-register-actions.js';

interface Props {
  /** The line of the register. */
  readonly id: string;
  readonly number: string;
  /** Of the document that has the number; null when none has. */
  readonly subject: string | null;
  readonly onClose: () => void;
}

/** Says what becomes of the number and of the document that has it, and asks why. */
export function CancelDialog({ id, number, subject, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = useCancelNumber();

  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') {
      doThen(
        cancel,
        { id, reason: reason.trim() },
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
      dismiss={t('register.keepNumber')}
      dangerous
      isPending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">
        {subject === null
          ? t('register.cancelText', { number })
          : t('register.cancelDocumentText', { number, subject })}
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
