import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, DocumentView } from '../api/types.js';
import { vi } from '../i18n/vi/index.js';
import { formatDate, formatMoment, formatWhen } from '../ui/format.js';
import history from '../ui/history.module.css';
import { StateWord } from '../ui/state-word.js';
import { deliveryTone } from '../ui/states.js';
import { DeliverySteps } from './delivery-steps.js';
import classes from './tracking.module.css';

const HandoverDialog = lazy(async () => ({ default: (await import('./handover-dialog.js')).HandoverDialog }));

const words = vi.outgoing.tracking;

function isKnown(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code);
}

interface Props {
  readonly delivery: Delivery;
  readonly document: DocumentView;
}

export function DeliveryLine({ delivery, document }: Props) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const [marking, mark] = useDisclosure(false);
  const {
    recipient,
    address,
    state,
    stateAt,
    channel,
    arrivalNumber,
    events,
    handover,
    paperReason,
    sending,
    sentAt,
    asked,
    late,
  } = delivery;
  return (
    <li className={classes.delivery} data-recipient={recipient.code} data-state={state}>
      <button
        type="button"
        className={classes.open}
        aria-expanded={opened}
        aria-label={t('outgoing.track.show', { name: recipient.name })}
        onClick={toggle}
      >
        <span className={classes.name}>
          {recipient.name} {address !== null && <span className={classes.under}>{address}</span>}
        </span>
        <span className={classes.state}>
          <LateWord late={late} />
          <StateWord tone={deliveryTone[state]}>{t(`outgoing.delivery.${state}`)}</StateWord>
          <IconChevronDown size={14} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
        </span>
        <span className={classes.quiet}>
          {formatWhen(stateAt, new Date())}
          {arrivalNumber !== null && ` · ${t('outgoing.track.arrivalNumber', { number: arrivalNumber })}`}
          {channel === 'electronic-with-paper' && ` · ${t('common.channel.electronic-with-paper')}`}
          {sending > 1 && ` · ${t('sending.copies.further', { time: formatWhen(sentAt, new Date()) })}`}
          {paperReason !== null && (
            <span className={classes.under}>{t('sending.reason.shown', { reason: paperReason })}</span>
          )}
          {handover !== null && (
            <span className={classes.under}>
              {t('sending.handover.shown', { day: formatDate(handover.handedOn), name: handover.takenBy })}
            </span>
          )}
        </span>
      </button>
      {asked !== null && <p className={classes.help}>{t(`recall.waits.${asked}`)}</p>}
      {state === 'needs-attention' && <p className={classes.help}>{t('outgoing.track.attentionHelp')}</p>}
      {channel !== 'electronic' && document.actions.includes('send-copies') && (opened || handover === null) && (
        <Button
          size="compact-xs"
          variant="default"
          mb={6}
          aria-label={`${t('sending.handover.act')}: ${recipient.name}`}
          data-no-print
          onClick={mark.open}
        >
          {t('sending.handover.act')}
        </Button>
      )}
      <Suspense>
        {marking && <HandoverDialog documentId={document.id} delivery={delivery} onClose={mark.close} />}
      </Suspense>
      <Collapse expanded={opened}>
        <DeliverySteps delivery={delivery} document={document} />
        <ol className={`${history.history} ${classes.events}`}>
          {events.toReversed().map(({ code, occurredAt, actor, note }) => (
            <li key={`${code} ${occurredAt}`} className={history.entry}>
              <span className={history.what}>
                {isKnown(code) ? t(`outgoing.tracking.${code}`) : t('outgoing.tracking.other', { code })}
              </span>
              <time dateTime={occurredAt} className={history.when}>
                {formatMoment(occurredAt)}
              </time>
              {actor !== null && <span className={history.who}>{actor}</span>}
              {note !== null && <span className={history.note}>{note}</span>}
            </li>
          ))}
        </ol>
      </Collapse>
    </li>
  );
}

/** Said in words beside the state: lateness is no state of its own. */
function LateWord({ late }: Pick<Delivery, 'late'>) {
  const { t } = useTranslation();
  return late === null ? null : <StateWord tone="care">{t(`late.word.${late.kind}`)}</StateWord>;
}
