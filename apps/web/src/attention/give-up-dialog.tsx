import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import type { DeliveryInAttentionDetails } from '../api/types.js';
import { useGiveUp } from './attention-queries.js';

interface Props {
  readonly delivery: DeliveryInAttentionDetails;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function GiveUpDialog({ delivery, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const giveUp = useGiveUp(delivery.id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <FormDialog
      title={t('attention.giveUpTitle', { name: delivery.recipientName })}
      save={t('attention.giveUp')}
      error={giveUp.error}
      isPending={giveUp.isPending}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (!isMissing) {
          giveUp.mutateAsync(reason.trim()).then(
            () => {
              notifications.show({ message: t('attention.gaveUp'), color: 'accent', role: 'status' });
              onDone();
              // The dialog shows what went wrong.
            },
            () => undefined,
          );
        }
      }}
    >
      <span>{t('attention.giveUpText')}</span>
      <Textarea
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        label={t('attention.reason')}
        value={reason}
        error={tried && isMissing && t('attention.reasonMissing')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
