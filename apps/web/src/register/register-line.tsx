import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RegisterEntry } from '../api/types.js';
import { formatDate, formatDay } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import classes from './register-page.module.css';
import { numberOf } from './register-words.js';

const tones = { given: 'good', reserved: 'care', cancelled: 'bad' } as const;

interface Props {
  readonly entry: RegisterEntry;
  readonly onCancel: (entry: RegisterEntry) => void;
}

/** One number of the register: what has it, or why nothing has. */
export function RegisterLine({ entry, onCancel }: Props) {
  const { t } = useTranslation();
  const { document, signer, state, cancelled, recipients } = entry;
  const number = numberOf(entry);
  const others = entry.recipientCount - Math.min(recipients.length, namesInLine);
  return (
    <div className={classes.row}>
      <span className={classes.number} data-cancelled={state === 'cancelled' || undefined}>
        {document === null ? (
          number
        ) : (
          <Link to="/outgoing/$documentId" params={{ documentId: document.id }} data-row>
            {number}
          </Link>
        )}
      </span>
      <span className={classes.date}>{formatDate(entry.day)}</span>
      <span className={classes.subject}>
        {document !== null && <span>{document.subject}</span>}
        {entry.reason !== '' && (
          <span className={classes.quiet}>{t('register.reservedFor', { reason: entry.reason })}</span>
        )}
        {cancelled !== null && (
          <span className={classes.quiet}>
            {t('register.cancelledFor', {
              reason: cancelled.reason,
              name: cancelled.by.fullName,
              day: formatDay(cancelled.at),
            })}
          </span>
        )}
      </span>
      <span className={classes.quiet}>{signer?.fullName}</span>
      <span className={classes.quiet}>
        {recipients.slice(0, namesInLine).join('; ')}
        {others > 0 && ` ${t('register.others', { number: others })}`}
      </span>
      <span className={classes.state}>
        <StateWord tone={tones[state]}>{t(`register.states.${state}`)}</StateWord>
        {(state === 'reserved' || document?.state === 'issued') && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('register.cancelOne', { number })}
            onClick={() => {
              onCancel(entry);
            }}
          >
            {t('register.cancel')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** Enough to recognise it; the printed register names more. */
const namesInLine = 2;
