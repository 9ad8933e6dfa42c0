import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { SignInCard } from '../session/sign-in-card.js';
import { ProblemAlert } from '../ui/problem-alert.js';

export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const ways = useQuery({
    queryKey: ['catalogue', 'password-resets'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/password-resets', { signal })),
  });

  return (
    <SignInCard title={t('password.forgotTitle')} lead={t('session.lead')}>
      {ways.error !== null && <ProblemAlert error={ways.error} />}
      {ways.data?.byMail === true && <RequestForm />}
      {ways.data?.byMail === false && <Text>{t('password.askAdministrator')}</Text>}
      <Text size="sm" mt="md">
        <Anchor renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t('password.toSignIn')}</Anchor>
      </Text>
    </SignInCard>
  );
}

function RequestForm() {
  const { t } = useTranslation();
  const [who, setWho] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: () => client.POST('/api/v1/password-resets', { body: { userNameOrEmail: who.trim() } }),
  });
  if (ask.isSuccess) {
    return (
      <Alert color="accent" role="status" title={t('password.askedTitle')}>
        {t('password.askedText')}
      </Alert>
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (who.trim() !== '') {
      ask.mutate();
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {ask.error !== null && <ProblemAlert error={ask.error} />}
        <Text size="sm">{t('password.forgotText')}</Text>
        <TextInput
          label={t('password.who')}
          size="md"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          value={who}
          onChange={(event) => {
            setWho(event.currentTarget.value);
          }}
          error={tried && who.trim() === '' && t('password.missingWho')}
        />
        <Button type="submit" size="md" loading={ask.isPending} fullWidth>
          {t('password.ask')}
        </Button>
      </Stack>
    </form>
  );
}
