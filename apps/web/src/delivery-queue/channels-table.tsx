import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChannelFigures, DeliveryPause } from '../api/types.js';
import { formatNumber, formatWhen } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import type { PauseOf } from './pause-dialog.js';
import classes from './queue-page.module.css';

interface Props {
  readonly channels: readonly ChannelFigures[];
  readonly pauses: readonly DeliveryPause[];
  readonly onPause: (what: PauseOf) => void;
}

export function ChannelsTable({ channels, pauses, onPause }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.section}>
      <h2>{t('queue.channels')}</h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('queue.column.channel')}</th>
              <th scope="col">{t('queue.column.waiting')}</th>
              <th scope="col">{t('queue.column.underWay')}</th>
              <th scope="col">{t('queue.column.failed')}</th>
              <th scope="col">{t('queue.column.handedOver')}</th>
              <th scope="col">{t('queue.column.oldest')}</th>
              <th scope="col">{t('queue.column.act')}</th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, waiting, underWay, failed, handedOver, oldestAt }) => (
              <tr key={channel} data-channel={channel}>
                <th scope="row">{t(`attention.channels.${channel}`)}</th>
                <td>{formatNumber(waiting)}</td>
                <td>{formatNumber(underWay)}</td>
                <td data-warn={failed > 0 || undefined}>
                  {failed === 0 ? (
                    formatNumber(failed)
                  ) : (
                    <Link to="/deliveries-in-attention" search={{}}>
                      {formatNumber(failed)}
                    </Link>
                  )}
                </td>
                <td>{formatNumber(handedOver)}</td>
                <td>{oldestAt === null ? '–' : formatWhen(oldestAt, new Date())}</td>
                <td>
                  {pauses.some((pause) => pause.channel === channel && pause.agency === null) ? (
                    <StateWord tone="care">{t('queue.isPaused')}</StateWord>
                  ) : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('queue.pauseChannel', { name: t(`attention.channels.${channel}`) })}
                      onClick={() => onPause({ channel, agencyId: null })}
                    >
                      {t('queue.pauseShort')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
