import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryInAttentionDetails } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';
import { useRetryDelivery } from './attention-queries.js';
import { GiveUpDialog } from './give-up-dialog.js';
import { OtherWayDialog } from './other-way-dialog.js';

interface Props {
  readonly delivery: DeliveryInAttentionDetails;
  readonly onDone: () => void;
}

/** What can be done about a delivery that failed. */
export function AttentionActions({ delivery, onDone }: Props) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const retry = useRetryDelivery(delivery.id);
  const [opened, setOpened] = useState<'other-way' | 'give-up' | null>(null);
  const tryAgain = (allAlike: boolean): void => {
    // The delivery may have left the list by then: what is said outlives it.
    retry.mutateAsync(allAlike).then(({ count }) => {
      notifications.show({ message: t('attention.retried', { number: count }), color: 'green', role: 'status' });
      onDone();
    }, showProblem);
  };
  const close = (): void => setOpened(null);
  return (
    <Group gap="xs" my="md">
      <Button
        data-autofocus
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={retry.isPending}
        onClick={() => tryAgain(false)}
      >
        {t('attention.retry')}
      </Button>
      {delivery.alike > 1 && (
        <Button variant="default" loading={retry.isPending} onClick={() => tryAgain(true)}>
          {t('attention.retryAlike', { number: delivery.alike })}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpened('other-way')}>
        {t('attention.otherWay')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => setOpened('give-up')}>
        {t('attention.giveUp')}
      </Button>
      {opened === 'other-way' && <OtherWayDialog delivery={delivery} onClose={close} onDone={onDone} />}
      {opened === 'give-up' && <GiveUpDialog delivery={delivery} onClose={close} onDone={onDone} />}
    </Group>
  );
}
