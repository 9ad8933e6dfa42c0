import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { SignInCard } from './sign-in-card.js';
import { SignInForm } from './sign-in-form.js';
import { SingleSignOnButton } from './single-sign-on-button.js';
import { SingleSignOnRefused } from './single-sign-on-refused.js';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back, refused, setUp } = useSearch({ from: '/sign-in' });
  const state = useQuery({
    queryKey: ['catalogue', 'setup'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/setup', { signal })),
  });

  return (
    <SignInCard title={t('session.title')} lead={t('session.lead')}>
      {setUp === true && (
        <Alert color="accent" mb="md">
          {t('session.setupDone')}
        </Alert>
      )}
      {setUp !== true && state.data?.needed === true && (
        <Alert color="accent" mb="md">
          {t('session.setupNeeded')}
        </Alert>
      )}
      {refused !== undefined && <SingleSignOnRefused reason={refused} />}
      <SignInForm
        onSignedIn={() => {
          router.history.push(back ?? '/');
        }}
      />
      <SingleSignOnButton back={back} />
      <Text size="sm" mt="md">
        <Anchor renderRoot={(props) => <Link to="/forgot-password" {...props} />}>{t('session.forgotten')}</Anchor>
      </Text>
    </SignInCard>
  );
}
