import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Delivery, DeliveryState, DocumentView } from '../api/types.js';
import { formatDate, formatMoment, formatWhen } from '../ui/format.js';
import { stepsOf } from './delivery-steps-of.js';
import classes from './tracking.module.css';

interface Props {
  readonly delivery: Delivery;
  readonly document: DocumentView;
}

/** Where a document is with one recipient, like a parcel: what is done and when, what comes next, and what goes wrong. */
export function DeliverySteps({ delivery, document }: Props) {
  const { t } = useTranslation();
  const { recipient, failedTries, cause, nextTryAt } = delivery;
  const steps = stepsOf(delivery);
  const next = useNextWords(delivery, document);
  if (steps.length === 0) {
    return null;
  }
  return (
    <>
      <ol className={classes.steps} aria-label={t('late.steps.label', { name: recipient.name })}>
        {steps.map(({ key, at, state }) => (
          <li
            key={key}
            className={classes.step}
            data-step={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <StepMark state={state} />
            <span>{t(`late.steps.${key}`)}</span>
            <VisuallyHidden>{t(state === 'done' ? 'late.steps.done' : 'late.steps.waits')}</VisuallyHidden>
            {at !== null && <time dateTime={at}>{formatWhen(at, new Date())}</time>}
          </li>
        ))}
      </ol>
      {next !== null && <p className={classes.next}>{next}</p>}
      {failedTries > 0 && (
        <p className={classes.help}>
          {cause === null
            ? t('late.triesOnly', { number: failedTries })
            : t('late.tries', { number: failedTries, cause: t(`attention.cause.${cause}`) })}{' '}
          {nextTryAt !== null && t('late.again', { moment: formatMoment(nextTryAt) })}
        </p>
      )}
    </>
  );
}

function StepMark({ state }: { readonly state: 'done' | 'current' | 'to-come' }) {
  if (state === 'done') {
    return <IconCheck size={16} aria-hidden />;
  }
  return state === 'current' ? <IconCircleDot size={16} aria-hidden /> : <IconCircle size={16} aria-hidden />;
}

/** What the recipient does next, and until when; nothing once it is over or waits for our own side. */
function useNextWords({ state, answerBy }: Delivery, { dueDate }: DocumentView): string | null {
  const { t } = useTranslation();
  const words: Partial<Record<DeliveryState, string>> = {
    queued: t('late.next.arrived'),
    sent: t('late.next.arrived'),
    accepted: t('late.next.handled'),
    assigned: t('late.next.handled'),
  };
  if (state === 'arrived' && answerBy !== null) {
    return t('late.next.answered', { moment: formatMoment(answerBy) });
  }
  if (state === 'in-process') {
    return dueDate === null ? t('late.next.completed') : t('late.next.completedBy', { day: formatDate(dueDate) });
  }
  return words[state] ?? null;
}
