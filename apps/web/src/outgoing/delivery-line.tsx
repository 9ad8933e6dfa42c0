import { Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../api/types.js';
import { vi } from '../i18n/vi/index.js';
import { formatMoment, formatWhen } from '../ui/format.js';
import history from '../ui/history.module.css';
import { StateWord } from '../ui/state-word.js';
import { deliveryTone } from '../ui/states.js';
import classes from './tracking.module.css';

const words = vi.outgoing.tracking;

function isKnown(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code);
}

export function DeliveryLine({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const { recipient, state, stateAt, channel, arrivalNumber, events } = delivery;
  return (
    <li className={classes.delivery} data-recipient={recipient.code} data-state={state}>
      <button
        type="button"
        className={classes.open}
        aria-expanded={opened}
        aria-label={t('outgoing.track.show', { name: recipient.name })}
        onClick={toggle}
      >
        <span className={classes.name}>{recipient.name}</span>
        <span className={classes.state}>
          <StateWord tone={deliveryTone[state]}>{t(`outgoing.delivery.${state}`)}</StateWord>
          <IconChevronDown size={14} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
        </span>
        <span className={classes.quiet}>
          {formatWhen(stateAt, new Date())}
          {arrivalNumber !== null && ` · ${t('outgoing.track.arrivalNumber', { number: arrivalNumber })}`}
          {channel === 'electronic-with-paper' && ` · ${t('common.channel.electronic-with-paper')}`}
        </span>
      </button>
      {state === 'needs-attention' && <p className={classes.help}>{t('outgoing.track.attentionHelp')}</p>}
      <Collapse expanded={opened}>
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
