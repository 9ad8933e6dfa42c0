import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StateWord } from '../ui/state-word.js';
import { AlertSettingsDialog } from './alert-settings-dialog.js';
import classes from './queue-page.module.css';
import { alertSettingsQuery, alertsQuery } from './queue-queries.js';

/** What is wrong, who was told when, what is over by now; and where it is told. */
export function AlertsSection() {
  const { t } = useTranslation();
  const alerts = useQuery(alertsQuery);
  const settings = useQuery(alertSettingsQuery);
  const [editing, setEditing] = useState(false);
  const goesNowhere = settings.data?.mailboxes.length === 0 && settings.data.webhookUrl === null;
  return (
    <section className={classes.section}>
      <div className={classes.heading}>
        <h2>{t('alerts.title')}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBell size={14} aria-hidden />}
          disabled={settings.data === undefined}
          onClick={() => setEditing(true)}
        >
          {t('alerts.settings')}
        </Button>
      </div>
      {alerts.error !== null && <ProblemAlert error={alerts.error} />}
      {goesNowhere && <p className={classes.lead}>{t('alerts.nowhere')}</p>}
      {alerts.data?.length === 0 && <p className={classes.lead}>{t('alerts.none')}</p>}
      <ul className={classes.failedJobs} aria-label={t('alerts.title')}>
        {alerts.data?.map((alert) => (
          <AlertLine key={alert.id} alert={alert} />
        ))}
      </ul>
      {editing && settings.data !== undefined && (
        <AlertSettingsDialog settings={settings.data} onClose={() => setEditing(false)} />
      )}
    </section>
  );
}

function AlertLine({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation();
  const { kind, agency, channel, deliveries, since, toldAt, endedAt } = alert;
  const way = channel === null ? '' : t(`attention.channels.${channel}`);
  return (
    <li className={classes.failedJob} data-alert={kind}>
      <span className={classes.words}>
        {t(`alerts.kind.${kind}`, { name: agency?.name ?? way, number: deliveries })}
        <br />
        <span className={classes.quiet}>
          {t('alerts.since', { moment: formatMoment(since) })} ·{' '}
          {toldAt === null ? t('alerts.notTold') : t('alerts.told', { moment: formatMoment(toldAt) })}
        </span>
      </span>
      <StateWord tone={endedAt === null ? 'bad' : 'calm'}>
        {endedAt === null ? t('alerts.open') : t('alerts.ended', { moment: formatMoment(endedAt) })}
      </StateWord>
    </li>
  );
}
