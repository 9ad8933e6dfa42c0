import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncomingEntry } from '../api/types.js';
import classes from '../register/register-page.module.css';
import { DueWord } from '../ui/due-word.js';
import { formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import { arrivalTone, isOpenArrival } from '../ui/states.js';
import type { IncomingBook } from './incoming-register-search.js';

/** One arrival number: what came under it, who has it, and how far it is. */
export function IncomingRegisterLine({ entry, book }: { readonly entry: IncomingEntry; readonly book: IncomingBook }) {
  const { t } = useTranslation();
  const { id, number, arrivedOn, typeName, symbol, subject, senderName, holders, state, dueOn, completedOn } = entry;
  return (
    <div className={classes.row}>
      <span className={classes.number}>
        <Link to="/incoming/$arrivalId" params={{ arrivalId: id }} data-row>
          {t('incoming.number', { number })}
        </Link>
      </span>
      <span className={classes.date}>{formatDate(arrivedOn)}</span>
      <span className={classes.subject}>
        <span>{subject}</span>
        <span className={classes.quiet}>{`${typeName} ${symbol} · ${formatDate(entry.issuedOn)}`}</span>
      </span>
      <span className={classes.quiet}>{senderName}</span>
      <span className={classes.quiet}>
        {holders.join('; ')}
        {book === 'follow-up' && entry.replies.length > 0 && (
          <span>{` ${t('incomingRegister.replied', { symbols: entry.replies.join('; ') })}`}</span>
        )}
        {book === 'register' && entry.passedOn !== null && (
          <span>{` ${t('incomingRegister.passedOn', { day: formatDate(entry.passedOn) })}`}</span>
        )}
      </span>
      <span className={classes.state}>
        <StateWord tone={arrivalTone[state]}>{t(`incoming.state.${state}`)}</StateWord>
        {completedOn === null ? (
          <DueWord dueDate={dueOn} open={isOpenArrival(state)} />
        ) : (
          <span className={classes.quiet}>
            {t(dueOn !== null && completedOn > dueOn ? 'incomingRegister.doneLate' : 'incomingRegister.doneOn', {
              day: formatDate(completedOn),
            })}
          </span>
        )}
      </span>
    </div>
  );
}
