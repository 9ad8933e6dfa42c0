import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';
import {
  addressedBody,
  addressedCount,
  type AddressedFields,
  lacksPaperReason,
  nobodyAddressed,
} from './addressed-fields.js';
import type { Missing } from './missing-in.js';
import { RecipientsField } from './recipients-field.js';
import { useSending } from './use-sending.js';

interface Props {
  readonly document: DocumentView;
  readonly onClose: () => void;
}

/** Asks who gets further copies of a sent document, and sends them. */
export function CopiesDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const sending = useSending(document.id);
  const [fields, setFields] = useState<AddressedFields>(nobodyAddressed);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const symbol = document.symbol ?? '';

  const send = () => {
    const lacking: Missing[] = [
      ...(addressedCount(fields) === 0 ? (['recipients'] as const) : []),
      ...(lacksPaperReason(fields) ? (['paperReasons'] as const) : []),
    ];
    setMissing(lacking);
    if (lacking.length > 0) {
      return;
    }
    sending.mutate(
      { kind: 'copies', copies: addressedBody(fields) },
      {
        onError: showProblem,
        onSuccess: () => {
          notifications.show({ message: t('sending.copies.done', { symbol }), color: 'accent', role: 'status' });
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('sending.copies.title', { symbol })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('sending.copies.text')}</p>
      <RecipientsField
        fields={fields}
        change={(part) => {
          setFields((before) => ({ ...before, ...part }));
          setMissing([]);
        }}
        missing={missing}
      />
      <Button fullWidth mt="md" loading={sending.isPending} onClick={send}>
        {t('sending.copies.confirm')}
      </Button>
    </Modal>
  );
}
