import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import type { OneTimeLink } from '../api/types.js';
import { useSignIn } from '../session/use-session.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { faultsInNewPassword, noNewPassword } from './new-password.js';
import { NewPasswordFields } from './new-password-fields.js';

interface Props {
  readonly token: string;
  readonly link: OneTimeLink;
  readonly onSignedIn: () => void;
}

/** Sets the password and signs in with it, by the same door as ever: a second factor is asked for there. */
export function SetPasswordForm({ token, link, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(noNewPassword);
  const [tried, setTried] = useState(false);
  const signIn = useSignIn();
  const set = useMutation({
    mutationFn: () =>
      client.POST('/api/v1/password-resets/complete', { body: { token, newPassword: chosen.password } }),
    onSuccess: () => {
      signIn.mutate({ userName: link.userName, password: chosen.password }, { onSuccess: onSignedIn });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faultsInNewPassword(chosen)).length === 0) {
      set.mutate();
    }
  };
  const error = set.error ?? signIn.error;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {error !== null && <ProblemAlert error={error} />}
        <TextInput
          label={t('session.userName')}
          description={t('password.userNameHint')}
          autoComplete="username"
          value={link.userName}
          readOnly
        />
        <NewPasswordFields value={chosen} onChange={setChosen} tried={tried} names={link.words} />
        <Button type="submit" size="md" loading={set.isPending || signIn.isPending} fullWidth>
          {t('password.setAndSignIn')}
        </Button>
      </Stack>
    </form>
  );
}
