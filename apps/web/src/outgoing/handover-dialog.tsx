import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../api/types.js';
import { dayInVietnam } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import { useSending } from './use-sending.js';

interface Props {
  readonly documentId: string;
  readonly delivery: Delivery;
  readonly onClose: () => void;
}

/** Marks when paper was handed over, and who took it. */
export function HandoverDialog({ documentId, delivery, onClose }: Props) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const sending = useSending(documentId);
  const [handedOn, setHandedOn] = useState(delivery.handover?.handedOn ?? dayInVietnam(new Date()));
  const [takenBy, setTakenBy] = useState(delivery.handover?.takenBy ?? '');
  const [tried, setTried] = useState(false);
  const isWhole = handedOn !== '' && takenBy.trim() !== '';
  const save = () => {
    setTried(true);
    if (!isWhole) {
      return;
    }
    sending.mutate(
      { kind: 'handover', deliveryId: delivery.id, handedOn, takenBy: takenBy.trim() },
      {
        onError: showProblem,
        onSuccess: () => {
          notifications.show({ message: t('sending.handover.done'), color: 'accent', role: 'status' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sending.handover.title', { name: delivery.recipient.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap={14}>
          <TextInput
            type="date"
            label={t('sending.handover.day')}
            required
            max={dayInVietnam(new Date())}
            value={handedOn}
            onChange={(event) => setHandedOn(event.currentTarget.value)}
          />
          <TextInput
            data-autofocus
            label={t('sending.handover.takenBy')}
            description={t('sending.handover.takenByHint')}
            required
            maxLength={100}
            value={takenBy}
            onChange={(event) => setTakenBy(event.currentTarget.value)}
            error={tried && !isWhole && t('sending.handover.missing')}
          />
          <Button type="submit" loading={sending.isPending}>
            {t('sending.handover.confirm')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
