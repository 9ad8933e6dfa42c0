import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import { fromLocalTime, tomorrowMorning, toLocalTime } from './local-time.js';
import { useSending } from './use-sending.js';

interface Props {
  readonly document: DocumentView;
  readonly onClose: () => void;
}

/** Asks when an issued document is sent by itself. */
export function ScheduleDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const sending = useSending(document.id);
  const [text, setText] = useState(() => toLocalTime(document.sending?.sendAt ?? tomorrowMorning(new Date())));
  const [tried, setTried] = useState(false);
  const symbol = document.symbol ?? '';
  const sendAt = fromLocalTime(text);
  const isAhead = sendAt !== undefined && new Date(sendAt) > new Date();

  const save = () => {
    setTried(true);
    if (sendAt === undefined || !isAhead) {
      return;
    }
    sending.mutate(
      { kind: 'schedule', sendAt },
      {
        onError: showProblem,
        onSuccess: () => {
          const message = t('sending.schedule.set', { symbol, time: formatMoment(sendAt) });
          notifications.show({ message, color: 'accent', role: 'status' });
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sending.schedule.title', { symbol })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{t('sending.schedule.text')}</p>
        <TextInput
          data-autofocus
          type="datetime-local"
          label={t('sending.schedule.when')}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && !isAhead && t('sending.schedule.past')}
        />
        <Button type="submit" fullWidth mt="md" loading={sending.isPending}>
          {t('sending.schedule.confirm')}
        </Button>
      </form>
    </Modal>
  );
}
