import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryPause } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './queue-page.module.css';
import { useResume } from './queue-queries.js';
import { useWhatIsPaused } from './use-what-is-paused.js';

/** What is held back now: who said so and why, and how to let it go on. */
export function PauseList({ pauses }: { readonly pauses: readonly DeliveryPause[] }) {
  const { t } = useTranslation();
  if (pauses.length === 0) {
    return null;
  }
  return (
    <ul className={classes.pauses} aria-label={t('queue.pauses')}>
      {pauses.map((pause) => (
        <Pause key={pause.id} pause={pause} />
      ))}
    </ul>
  );
}

function Pause({ pause }: { readonly pause: DeliveryPause }) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const resume = useResume();
  const showProblem = useShowProblem();
  const whatIs = useWhatIsPaused();
  const what = whatIs({ channel: pause.channel, agencyName: pause.agency?.name ?? null });
  const letGoOn = async () => {
    const text = t('queue.resumeText', { what, number: pause.waiting });
    if (await ask({ title: t('queue.resumeTitle', { what }), text, confirm: t('queue.resume') })) {
      // The pause has left the list by then: what is said outlives it.
      await resume.mutateAsync(pause.id).then(() => {
        notifications.show({ message: t('queue.resumed', { what }), color: 'accent', role: 'status' });
      }, showProblem);
    }
  };
  return (
    <li className={classes.pause}>
      <IconPlayerPause size={20} aria-hidden />
      <span className={classes.words}>
        <b>{t('queue.paused', { what })}</b> {t('queue.heldBack', { number: pause.waiting })}
        <br />
        {t('queue.pausedWhy', { reason: pause.reason, name: pause.pausedBy, moment: formatMoment(pause.pausedAt) })}
      </span>
      <Button
        size="xs"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        aria-label={t('queue.resumeTitle', { what })}
        loading={resume.isPending}
        onClick={() => void letGoOn()}
      >
        {t('queue.resume')}
      </Button>
    </li>
  );
}
