import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { doThen } from '../api/do-then.js';
import type { DocumentView, ScheduledSending } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { useSending } from './use-sending.js';

const knownFailures = [
  'document-unknown-recipient',
  'document-group-deleted',
  'document-group-empty',
  'document-too-many-recipients',
] as const;

interface Props {
  readonly document: DocumentView;
  readonly sending: ScheduledSending;
  readonly onChange: () => void;
}

/** When an issued document is sent by itself, or why it was not; with what its clerk can do about it. */
export function SendingNotice({ document, sending, onChange }: Props) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const action = useSending(document.id);
  const symbol = document.symbol ?? '';
  const time = formatMoment(sending.sendAt);
  const hasFailed = sending.failedAt !== null;
  const failure = sending.failure?.code.replace('.', '-');
  const reason = knownFailures.find((known) => known === failure) ?? 'other';

  const callOff = async () => {
    const question = {
      title: t('sending.schedule.askCallOff'),
      text: t('sending.schedule.askCallOffText', { symbol }),
      confirm: t('sending.schedule.callOff'),
    };
    if (await confirm(question)) {
      doThen(
        action,
        { kind: 'call-off' },
        {
          onError: showProblem,
          onSuccess: () => {
            const message = t('sending.schedule.calledOff', { symbol });
            notifications.show({ message, color: 'accent', role: 'status' });
          },
        },
      );
    }
  };

  return (
    <Alert
      mb="md"
      color={hasFailed ? 'red' : 'accent'}
      icon={hasFailed ? <IconAlertTriangle aria-hidden /> : <IconClock aria-hidden />}
      title={t(hasFailed ? 'sending.schedule.failedTitle' : 'sending.schedule.notice', { time })}
    >
      {hasFailed && <Text size="sm">{t(`sending.schedule.failed.${reason}`)}</Text>}
      <Text size="sm">
        {t('sending.schedule.by', { name: sending.setBy.fullName, position: sending.setBy.position })}
      </Text>
      {document.actions.includes('send') && (
        <Group gap={8} mt={8} data-no-print>
          <Button size="xs" variant="default" onClick={onChange}>
            {t('sending.schedule.change')}
          </Button>
          <Button size="xs" variant="default" loading={action.isPending} onClick={() => void callOff()}>
            {t('sending.schedule.callOff')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
