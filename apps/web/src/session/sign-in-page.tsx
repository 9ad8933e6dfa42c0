import { Alert, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { LanguageChoice } from '../shell/language-choice.js';
import { Brand } from '../shell/brand.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in-page.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back, setUp } = useSearch({ from: '/sign-in' });
  const state = useQuery({
    queryKey: ['catalogue', 'setup'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/setup', { signal })),
  });
  usePageTitle(t('session.title'));

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Brand size="large" />
        <Text c="dimmed" className={classes.lead}>
          {t('session.lead')}
        </Text>
        <Title order={1} size="h3" mb="md">
          {t('session.title')}
        </Title>
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
        <SignInForm
          onSignedIn={() => {
            router.history.push(back ?? '/');
          }}
        />
        <Text size="sm" c="dimmed" mt="md">
          {t('session.forgotten')}
        </Text>
      </div>
      <LanguageChoice />
    </main>
  );
}
