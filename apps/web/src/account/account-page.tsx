import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { NotificationSettingsSection } from '../notifications/notification-settings.js';
import { ChangePasswordForm } from '../password/change-password-form.js';
import { SecuritySection } from '../second-factor/security-section.js';
import { useSession, useTakeSession } from '../session/use-session.js';
import { Section } from '../ui/facts.js';
import { PageHeader } from '../ui/page-header.js';
import classes from './account-page.module.css';
import { LinkedIdentities } from './linked-identities.js';
import { OwnSessions } from './own-sessions.js';

/** Everything by which a person gets in, and where they are in. */
export function AccountPage() {
  const { t } = useTranslation();
  const session = useSession();
  const take = useTakeSession();
  return (
    <>
      <PageHeader title={t('account.title')} />
      <div className={classes.sections}>
        <Section title={t('account.sessions')}>
          <OwnSessions />
        </Section>
        <NotificationSettingsSection />
        <SecuritySection />
        <LinkedIdentities />
        <Section title={t('password.change')}>
          <div className={classes.form}>
            <ChangePasswordForm
              session={session}
              currentLabel={t('password.current')}
              onChanged={(next) => {
                take(next);
                notifications.show({ title: t('password.changed'), message: t('password.changedText') });
              }}
            />
          </div>
        </Section>
      </div>
    </>
  );
}
