import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useSignIn } from './use-session.js';
import { useWait } from './use-wait.js';

interface Props {
  readonly userName?: string;
  readonly onSignedIn: (session: Session) => void;
}

export function SignInForm({ userName: known = '', onSignedIn }: Props) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [userName, setUserName] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const wait = useWait(signIn.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wait === 0 && userName.trim() !== '' && password !== '') {
      signIn.mutate({ userName: userName.trim(), password }, { onSuccess: onSignedIn });
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {signIn.error !== null && <ProblemAlert error={signIn.error} />}
        <TextInput
          label={t('session.userName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          data-autofocus={known === '' || undefined}
          value={userName}
          onChange={(event) => {
            setUserName(event.currentTarget.value);
          }}
          error={tried && userName.trim() === '' && t('session.missingUserName')}
        />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          size="md"
          data-autofocus={known !== '' || undefined}
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
          error={tried && password === '' && t('session.missingPassword')}
        />
        <Button type="submit" size="md" loading={signIn.isPending} disabled={wait > 0} fullWidth>
          {wait > 0 ? t('session.wait', { seconds: wait }) : t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
