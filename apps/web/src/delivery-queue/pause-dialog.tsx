import { Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import type { ChannelName } from '../api/types.js';
import { AgencyFilter } from '../people/agency-filter.js';
import { usePause } from './queue-queries.js';

export interface PauseOf {
  readonly channel: ChannelName | null;
  readonly agencyId: string | null;
}

const channels = ['local', 'webhook', 'email'] as const satisfies readonly ChannelName[];

interface Props {
  readonly of: PauseOf;
  readonly onClose: () => void;
}

/** Asks what to hold back and why, and says in plain words what that means. */
export function PauseDialog({ of, onClose }: Props) {
  const { t } = useTranslation();
  const pause = usePause();
  const [{ channel, agencyId }, setWhat] = useState(of);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isNothing = channel === null && agencyId === null;
  const submit = () => {
    setTried(true);
    if (isNothing || reason.trim() === '') {
      return;
    }
    pause.mutate(
      { channel, agencyId, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: t('queue.pauseDone'), color: 'accent', role: 'status' });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('queue.pauseTitle')}
      save={t('queue.pauseShort')}
      error={pause.error}
      isPending={pause.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <span>{t('queue.pauseText')}</span>
      <Select
        label={t('queue.column.channel')}
        placeholder={t('queue.anyChannel')}
        clearable
        clearButtonProps={{ 'aria-label': t('queue.anyChannel') }}
        data={channels.map((one) => ({ value: one, label: t(`attention.channels.${one}`) }))}
        value={channel}
        onChange={(value) => setWhat({ agencyId, channel: channels.find((one) => one === value) ?? null })}
        error={tried && isNothing && t('queue.nothingChosen')}
      />
      <div>
        <AgencyFilter
          label={t('queue.chooseAgency')}
          agencyId={agencyId ?? undefined}
          onChoose={(chosen) => setWhat({ channel, agencyId: chosen ?? null })}
        />
      </div>
      <Textarea
        data-autofocus
        label={t('queue.reason')}
        description={t('queue.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('queue.reasonMissing')}
      />
    </FormDialog>
  );
}
