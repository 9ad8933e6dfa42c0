import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecipientLine } from '../api/types.js';
import { formatNumber, formatTimeWithSeconds, formatWhen } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import type { PauseOf } from './pause-dialog.js';
import classes from './queue-page.module.css';

interface Props {
  readonly lines: readonly RecipientLine[];
  readonly onPause: (what: PauseOf) => void;
}

/** Recipients for whom something waits, is under way or failed; those who are not reached stand first. */
export function LinesTable({ lines, onPause }: Props) {
  const { t } = useTranslation();
  if (lines.length === 0) {
    return (
      <section className={classes.section}>
        <h2>{t('queue.lines')}</h2>
        <p className={classes.lead}>{t('queue.noLines')}</p>
      </section>
    );
  }
  return (
    <section className={classes.section}>
      <h2>{t('queue.lines')}</h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('queue.column.recipient')}</th>
              <th scope="col">{t('queue.column.state')}</th>
              <th scope="col">{t('queue.column.waiting')}</th>
              <th scope="col">{t('queue.column.underWay')}</th>
              <th scope="col">{t('queue.column.failed')}</th>
              <th scope="col">{t('queue.column.oldest')}</th>
              <th scope="col">{t('queue.column.lastReached')}</th>
              <th scope="col">{t('queue.column.act')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={`${line.agency.id} ${line.channel}`} line={line} onPause={onPause} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LineRow({ line, onPause }: { readonly line: RecipientLine } & Pick<Props, 'onPause'>) {
  const { t } = useTranslation();
  const { agency, channel, waiting, underWay, failed, oldestAt, lastReachedAt } = line;
  const when = (moment: string | null) => (moment === null ? '–' : formatWhen(moment, new Date()));
  return (
    <tr data-line={agency.code}>
      <th scope="row" className={classes.name}>
        {agency.name} <span className={classes.quiet}>{t(`attention.channels.${channel}`)}</span>
      </th>
      <td>
        <LineState line={line} />
      </td>
      <td>{formatNumber(waiting)}</td>
      <td>{formatNumber(underWay)}</td>
      <td data-warn={failed > 0 || undefined}>{formatNumber(failed)}</td>
      <td>{when(oldestAt)}</td>
      <td>{when(lastReachedAt)}</td>
      <td>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('queue.pauseAgency', { name: agency.name })}
          onClick={() => onPause({ channel, agencyId: agency.id })}
        >
          {t('queue.pauseShort')}
        </Button>
      </td>
    </tr>
  );
}

function LineState({ line: { openedAt, probeAt, failuresInARow } }: { readonly line: RecipientLine }) {
  const { t } = useTranslation();
  if (openedAt === null) {
    return failuresInARow === 0 ? (
      <StateWord tone="good">{t('queue.line.works')}</StateWord>
    ) : (
      <StateWord tone="care">{t('queue.line.failing', { number: failuresInARow })}</StateWord>
    );
  }
  return (
    <>
      <StateWord tone="bad">{t('queue.line.open')}</StateWord>
      {probeAt !== null && (
        <span className={classes.under}>{t('queue.line.probe', { time: formatTimeWithSeconds(probeAt) })}</span>
      )}
    </>
  );
}
