import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/facts.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { DesktopSwitch } from './desktop-switch.js';
import { NotificationSettingsForm } from './notification-settings-form.js';
import { notificationSettingsQuery } from './notification-queries.js';

/** How the own person is told, on the account page. */
export function NotificationSettingsSection() {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery(notificationSettingsQuery);
  return (
    <Section title={<span id="notifications">{t('notifications.title')}</span>}>
      <DesktopSwitch />
      {error !== null && <ProblemAlert error={error} />}
      {isPending && <Loader size="sm" aria-label={t('common.loading')} />}
      {data !== undefined && <NotificationSettingsForm settings={data} />}
    </Section>
  );
}
