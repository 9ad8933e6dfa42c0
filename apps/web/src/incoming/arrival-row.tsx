import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ArrivalState, ArrivalSummary } from '../api/types.js';
import { DueWord } from '../ui/due-word.js';
import { formatWhen } from '../ui/format.js';
import { Line } from '../ui/line.js';
import classes from '../ui/row-link.module.css';
import { StateWord } from '../ui/state-word.js';
import { arrivalTone, isOpenArrival } from '../ui/states.js';

/** Its number stays in the register, and says that nobody works on it any more. */
function isOver(state: ArrivalState): boolean {
  return state === 'recalled' || state === 'replaced';
}

export function ArrivalRow({ arrival }: { readonly arrival: ArrivalSummary }) {
  const { t } = useTranslation();
  const { state, arrivalNumber, asked } = arrival;
  return (
    <Link to="/incoming/$arrivalId" params={{ arrivalId: arrival.id }} className={classes.row} data-row>
      <Line
        urgency={arrival.urgency}
        symbol={arrival.symbol}
        typeName={arrival.typeName}
        subject={arrival.subject}
        other={
          arrival.addressee === null
            ? arrival.sender.name
            : t('incoming.fromTo', { from: arrival.sender.name, to: arrival.addressee.name })
        }
        state={
          <>
            <StateWord tone={arrivalTone[state]}>
              {arrivalNumber === null ? t(`incoming.state.${state}`) : t('incoming.number', { number: arrivalNumber })}
              {arrivalNumber !== null && isOver(state) && ` · ${t(`incoming.state.${state}`)}`}
            </StateWord>
            {asked !== null && <StateWord tone="care">{t(`recall.asked.${asked}`)}</StateWord>}
          </>
        }
        due={<DueWord dueDate={arrival.dueDate} open={isOpenArrival(state)} />}
        date={formatWhen(arrival.arrivedAt, new Date())}
        strong={state === 'arrived'}
      />
    </Link>
  );
}
