import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import type { DeliveryInAttentionDetails, PaperReasonChoice } from '../api/types.js';
import { PaperReasonField } from '../outgoing/paper-reason-field.js';
import { useSendOtherWay } from './attention-queries.js';

interface Props {
  readonly delivery: DeliveryInAttentionDetails;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function OtherWayDialog({ delivery, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const send = useSendOtherWay(delivery.id);
  const { otherChannels, recipientName } = delivery;
  const [channel, setChannel] = useState(otherChannels[0] ?? 'paper');
  const [paperReason, setPaperReason] = useState<PaperReasonChoice | null>(null);
  return (
    <FormDialog
      title={t('attention.otherWayTitle', { name: recipientName })}
      save={t('attention.send')}
      error={send.error}
      isPending={send.isPending}
      onClose={onClose}
      onSave={() =>
        send.mutate(
          { channel, paperReason: channel === 'paper' ? paperReason : null },
          {
            onSuccess: () => {
              notifications.show({ message: t('attention.rerouted'), color: 'green', role: 'status' });
              onDone();
            },
          },
        )
      }
    >
      <Radio.Group
        label={t('attention.by')}
        value={channel}
        onChange={(value) => setChannel(otherChannels.find((one) => one === value) ?? 'paper')}
      >
        <Stack gap="xs" mt="xs">
          {otherChannels.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={t(`attention.channels.${one}`)}
              data-autofocus={index === 0 || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {channel === 'paper' && <PaperReasonField name={recipientName} value={paperReason} onChange={setPaperReason} />}
    </FormDialog>
  );
}
